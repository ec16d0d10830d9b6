package lexicon

import (
	"reflect"
	"strings"
	"unicode"
)

// Touches reports of a text whether next may find something else in it than l.
// It errs on the side of yes: other words of events or speech, and other
// outlets, or days to reckon from, touch every text; another actor, place or question touches those
// texts in which either lexicon finds it, or one that belongs to it.
func (l *Lexicon) Touches(next *Lexicon) func(text string) bool {
	if l.wordSum != next.wordSum || !reflect.DeepEqual(l.outlets, next.outlets) || l.desk.Reckon != next.desk.Reckon {
		return func(string) bool { return true }
	}
	names := map[Name]bool{}
	for id := range changed(l.actors, next.actors, func(a Actor) string { return a.Side }) {
		names[Name{Kind: ActorName, ID: id}] = true
	}
	for id := range changed(l.places, next.places, func(p Place) string { return p.Within }) {
		names[Name{Kind: PlaceName, ID: id}] = true
	}
	questions := changed(byID(l.questions), byID(next.questions), func(q Question) string { return q.Parent })
	return func(text string) bool {
		words := strings.FieldsFunc(text, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("'’-", r)
		})
		for _, lex := range []*Lexicon{l, next} {
			if lex.mentions(words, names, questions) {
				return true
			}
		}
		return false
	}
}

// mentions reports whether words name one of names, or bear on one of questions.
func (l *Lexicon) mentions(words []string, names map[Name]bool, questions map[string]bool) bool {
	text := l.Fold(words)
	found := false
	l.names.each(text, func(_, _ int, n Name) { found = found || names[Name{Kind: n.Kind, ID: n.ID}] })
	for _, b := range l.Bearings(text) {
		found = found || questions[b.Question.ID]
	}
	return found
}

// changed are the ids of entries that are not alike in both, and of all that
// belong to one of these.
func changed[T any](a, b map[string]T, holder func(T) string) map[string]bool {
	out := map[string]bool{}
	for id, x := range a {
		if y, ok := b[id]; !ok || !reflect.DeepEqual(x, y) {
			out[id] = true
		}
	}
	for id := range b {
		if _, ok := a[id]; !ok {
			out[id] = true
		}
	}
	for grown := len(out) > 0; grown; {
		grown = false
		for _, all := range []map[string]T{a, b} {
			for id, x := range all {
				if !out[id] && out[holder(x)] {
					out[id], grown = true, true
				}
			}
		}
	}
	return out
}

func byID(all []Question) map[string]Question {
	out := make(map[string]Question, len(all))
	for _, q := range all {
		out[q.ID] = q
	}
	return out
}
