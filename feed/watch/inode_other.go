//go:build !unix

package watch

import "io/fs"

// inodeOf is 0 where the system has no inodes.
func inodeOf(fs.FileInfo) uint64 { return 0 }
