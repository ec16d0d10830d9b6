package model

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestQueryAsksForEveryWordInSomeField(t *testing.T) {
	strike := &Incident{
		Kind: Airstrike, Summary: "jets hit a camp", Status: Claimed,
		Places: []Place{{Name: "Kabul"}}, Actors: []Actor{{Name: "Tehreek-e-Taliban Pakistan"}},
		Origins: []Origin{{Name: "Radio Frontier"}},
	}
	for text, want := range map[string]int{
		"":                 1,
		"kab":              1,
		"KABUL air":        1,
		"camp frontier":    1,
		"taliban pakistan": 1,
		"claimed":          1,
		"air kandahar":     0,
		"kabull":           0,
	} {
		if got := len(NewQuery(text).Incidents([]*Incident{strike})); got != want {
			t.Errorf("%q accepts %d", text, got)
		}
	}
	denial := &Statement{Text: "no such plan", Act: Deny, Speaker: Speaker{Name: "Shehbaz Sharif", Role: "prime minister"}}
	if len(NewQuery("deny sharif minister").Statements([]*Statement{denial})) != 1 {
		t.Error("a statement is not found by its act, speaker and role")
	}
	open := &Question{Text: "Is the ceasefire holding?", State: Contested, Topic: "ceasefire"}
	if len(NewQuery("contested holding").Questions([]*Question{open})) != 1 {
		t.Error("a question is not found by its state and text")
	}
}

// What a longer text of the same beginning accepts, the shorter accepts.
func TestQueryThatNarrows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.StringOf(rapid.RuneFrom([]rune("ab ")))
		x := &Question{Text: letters.Draw(t, "text")}
		old := NewQuery(letters.Draw(t, "old"))
		q := NewQuery(old.String() + letters.Draw(t, "more"))
		if q.Narrows(old) && len(q.Questions([]*Question{x})) > len(old.Questions([]*Question{x})) {
			t.Fatalf("%q accepts %q, and %q does not", q, x.Text, old)
		}
	})
}

func TestContainsFold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom([]rune("abAB 中é"))).Draw(t, "s")
		word := strings.ToLower(rapid.StringOfN(rapid.RuneFrom([]rune("abAB中")), 1, 4, -1).Draw(t, "word"))
		if got, want := containsFold(s, word), strings.Contains(strings.ToLower(s), word); got != want {
			t.Fatalf("containsFold(%q, %q) = %v", s, word, got)
		}
	})
}
