package model

import "strings"

// Query narrows lists of a Snapshot to what an officer asked for: items that
// have every word of it somewhere, as a part of a word too, whatever the case
// of ASCII letters. The zero Query accepts everything.
type Query struct {
	text  string
	words []string // ASCII letters in lower case
}

const maxWords = 60 // that a search has bits for, and more than anybody types

// NewQuery asks for the words of text, which white space parts.
func NewQuery(text string) Query {
	words := strings.Fields(strings.ToLower(text))
	return Query{text, words[:min(len(words), maxWords)]}
}

// String is the text that the query was made of.
func (q Query) String() string { return q.text }

// Empty reports whether q accepts everything.
func (q Query) Empty() bool { return len(q.words) == 0 }

// Narrows reports whether everything that q accepts, old accepts too, so that
// only what old let through need be asked again.
func (q Query) Narrows(old Query) bool { return !old.Empty() && strings.HasPrefix(q.text, old.text) }

// Incidents are those of all that q accepts, by their words, kind, status,
// places, actors and origins, in the same order.
func (q Query) Incidents(all []*Incident) []*Incident {
	return accepted(q, all, func(i *Incident, s *search) bool {
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
	})
}

// Statements are those of all that q accepts, by their words, act, speaker,
// addressee and origin, in the same order.
func (q Query) Statements(all []*Statement) []*Statement {
	return accepted(q, all, func(x *Statement, s *search) bool {
		return s.in(x.Text) || s.in(x.Speaker.Name) || s.in(string(x.Act)) || s.in(x.Addressee) ||
			s.in(x.Speaker.Role) || s.in(x.Speaker.Affiliation) || s.in(x.Origin.Name)
	})
}

// Questions are those of all that q accepts, by their text, state and topic,
// in the same order.
func (q Query) Questions(all []*Question) []*Question {
	return accepted(q, all, func(x *Question, s *search) bool {
		return s.in(x.Text) || s.in(string(x.State)) || s.in(x.Topic)
	})
}

// accepted keeps those of all in whose fields every word is found.
func accepted[T any](q Query, all []T, complete func(T, *search) bool) []T {
	if q.Empty() {
		return all
	}
	var out []T
	for _, x := range all {
		if complete(x, &search{words: q.words}) {
			out = append(out, x)
		}
	}
	return out
}

// search is which words of a query one item has shown to have.
type search struct {
	words []string
	found uint64 // a bit for each word
}

// in looks for the words in another field of the item, and reports whether
// none is missing now.
func (s *search) in(field string) bool {
	for i, word := range s.words {
		if bit := uint64(1) << i; s.found&bit == 0 && containsFold(field, word) {
			s.found |= bit
		}
	}
	return s.found == 1<<len(s.words)-1
}

// containsFold reports whether s contains word, which is in lower case.
func containsFold(s, word string) bool {
	low, high := word[0], upper(word[0])
	for len(s) >= len(word) {
		i := strings.IndexByte(s, low)
		if high != low {
			head := s
			if i >= 0 {
				head = s[:i]
			}
			if j := strings.IndexByte(head, high); j >= 0 {
				i = j
			}
		}
		if i < 0 || i+len(word) > len(s) {
			return false
		}
		if hasPrefixFold(s[i:], word) {
			return true
		}
		s = s[i+1:]
	}
	return false
}

func hasPrefixFold(s, word string) bool {
	for i := range len(word) {
		if s[i] != word[i] && s[i] != upper(word[i]) {
			return false
		}
	}
	return true
}

func upper(b byte) byte {
	if b >= 'a' && b <= 'z' {
		return b - 'a' + 'A'
	}
	return b
}
