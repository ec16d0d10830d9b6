//go:build !linux

package feed

// stepBack does nothing where a thread cannot be nicer than its process.
func stepBack() {}
