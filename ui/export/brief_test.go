package export_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"crisisdesk/model"
	"crisisdesk/ui/export"
)

// story is a board of two papers' documents of 1, 10 and 12 October and one of
// 18 September: a toll that police revise, a denial, and a question that
// sleeps.
func story() *model.Board {
	document := func(n int, outlet string, m time.Month, day int) *model.Document {
		return &model.Document{
			ID: model.DocumentID(fmt.Sprint("d", n)), Path: fmt.Sprint(n, ".txt"), SHA256: "00", Language: "en", Outlet: outlet, OutletID: strings.ToLower(outlet),
			Published: model.Published{When: model.OnDay(model.NewDay(2025, m, day)), KnownFrom: model.GroundDateline},
		}
	}
	span := func(d *model.Document, at int, words string) model.Span {
		return model.Span{Document: d.ID, Start: at, End: at + len(words), Text: words}
	}
	police := func(d *model.Document, dead int, whole string) model.Report {
		figure := fmt.Sprint(dead)
		return model.Report{
			ID: model.ReportID("r" + d.ID), Document: d.ID, Kind: model.Bombing, When: model.OnDay(model.NewDay(2025, time.September, 30)),
			Places: []model.Place{{ID: "bannu", Name: "Bannu", Country: "PK", Kind: "town"}}, Status: model.Reported, Summary: whole,
			Casualties: []model.Casualty{{Who: "people", Outcome: model.Killed, Min: dead, Max: dead, ClaimedBy: "police", Evidence: span(d, strings.Index(whole, figure), figure)}},
			Evidence:   []model.Span{span(d, 0, whole)},
		}
	}
	says := func(d *model.Document, topic string, stance model.Stance, words string) model.Evidence {
		return model.Evidence{Span: span(d, 200, words), Topic: topic, Form: model.Unconfirmed, Stance: stance, When: d.Published.When}
	}
	early, old := document(1, "Courier", time.September, 18), document(2, "Courier", time.October, 1)
	fresh, last := document(3, "Courier", time.October, 10), document(4, "Herald", time.October, 12)
	board := model.NewBoard([]model.Standing{
		{Topic: "camp", Text: "Was the camp hit?"}, {Topic: "talks", Text: "Will there be talks?"},
	})
	board.Apply([]model.Update{
		{Path: early.Path, Facts: &model.Facts{Document: early, Evidence: []model.Evidence{says(early, "talks", model.Raises, "Talks may come.")}}},
		{Path: old.Path, Facts: &model.Facts{Document: old, Reports: []model.Report{police(old, 8, "Police say 8 people died in Bannu.")},
			Evidence: []model.Evidence{says(old, "camp", model.Supports, "The camp was hit.")}}},
		{Path: fresh.Path, Facts: &model.Facts{Document: fresh, Reports: []model.Report{police(fresh, 11, "Police now say 11 people died in Bannu.")}}},
		{Path: last.Path, Facts: &model.Facts{Document: last, Evidence: []model.Evidence{says(last, "camp", model.Opposes, "No camp was hit, residents say.")}}},
	}, model.Progress{Complete: true})
	return board
}

// october is the time from the eighth on.
var october = export.Subject{Since: time.Date(2025, 10, 8, 0, 0, 0, 0, time.UTC), Until: time.Date(2025, 10, 20, 0, 0, 0, 0, time.UTC)}

// section is the lines of a section, each with what it cites.
func section(b *export.Brief, title string) []string {
	var out []string
	for _, s := range b.Sections {
		if s.Title != title {
			continue
		}
		for _, l := range s.Lines {
			out = append(out, l.Text)
			for _, c := range l.Cites {
				out = append(out, "  "+c.String())
			}
		}
	}
	return out
}

