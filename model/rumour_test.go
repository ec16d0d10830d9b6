package model

import (
	"slices"
	"strings"
	"testing"
)

// What no standing question covers opens questions of its own: one for each
// rumour or dispute, however many documents tell it and in whatever words.
func TestQuestionsOpenedByRumours(t *testing.T) {
	const (
		offer    = "There is talk in Aden that Zubaidi was offered a southern government of his own."
		again    = "Diplomats in Riyadh have heard that a southern government was what Zubaidi was offered."
		third    = "Zubaidi says that a southern government was never put to him."
		uniform  = "Some in Naypyitaw believe that the general will exchange his uniform for the presidency."
		empty    = "None of this could be independently verified."
		forecast = "Prices at the bazaar may rise again before winter."
	)
	rumour := func(path, words string, form Form) *story {
		return in(path, path, 10).bears(Uncovered, form, Raises, "", words)
	}
	type question struct {
		text      string
		documents int
	}
	byText := func(a, b question) int { return -strings.Compare(a.text, b.text) }
	others := "What else do the documents leave open?"
	for _, c := range []struct {
		name    string
		stories []*story
		want    []question
	}{
		{"one rumour in other words", []*story{rumour("a", offer, Rumour), rumour("b", again, Unconfirmed)}, []question{{offer, 2}}},
		{"two rumours", []*story{rumour("a", offer, Rumour), rumour("b", uniform, Rumour)}, []question{{offer, 1}, {uniform, 1}}},
		{"the denial belongs to it", []*story{rumour("a", offer, Rumour), rumour("b", third, DisputedFor)}, []question{{offer, 2}}},
		{"so does what bears on it", []*story{rumour("a", offer, Rumour), rumour("b", again, Argument)}, []question{{offer, 2}}},
		{"a forecast alone opens nothing", []*story{rumour("a", forecast, Forecast)}, []question{{others, 1}}},
		{"nor do words that tell nothing", []*story{rumour("a", empty, Unconfirmed), rumour("b", empty, Unconfirmed)}, []question{{others, 2}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []question
			for q := range boardOf(c.stories...).Questions.All() {
				if q.Standing {
					continue
				}
				if q.Topic != Uncovered {
					t.Errorf("%q has topic %q", q.Text, q.Topic)
				}
				papers := map[DocumentID]bool{}
				for e := range q.Evidence.All() {
					papers[e.Document()] = true
				}
				got = append(got, question{q.Text, len(papers)})
			}
			if !slices.Equal(slices.SortedFunc(slices.Values(got), byText), c.want) {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
}

// A document that goes takes with it what held two others together.
func TestARumourFallsApart(t *testing.T) {
	b := NewBoard(nil)
	for i, words := range openWords[1:4] {
		s := in(string(rune('a'+i)), "paper", 10).bears(Uncovered, Rumour, Raises, "", words)
		b.Apply([]Update{{Path: s.facts.Document.Path, Facts: s.facts}}, Progress{})
	}
	if got := b.Snapshot().Questions.Len(); got != 1 {
		t.Fatalf("%d questions, want 1", got)
	}
	s := b.Apply([]Update{{Path: "b", Removed: true}}, Progress{})
	if got := s.Questions.Len(); got != 2 {
		t.Errorf("%d questions without what the two have in common, want 2", got)
	}
}
