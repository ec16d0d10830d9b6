package model

import (
	"strings"
	"unicode"
)

// Query narrows a Snapshot to what an officer asked for. The zero Query
// accepts everything. Its methods keep the Snapshot's orders.
type Query struct {
	words []string // folded; each must stand in some field
}

// NewQuery asks for items of which every word stands at the start of some
// word: of the text, of an actor, place, kind, side or state. Case and
// punctuation do not count.
func NewQuery(words string) Query { return Query{foldWords(words)} }

// Incidents are the incidents of s that q asks for.
func (q Query) Incidents(s *Snapshot) []*Incident {
	return pick(q, s.Incidents, func(i *Incident, field func(string)) {
		field(i.Summary)
		field(string(i.Kind))
		field(i.Kind.Label())
		field(string(i.Status))
		for _, p := range i.Places {
			field(p.Name)
		}
		for _, a := range i.Actors {
			field(a.Name)
			field(a.Side)
		}
	})
}

// Statements are the statements of s that q asks for.
func (q Query) Statements(s *Snapshot) []*Statement {
	return pick(q, s.Statements, func(x *Statement, field func(string)) {
		field(x.Text)
		field(x.Speaker.Name)
		field(x.Speaker.Role)
		field(x.Speaker.Affiliation)
		field(x.Speaker.Side)
		field(x.Addressee)
		field(string(x.Act))
	})
}

// Questions are the questions of s that q asks for.
func (q Query) Questions(s *Snapshot) []*Question {
	return pick(q, s.Questions, func(x *Question, field func(string)) {
		field(x.Text)
		field(x.Topic)
		field(string(x.State))
	})
}

// pick keeps those of all whose fields, as each names them, hold every word of q.
func pick[T any](q Query, all []T, fields func(T, func(string))) []T {
	if len(q.words) == 0 {
		return all
	}
	var out []T
	for _, x := range all {
		missing := q.words
		fields(x, func(text string) {
			if len(missing) > 0 {
				missing = without(missing, text)
			}
		})
		if len(missing) == 0 {
			out = append(out, x)
		}
	}
	return out
}

// without are the words that start no word of text.
func without(words []string, text string) []string {
	in := foldWords(text)
	var out []string
	for _, w := range words {
		if !startsAny(in, w) {
			out = append(out, w)
		}
	}
	return out
}

func startsAny(words []string, prefix string) bool {
	for _, w := range words {
		if strings.HasPrefix(w, prefix) {
			return true
		}
	}
	return false
}

// foldWords are the words of s in lower case; what is neither letter nor digit
// stands between words.
func foldWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
