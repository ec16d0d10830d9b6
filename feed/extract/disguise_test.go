package extract

import (
	"slices"
	"testing"

	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

func TestWordsInDisguiseAreNoted(t *testing.T) {
	x := New(lexicon.Default())
	for text, want := range map[string][]string{
		"The Taliban attacked a post in Khost.":             nil,
		"The T\u0430liban attacked a post in Khost.":        {"1 word is obfuscated: look-alike letters or invisible signs"}, // Cyrillic a
		"The Tali\u200bban att\u2060acked a post in Khost.": {"2 words are obfuscated: look-alike letters or invisible signs"},
	} {
		doc := &model.Document{Passages: []model.Passage{{Start: 0, End: len(text)}}}
		facts, err := x.Extract(t.Context(), doc, text)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(facts.Document.Notes, want) {
			t.Errorf("%q: notes %q, want %q", text, facts.Document.Notes, want)
		}
	}
}
