package feed_test

import (
	"os"
	"slices"
	"testing"

	"crisisdesk/feed"
	"crisisdesk/feed/extract"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// seeds is a board that has read the real documents.
func seeds(t *testing.T) *model.Snapshot {
	t.Helper()
	const dir = "../../shared/seeds"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the real documents do not lie beside the checkout")
	}
	lex := lexicon.Default()
	updates, err := feed.ReadAll(t.Context(), feed.Options{Dir: dir, Extract: extract.New(lex).Extract})
	if err != nil {
		t.Fatal(err)
	}
	return model.NewBoard(nil).Apply(updates, model.Progress{})
}

// Three of the real documents give no date: the text bounds when they can have
// appeared, and nothing takes the time of the file for it.
func TestUndatedDocumentsAreBounded(t *testing.T) {
	for _, d := range seeds(t).Documents {
		switch got := d.Published; d.Path[:3] {
		case "001", "002":
			if got.Precision != model.PrecisionDay {
				t.Errorf("%s: published %s, want a day", d.Path, got.EDTF())
			}
		default:
			if got.KnownFrom != model.GroundBounds || got.From == 0 || got.To != 0 {
				t.Errorf("%s: published %s, known from %q", d.Path, got.EDTF(), got.KnownFrom)
			}
		}
	}
}

// The assertion of a change of regime and its denial lean on one magazine: it
// counts once, and the question is contested.
func TestTheChangeOfRegimeIsContested(t *testing.T) {
	q := seeds(t).Question("regime-change")
	if q == nil || q.State != model.Contested {
		t.Fatalf("the question stands as %+v", q)
	}
	const magazine = "New Lines Magazine"
	credits, keys := map[model.DocumentID]bool{}, map[string]bool{}
	for _, e := range q.Evidence {
		if e.Origin.Name == magazine {
			credits[e.Span.Document], keys[e.Origin.Key] = true, true
		}
	}
	if len(credits) != 2 || len(keys) != 1 {
		t.Errorf("%s is credited by %d documents as %d origins, want 2 as 1", magazine, len(credits), len(keys))
	}
}

// Pakistan's militants and the Taliban's soldiers are different dead.
func TestTheTollsOfOctoberDoNotContradict(t *testing.T) {
	var whose []string
	for _, i := range seeds(t).Incidents {
		for _, d := range i.Disputes {
			if !slices.ContainsFunc(d.Claims, func(c model.FigureClaim) bool { return c.Min == 200 || c.Min == 58 }) {
				continue
			}
			if whose = append(whose, d.Whose); d.Relation != model.OneSided {
				t.Errorf("the dead of %s are %s", d.Whose, d.Relation)
			}
		}
	}
	if len(whose) != 2 || whose[0] == whose[1] {
		t.Errorf("the dead are those of %v, want two sides", whose)
	}
}
