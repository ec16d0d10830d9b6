// Package ui is what an officer sees: three panes of incidents, actor
// statements and open questions, a detail of each with every report of it,
// and the documents at the words that say so.
//
// In: Snapshots of the board and the text of documents, through [Options].
// Out: a screen on a terminal, from [Run] until the officer quits.
//
// It promises: every string of a document goes through package clean; a frame
// has exactly the rows and columns of the terminal; the item under the cursor
// stays under it, where it is on the screen, whatever arrives; nothing is said
// by colour alone; the terminal is left as it was, after an error and a panic
// too. The screen asks for one Snapshot at a time and does no reading of its
// own on the goroutine that draws.
//
// Only the root, app, is a model of Bubble Tea. Its parts are plain structs
// with methods that change them and methods that return rows.
package ui
