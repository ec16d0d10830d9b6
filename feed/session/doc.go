// Package session is a board that a folder feeds, beside its desk folder.
//
// In: where the folder and the desk folder are, and the words to read with.
// Out: a [Session], fed while somebody is at work on its board, which is there
// before the words have been read. It promises that the feed has ended before the
// desk folder is closed, and that words that change to broken ones change nothing:
// the last good ones stay in force.
package session
