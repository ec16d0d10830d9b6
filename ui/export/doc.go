// Package export writes what is on the board in forms that leave the screen.
//
// In: a [model.Snapshot], or a [model.Board] to follow. Out: JSON lines, CSV, a
// STIX bundle or a [Brief] of the whole of it; and as JSON lines, to a stream, a
// file or a socket, what changes on it ([Tail]) and what alerts are for
// ([Alert]).
//
// It promises:
//
//   - The same Snapshot gives the same bytes; each start and end cuts exactly
//     its text out of the file. Where a file holds bytes that are not UTF-8, the
//     text shows U+FFFD for them, since JSON cannot hold them.
//   - No text of a document is a formula, mark-up, a link or a command to what
//     opens an export, nor to a terminal that shows it.
//   - JSON lines meet schema.json.
//   - Whoever reads slowly, or not at all, holds nothing else up.
package export
