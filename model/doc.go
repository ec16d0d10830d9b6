// Package model holds what the desk knows: the words of the field (Document,
// Span, When, Actor, Place, Incident, Statement, Question) and the rules that
// say which reports tell one event, who really said it, who disagrees, and
// how a question stands.
//
// In: [Facts], the reading of one version of one document, through
// [Board.Apply]. Out: [Snapshot], an immutable picture of everything at one
// moment, for any number of readers.
//
// A file is about one rule: merge (which reports are one event; match weighs
// two, compare says in what they agree, gather makes the incidents), origin
// (who really says it), dispute (whose figures contradict whose), lifecycle
// (how a question stands), query (what an officer asked for). The [Board]
// keeps what came and publishes; readers take [Board.Snapshot] or sleep in
// [Board.Wait], and never hold the writer up.
//
// It promises: no I/O, no terminal, no clock but the one it is handed; the
// same set of facts gives the same Snapshot in whatever order they came; a
// Snapshot never changes once published. The machine counts and compares and
// never decides what is true.
//
// What it costs is measured on generated documents with the density of real
// ones (5 reports, 13 statements, 9 pieces of evidence each):
//
//	BenchmarkApply             one document comes to a board of 2,000 or 20,000
//	BenchmarkCopiesNewestFirst a backlog of copies of one text, the original last
//	BenchmarkSketch            the sketch of a document's words
//	BenchmarkFold              the work of officers out of their entries
//	archive.BenchmarkBoard     what a board of 20,000 documents keeps in memory
//
// Of a document that comes, the [Board] looks only at the reports of those days
// and kinds, and at their traits before them; it copies the lists of pointers
// of a Snapshot and shares all that they point to.
package model
