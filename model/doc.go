// Package model holds what the desk knows: the words of the field (Document,
// Span, When, Actor, Place, Incident, Statement, Question) and the rules that
// say which reports tell one event, who really said it, who disagrees, and
// how a question stands.
//
// In: [Facts], the reading of one version of one document, through
// [Board.Apply]; entries of officers' journals, through [Board.Enter]. Out:
// [Snapshot], an immutable picture of everything at one moment, for any number
// of readers.
//
// A file is about one word or one rule:
//
//	document span when day kind actor place people    the words that facts are made of
//	facts incident statement question standing        what documents tell, and what is made of it
//	board snapshot list revision change news          who writes, what is published, how it is shared
//	kept page told said piece                         facts as a board keeps them, in little memory
//	merge gather combine match compare account        which reports are one event
//	agreement                                         why, in words
//	sites cast shared                                 where and who, in memory once for all reports that share it
//	traits calendar                                   how those are found that may be
//	origin repost sketch                              who really says it
//	dispute scope matter answer bounds side           who contradicts whom, on figures and on facts
//	lifecycle rumour history witness                  how a question stands, how it came to, who knows
//	entry work order override                         what officers do, and what it changes
//	query query_parse query_term query_words          what an officer asked for
//
// The [Board] keeps what came and publishes; readers take [Board.Snapshot] or
// sleep in [Board.Wait], and never hold the writer up.
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
// and kinds, and at their traits before them. A [List] of a Snapshot is made of
// chunks, of which the next Snapshot has those that stay as they were; so has
// what finds things by ID.
package model
