// Package export writes a Snapshot in forms that leave the screen.
//
// In: a [model.Snapshot]. Out: JSON lines, one object for each document,
// incident, statement and question. It promises: the same Snapshot gives the
// same bytes, and each start and end cuts exactly its text out of the file.
// Where a file holds bytes that are not UTF-8, the text shows U+FFFD for them,
// since JSON cannot hold them.
package export