// A question moves where its history says so: by what came in the time, or
// because nothing had come for too long.
func TestBriefTellsWhichQuestionsMovedAndWhy(t *testing.T) {
	moved := []string{
		"Was the camp hit? raised → CONTESTED, 2025-10-12: opposed by Herald (second-hand)",
		"  opposes: “No camp was hit, residents say.” — Herald (F), 2025-10-12, 4.txt:200-231",
		"Will there be talks? raised → DORMANT, 2025-10-10: no new origin for 21 days",
		"  raises: “Talks may come.” — Courier (F), 2025-09-18, 1.txt:200-215",
	}
	september := export.Subject{Since: time.Date(2025, 9, 1, 0, 0, 0, 0, time.UTC), Until: time.Date(2025, 9, 30, 0, 0, 0, 0, time.UTC)}
	came := func(d *model.Document) time.Time { // each when it was published, and the last two when the desk had slept
		return max(d.Published.From, model.NewDay(2025, time.September, 20)).Time()
	}
	for name, c := range map[string]struct {
		period export.Subject
		want   []string
	}{
		"published since":   {october, moved},
		"came since":        {export.Subject{Since: october.Since, Until: october.Until, Came: came}, moved},
		"raised":            {september, []string{"Will there be talks? RAISED, 2025-09-18: raised by Courier (second-hand)", moved[3]}},
		"nothing came then": {export.Subject{Since: october.Until, Until: october.Until.AddDate(0, 1, 0), Came: came}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			got := section(export.NewBrief(story().Snapshot(), "test", c.period, ""), "Questions that moved")
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(- want, + got)\n%s", diff)
			}
		})
	}
}

// A verdict needs two officers, and both are named.
func TestBriefTellsOfVerdicts(t *testing.T) {
	board, on := story(), time.Date(2025, 10, 15, 9, 0, 0, 0, time.UTC)
	proposal := model.Entry{Officer: "user:1", Name: "Amina", Time: on, Seq: 1, Action: model.ProposeVerdict, Of: []model.Item{model.QuestionItem("camp")}, Value: string(model.Debunked)}
	accepts := model.Entry{Officer: "user:2", Name: "Bashir", Time: on.Add(time.Hour), Seq: 1, Action: model.AcceptVerdict, Entry: proposal.ID()}
	got := section(export.NewBrief(board.Enter([]model.Entry{proposal, accepts}), "test", october, ""), "Questions that moved")
	if want := "Was the camp hit? contested → DEBUNKED: by Amina and Bashir"; len(got) == 0 || got[0] != want {
		t.Errorf("got %q, want %q first", got, want)
	}
}

// A toll is revised where its source gives another figure in the time.
func TestBriefTellsOfTollsRevised(t *testing.T) {
	want := []string{
		"bombing, Bannu, 2025-09-30: 8 → 11 killed (says police)",
		"  “Police say 8 people died in Bannu.” — Courier (F), 2025-10-01, 2.txt:0-34",
		"  “Police now say 11 people died in Bannu.” — Courier (F), 2025-10-10, 3.txt:0-39",
	}
	s := story().Snapshot()
	if diff := cmp.Diff(want, section(export.NewBrief(s, "test", october, ""), "Tolls revised")); diff != "" {
		t.Errorf("(- want, + got)\n%s", diff)
	}
	before := export.Subject{Since: time.Date(2025, 9, 1, 0, 0, 0, 0, time.UTC), Until: october.Since}
	if got := section(export.NewBrief(s, "test", before, ""), "Tolls revised"); got != nil {
		t.Errorf("before it was: %q", got)
	}
}

// Every line of a brief rests on words, or on a document as a whole.
func TestEveryLineOfABriefCites(t *testing.T) {
	for name, s := range map[string]*model.Snapshot{"desk": desk(), "story": story().Snapshot(), "many": many(500)} {
		year := export.Subject{Since: time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC), Until: time.Date(2025, 12, 31, 0, 0, 0, 0, time.UTC)}
		for _, p := range []export.Subject{period, october, year} {
			b := export.NewBrief(s, "test", p, "")
			for _, section := range append(slices.Clone(b.Sections), export.Section{Title: "Bottom line", Lines: b.Bottom}) {
				for _, l := range section.Lines {
					if len(l.Cites) == 0 {
						t.Errorf("%s, %s: %q cites nothing", name, section.Title, l.Text)
					}
				}
			}
		}
	}
}

// A brief depends on what is on the board, not on the order in which it came.
func TestABriefIsTheSameInAnyOrder(t *testing.T) {
	year := export.Subject{Since: time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC), Until: time.Date(2025, 12, 31, 0, 0, 0, 0, time.UTC)}
	write := func(updates []model.Update, each int) string {
		board := model.NewBoard(nil)
		for some := range slices.Chunk(updates, each) {
			board.Apply(some, model.Progress{Complete: true})
		}
		var out bytes.Buffer
		if err := export.NewBrief(board.Snapshot(), "test", year, "").Markdown(&out); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	updates := manyUpdates(400)
	want := write(updates, len(updates))
	slices.Reverse(updates)
	if diff := cmp.Diff(want, write(updates, 7)); diff != "" {
		t.Errorf("the other way round (- in order, + reversed)\n%s", diff)
	}
}
