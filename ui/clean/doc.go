// Package clean is the only door from a document to a terminal.
//
// In: any bytes, from whoever wrote the document, its file name or its
// metadata. Out: text that a terminal shows and cannot obey.
//
// It promises: no control character comes out but the line feed of [Text],
// and what went in can be seen. Controls stand as \x1b, invisible format
// characters (bidi overrides, zero-width and tag characters, variation
// selectors) as \u202e; bytes that are no UTF-8 as U+FFFD, or as \x9b where a
// terminal could read them as a control; tabs as spaces. Letters, combining
// marks up to four on one letter, wide characters and emoji pass, and so do
// the joiners that Arabic script is spelt with. Cleaning twice changes nothing.
//
// Text of plain ASCII passes without a copy.
package clean
