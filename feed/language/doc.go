// Package language reads English: text goes in, blocks, sentences and tokens
// with parts of speech, lemmas and dependency trees come out.
//
// Blocks splits a passage into paragraphs, headings, list items and captions;
// Annotator.Annotate splits those into sentences and tokens in the style of
// Universal Dependencies for English, and gives each token its tags, its lemma
// and its place in a tree. Plain takes the invisible signs out of words first.
//
// # Promises
//
// All offsets are bytes of the text that was passed in, which may hold bytes
// that are not UTF-8; a token's Form is always text[Start:End]. Tokens come in
// order, do not overlap, and leave out nothing but white space and invisible
// marks. Time and memory grow linearly with the text, whatever it holds; Annotate
// ends with its context, and no block is longer than 64 KiB. A sentence of more than MaxParsed tokens gets tags but no tree, and says so. An
// Annotator may be shared by goroutines; the same text gives the same result.
//
// # How it works
//
// Blocks, sentences, tokens and quotation marks are found by rules. Tags, moves
// of the parser and relations are chosen by three small networks of one kind
// (internal/neural): the rows of all features that hold, one byte a weight, add
// up to a hidden layer, eight bytes at a time. The parser goes through a sentence
// once, from left to right (arc-hybrid), so that its time is linear; where a move
// is not clear it goes on with up to four trees, and the likeliest wins. Confidence
// is calibrated: of arcs with Conf 0.8, about 80 % are right on the treebanks it
// was measured on.
//
// The weights are learnt by package train from treebanks that NOTICE names. They
// know general English, among it words that news of conflict uses, and nothing of
// any crisis.
package language
