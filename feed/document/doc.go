// Package document reads a file into [model.Document]s.
//
// In: the bytes of a file as they lie on disk: text or Markdown in any
// character set, a saved HTML page, a mail, RSS, Atom or JSON Feed, a PDF where
// pdftotext is installed, or any of these packed by gzip. Out: title, outlet,
// authors, publication date and how it is known, and the passages of the
// article by byte offsets into its text, page furniture (navigation, teasers,
// share lines, comment forms, notes of the publisher) left out between them; or
// a [Refusal] that says why the file cannot be read. The text of a file in UTF-8
// is the file itself; of any other, what was taken out of it, without what a
// page hides from its readers.
//
// What a format says of a document (mail headers, the head of a page, JSON-LD,
// the fields of a feed's item) goes before what its text says. Rules find the
// head of the page and what page furniture says of itself; a small linear model
// over words, looks and place judges the short blocks that no rule decides.
// [TrainFurniture] fits it; furniture.bin holds its weights (feed/trainer).
//
// It promises: passages ascend, do not overlap and begin and end between
// characters; nothing is made up: a page without a date has none, and the time
// of the file is never taken for one. Whatever the bytes, it ends, without a
// panic; what comes out of one file is no more than [MaxSize] for each of its
// documents, however much was packed into it.
package document
