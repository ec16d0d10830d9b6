// Package extract reads facts out of one document: incidents, statements and
// evidence on open questions, each with the words that say so and with what
// found it.
//
// In: a [model.Document] with its kept passages, and its text. Out:
// [model.Facts], whose spans are byte offsets into that text. Candidates come
// from the lexicon and from grammar; trained models, embedded, decide among them:
// linear ones of words and grammar, and beside some a small network that knows
// words by the company they keep.
//
// It promises: the same document gives the same facts; a name or an event of
// a crisis that no lexicon knows is not lost; nothing is taken from page
// furniture; no date is invented; no panic and bounded work on any input; an
// [Extractor] is immutable and safe for concurrent use.
package extract
