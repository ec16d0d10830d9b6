package export_test

import (
	"os"
	"testing"
	"time"

	"crisisdesk/model"
	"crisisdesk/ui/export"
)

// desk is a board with one document of every kind of record, dated and
// undated, with open and closed figures.
func desk() *model.Snapshot {
	return model.NewBoard(nil).Apply(deskUpdates(), model.Progress{Complete: true})
}

func deskUpdates() []model.Update {
	doc := &model.Document{
		ID: "d1", Path: "courier/strike.txt", SHA256: "ab12", Size: 400, Title: "Jets hit camp", Outlet: "The Courier",
		Authors: []string{"A. Writer"}, Language: "en", Passages: []model.Passage{{Start: 0, End: 13}, {Start: 20, End: 400}},
		Published: model.Published{When: model.OnDay(model.NewDay(2025, time.October, 10)), KnownFrom: model.GroundDateline},
	}
	undated := &model.Document{ID: "d2", Path: "notes.txt", SHA256: "cd34", Language: "en"}
	span := func(d *model.Document, start int, words string) model.Span {
		return model.Span{Document: d.ID, Start: start, End: start + len(words), Text: words}
	}
	strike := model.Report{
		ID: "r1", Document: doc.ID, Kind: model.Airstrike, When: model.OnDay(model.NewDay(2025, time.October, 9)),
		Places: []model.Place{{ID: "kabul", Name: "Kabul", Country: "AF", Kind: "city", Lat: 34.53, Lon: 69.17}, {Name: "Zarkhel"}},
		Actors: []model.Actor{{ID: "pakistan", Name: "Pakistan", Side: "pakistan", Role: model.Initiator}, {Name: "a camp", Role: model.Target}},
		Casualties: []model.Casualty{
			{Who: "militants", Outcome: model.Killed, Min: 200, Max: model.NoLimit, ClaimedBy: "Pakistan", Evidence: span(doc, 60, "more than 200 militants")},
			{Who: "civilians", Outcome: model.Wounded, Min: 15, Max: 20, Evidence: span(doc, 90, "15-20 civilians")},
		},
		Status: model.Claimed, ClaimedBy: "Pakistan", Summary: "jets hit a camp <in Kabul>", Evidence: []model.Span{span(doc, 30, "jets hit a camp <in Kabul>")},
	}
	facts := &model.Facts{
		Document: doc, Reports: []model.Report{strike},
		Statements: []model.Statement{{
			ID: "s1", Document: doc.ID, Act: model.Deny, Mode: model.Mixed, Text: "no such … camp",
			Speaker:  model.Speaker{Name: "Zabihullah Mujahid", ActorID: "mujahid", Role: "spokesman", Surface: span(doc, 200, "Mujahid")},
			Evidence: []model.Span{span(doc, 180, "no such"), span(doc, 210, "camp")}, Cue: span(doc, 208, "says"), When: doc.Published.When,
		}},
		Evidence: []model.Evidence{{
			Span: span(doc, 300, "Was it hit?"), Topic: "camp", Form: model.Explicit, Stance: model.Raises, When: doc.Published.When,
		}},
	}
	loose := &model.Facts{Document: undated, Statements: []model.Statement{{
		ID: "s2", Document: undated.ID, Act: model.Claim, Mode: model.Direct, Text: "bad \xff byte",
		Speaker: model.Speaker{Name: "a villager"}, Evidence: []model.Span{span(undated, 0, "bad \xff byte")},
	}}}
	return []model.Update{{Path: doc.Path, Facts: facts}, {Path: undated.Path, Facts: loose}}
}

// A writer that fails stops the export with its error.
func TestJSONLReportsTheWritersError(t *testing.T) {
	if err := export.JSONL(full{}, desk(), ""); err != errFull {
		t.Errorf("got %v", err)
	}
}

type full struct{}

var errFull = os.ErrClosed

func (full) Write([]byte) (int, error) { return 0, errFull }
