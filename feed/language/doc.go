// Package language reads English: text goes in, blocks, sentences and tokens
// with parts of speech, lemmas and dependency trees come out.
//
// Blocks splits a passage into paragraphs, headings, list items and captions;
// Annotator.Annotate splits those into sentences and tokens in the style of
// Universal Dependencies for English.
//
// All offsets are bytes of the text that was passed in, which may hold bytes
// that are not UTF-8; a token's Form is always text[Start:End]. Tokens neither
// overlap nor leave out anything but white space and invisible marks. Time and memory grow
// linearly with the text, whatever it holds.
//
// The package knows general English and nothing of any crisis.
package language
