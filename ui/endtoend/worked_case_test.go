package endtoend

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"crisisdesk/feed"
	"crisisdesk/feed/extract"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// workedCase is the board over the five real documents that the rules of the
// desk were made for. They are nobody's to copy: without them the test skips.
func workedCase(t *testing.T) *model.Snapshot {
	t.Helper()
	dir := filepath.Join(shared, "seeds")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("there is no " + dir)
	}
	lex := lexicon.Default()
	updates, err := feed.ReadAll(context.Background(), feed.Options{Dir: dir, Extract: extract.New(lex).Extract, Deadline: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	return model.NewBoard(lex.Standing()).Apply(updates, model.Progress{Complete: true})
}

// Four documents tell of the strike on Kabul of 9 October 2025, as a strike, as
// blasts, as the begin of the fighting and as what Pakistan did "in October
// last": it is one incident.
func TestTheOctoberStrikeIsOneIncident(t *testing.T) {
	s := workedCase(t)
	night := model.OnDay(model.NewDay(2025, time.October, 9))
	var told []string
	for i := range s.Incidents.All() {
		inKabul := slices.ContainsFunc(i.Places, func(p model.Place) bool { return p.ID == "kabul" })
		if i.Kind != model.Airstrike || i.When != night || !inKabul {
			continue
		}
		if told != nil {
			t.Errorf("a second one is told in %d reports", len(i.Reports))
		}
		for _, r := range i.Reports {
			told = append(told, s.Document(r.Document()).Path[:3])
		}
	}
	for _, number := range []string{"000", "002", "003", "004"} {
		if !slices.Contains(told, number) {
			t.Errorf("document %s is not among those that tell it: %v", number, told)
		}
	}
}

// Pakistan's more than 200 militants and the Taliban's 58 soldiers are
// different dead: each figure has one side only, and none contradicts another.
func TestTheOctoberTollIsOneSided(t *testing.T) {
	s := workedCase(t)
	found := 0
	for i := range s.Incidents.All() {
		if i.Kind.Family() != model.Violent {
			continue
		}
		for _, d := range i.Disputes() {
			for _, c := range d.Claims {
				if c.Min != 200 && c.Min != 58 {
					continue
				}
				found++
				if d.Relation != model.OneSided {
					t.Errorf("%d dead of %s: %s, want %s", c.Min, d.Whose, d.Relation, model.OneSided)
				}
			}
		}
	}
	if found < 2 {
		t.Errorf("%d of the two figures are on the board", found)
	}
}

// Pakistan tells of about 70 terrorists, and in the same paragraph the Taliban
// of civilians without a number: the same dead.
func TestTheFebruaryTollIsStatusSplit(t *testing.T) {
	for i := range workedCase(t).Incidents.All() {
		for _, d := range i.Disputes() {
			for _, c := range d.Claims {
				if c.Min == 70 && d.Measure == model.Killed {
					if d.Relation != model.StatusSplit {
						t.Errorf("the 70 dead are %s, want %s", d.Relation, model.StatusSplit)
					}
					return
				}
			}
		}
	}
	t.Error("the 70 dead are not on the board")
}

// The denial and the assertion of a plan for another government in Kabul lean
// on one magazine piece: whoever repeats it adds nothing.
func TestTheMagazineCountsOnce(t *testing.T) {
	s := workedCase(t)
	for q := range s.Questions.All() {
		if q.Topic != "regime-change" {
			continue
		}
		if q.State != model.Contested {
			t.Errorf("the question is %s, want %s", q.State, model.Contested)
		}
		keys, documents := map[string]bool{}, map[model.DocumentID]bool{}
		for e := range q.Evidence.All() {
			if strings.Contains(e.Origin().Name, "New Lines") {
				keys[e.Origin().Key], documents[e.Document()] = true, true
			}
		}
		if len(keys) != 1 {
			t.Errorf("the magazine is %d origins: %v", len(keys), keys)
		}
		if len(documents) < 2 {
			t.Errorf("%d documents credit it, want two or more", len(documents))
		}
		return
	}
	t.Error("nobody asks whether the regime is to be changed")
}

// A document without a date is bounded by its text, and no day is made up for it.
func TestUndatedDocumentsAreBounded(t *testing.T) {
	undated := 0
	for d := range workedCase(t).Documents.All() {
		switch p := d.Published; {
		case p.KnownFrom == model.GroundBounds:
			undated++
			if p.From == 0 || p.To != 0 {
				t.Errorf("%s is dated %s", d.Path, p.EDTF())
			}
		case !p.Bounded() || p.KnownFrom == model.GroundNone:
			t.Errorf("%s is dated %s, known from %q", d.Path, p.EDTF(), p.KnownFrom)
		}
	}
	if undated < 2 {
		t.Errorf("%d documents are undated, want two or more", undated)
	}
}
