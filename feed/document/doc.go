// Package document reads a file into a [model.Document].
//
// In: the bytes of a text or Markdown file as they lie on disk. Out: title,
// outlet, authors, publication date and how it is known, and the passages of
// the article by byte offsets into the file, page furniture (navigation,
// teasers, share lines, comment forms, notes of the publisher) left out
// between them; or a [Refusal] that says why the file cannot be read.
//
// Rules find the head of the page and what page furniture says of itself; a
// small linear model over words, looks and place judges the short blocks that no
// rule decides. [TrainFurniture] fits it; furniture.bin holds its weights.
//
// It promises: offsets are bytes of the file; passages ascend, do not overlap
// and begin and end between characters; nothing is made up: a page without a
// date has none, and the time of the file is never taken for one. Whatever the
// bytes, it ends, without a panic, in time linear in their number.
package document
