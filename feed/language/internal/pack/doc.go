// Package pack reads and writes the sections of a weights file: numbers,
// strings and raw bytes, each after its length. A Reader never panics: past a
// damaged section it returns zeros, and Err says what went wrong.
package pack
