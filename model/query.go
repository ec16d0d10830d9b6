package model

import (
	"slices"
	"strings"
)

// Query narrows lists of a Snapshot to what an officer asked for in one line:
//
//	convoy "border post"   both stand in the item, as parts of words too
//	actor:taliban,ttp      a field has one of the values, as a part of it
//	-kind:talks            not that
//	since:2025-10          from the first day of October on
//	is:unread              what [Marks] say of it
//
// An item without a field does not have its value: kind:talks finds no
// statements. The case of ASCII letters does not count. The zero Query accepts
// everything.
type Query struct {
	text  string
	words []string // ASCII letters in lower case
	terms []term
	marks Marks
}

// Marks tell of items what does not stand in them. The zero Marks know nothing.
type Marks struct {
	Unread func(Item) bool
	Work   *Work
}

// Under is q asked of items with these marks.
func (q Query) Under(m Marks) Query {
	q.marks = m
	return q
}

// String is the text that the query was made of.
func (q Query) String() string { return q.text }

// Words are what stands in the rows that q accepts, for a screen to mark: its
// words, and the values of fields that name what an item shows. ASCII letters
// are in lower case.
func (q Query) Words() []string {
	words := slices.Clone(q.words)
	for _, t := range q.terms {
		switch t.field {
		case byActor, byPlace, byKind, byAct, byOrigin, byClaimer:
			if !t.not {
				words = append(words, t.values...)
			}
		}
	}
	return words
}

// Empty reports whether q accepts everything.
func (q Query) Empty() bool { return len(q.words)+len(q.terms) == 0 }

// AsksMarks reports whether what q accepts depends on its [Marks].
func (q Query) AsksMarks() bool {
	return slices.ContainsFunc(q.terms, func(t term) bool { return t.field == is })
}

// Narrows reports whether everything that q accepts, old accepts too, so that
// only what old let through need be asked again.
func (q Query) Narrows(old Query) bool {
	more, longer := strings.CutPrefix(q.text, old.text)
	if !longer || old.Empty() {
		return false
	}
	onlyWords := len(q.terms) == 0 && len(old.terms) == 0
	return onlyWords || more == "" || more[0] == ' ' || strings.HasSuffix(old.text, " ")
}

// Incidents are those of all that q accepts, in the same order. Words are
// looked for in their summary, kind, status, places, actors and origins.
func (q Query) Incidents(all List[*Incident]) List[*Incident] {
	return accepted(q, all, incidentWords, q.ofIncident)
}

// Statements are those of all that q accepts, in the same order. Words are
// looked for in their text, act, speaker, addressee and origin.
func (q Query) Statements(all List[*Said]) List[*Said] {
	return accepted(q, all, statementWords, q.ofStatement)
}

// Questions are those of all that q accepts, in the same order. Words are
// looked for in their text, state and topic.
func (q Query) Questions(all List[*Question]) List[*Question] {
	return accepted(q, all, questionWords, q.ofQuestion)
}

// accepted keeps those of all in whose fields every word is found, and that
// every term holds of.
func accepted[T any](q Query, all List[T], words func(T, *search) bool, holds func(T, term) bool) List[T] {
	if q.Empty() {
		return all
	}
	var out []T
	s := &search{words: q.words}
	for x := range all.All() {
		s.found = 0
		if (len(q.words) == 0 || words(x, s)) && every(q.terms, x, holds) {
			out = append(out, x)
		}
	}
	return ListOf(out...)
}

func every[T any](terms []term, x T, holds func(T, term) bool) bool {
	for _, t := range terms {
		if holds(x, t) == t.not {
			return false
		}
	}
	return true
}

func incidentWords(i *Incident, s *search) bool {
	if s.in(i.Summary) || s.in(i.Kind.Label()) || s.in(string(i.Status)) {
		return true
	}
	for _, p := range i.Places {
		if s.in(p.Name) {
			return true
		}
	}
	for _, a := range i.Actors {
		if s.in(a.Name) {
			return true
		}
	}
	for _, o := range i.Origins {
		if s.in(o.Name) {
			return true
		}
	}
	return false
}

func statementWords(x *Said, s *search) bool {
	if s.in(x.Text()) || s.in(string(x.Act())) || s.in(x.Addressee()) {
		return true
	}
	who := x.Speaker()
	return s.in(who.Name) || s.in(who.Role) || s.in(who.Affiliation) || s.in(x.Origin().Name)
}

func questionWords(x *Question, s *search) bool {
	return s.in(x.Text) || s.in(string(x.State)) || s.in(x.Topic)
}
