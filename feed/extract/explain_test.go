package extract_test

import (
	"strings"
	"testing"

	"crisisdesk/feed/extract"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

func TestExplainGivesEachSentenceWhatWasFoundAndWhy(t *testing.T) {
	const text = "Kigali denied the charge.\n\nWill the truce\nhold?"
	doc := &model.Document{Path: "a.txt", Passages: []model.Passage{{Start: 0, End: len(text)}}}
	for _, c := range []struct {
		name string
		x    *extract.Extractor
		want []string
	}{
		{"trained", extract.New(lexicon.Default()), []string{
			"a.txt: 2 sentences", "0–25  Kigali denied the charge.", "question   disputed, opposes", "[question model, 0.",
			"27–47  Will the truce hold?", "question   explicit, raises ceasefire",
		}},
		{"by rule", extract.Untrained(lexicon.Default()), []string{
			"question   disputed, opposes other  [hedge: deny]", "question   explicit, raises ceasefire  [question mark]",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b strings.Builder
			if err := c.x.Explain(t.Context(), &b, doc, text); err != nil {
				t.Fatal(err)
			}
			for _, want := range c.want {
				if !strings.Contains(b.String(), want) {
					t.Errorf("no %q in:\n%s", want, b.String())
				}
			}
		})
	}
}
