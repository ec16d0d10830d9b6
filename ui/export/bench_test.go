package export_test

import (
	"fmt"
	"io"
	"testing"
	"time"

	"crisisdesk/model"
	"crisisdesk/ui/export"
)

// many is a board of n documents, each with an incident of its own place and
// day, two statements and a sentence on one of fifty questions.
func many(n int) *model.Snapshot {
	return model.NewBoard(nil).Apply(manyUpdates(n), model.Progress{Complete: true})
}

func manyUpdates(n int) []model.Update {
	updates := make([]model.Update, n)
	for i := range updates {
		day := model.NewDay(2025, time.January, 1+i%300)
		d := &model.Document{
			ID: model.DocumentID(fmt.Sprint("d", i)), Path: fmt.Sprintf("%d.txt", i), SHA256: "00", Title: "What happened", Language: "en",
			Outlet: fmt.Sprint("Paper ", i%40), OutletID: fmt.Sprint("paper-", i%40),
			Published: model.Published{When: model.OnDay(day), KnownFrom: model.GroundDateline},
		}
		words := model.Span{Document: d.ID, Start: 10, End: 60, Text: "Jets struck a depot and killed at least five people"}
		place := model.Place{ID: fmt.Sprint("place-", i%700), Name: fmt.Sprint("Place ", i%700), Country: "XX", Kind: "town", Lat: 1, Lon: 2}
		said := func(n int) model.Statement {
			return model.Statement{
				ID: model.StatementID(fmt.Sprint("s", i, ".", n)), Document: d.ID, Act: model.Claim, Mode: model.Direct, Text: words.Text,
				Speaker: model.Speaker{Name: fmt.Sprint("Speaker ", i%90), Side: fmt.Sprint("side-", i%4)}, When: d.Published.When, Evidence: []model.Span{words},
			}
		}
		updates[i] = model.Update{Path: d.Path, Facts: &model.Facts{
			Document: d,
			Reports: []model.Report{{
				ID: model.ReportID(fmt.Sprint("r", i)), Document: d.ID, Kind: model.Airstrike, When: model.OnDay(day), Places: []model.Place{place},
				Status: model.Claimed, ClaimedBy: "side", Summary: words.Text, Evidence: []model.Span{words},
				Casualties: []model.Casualty{{Who: "people", Outcome: model.Killed, Min: 5, Max: model.NoLimit, Evidence: words}},
			}},
			Statements: []model.Statement{said(0), said(1)},
			Evidence:   []model.Evidence{{Span: words, Topic: fmt.Sprint("topic-", i%50), Form: model.Explicit, Stance: model.Raises, When: d.Published.When}},
		}}
	}
	return updates
}

// items is how many lines an export of a snapshot has.
func items(s *model.Snapshot) int {
	return s.Documents.Len() + s.Incidents.Len() + s.Statements.Len() + s.Questions.Len()
}

func BenchmarkExport(b *testing.B) {
	s := many(20_000)
	for name, write := range map[string]func() error{
		"jsonl": func() error { return export.JSONL(io.Discard, s, "") },
		"csv":   func() error { return export.CSV(io.Discard, s, "statements", "") },
		"stix":  func() error { return export.STIX(io.Discard, s, "") },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := write(); err != nil {
					b.Fatal(err)
				}
			}
			n := items(s)
			if name == "csv" {
				n = s.Statements.Len()
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "items/s")
		})
	}
}

// BenchmarkBrief briefs 20,000 documents, all of them new.
func BenchmarkBrief(b *testing.B) {
	s := many(20_000)
	for _, format := range export.BriefFormats {
		b.Run(string(format), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				whole := export.Subject{Since: time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC), Until: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}
				if err := export.NewBrief(s, "desk", whole, "amber").Write(io.Discard, format); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkTail tells of one new document among 20,000, over and over.
func BenchmarkTail(b *testing.B) {
	all := manyUpdates(20_001)
	for _, where := range []string{"", "kind:airstrike place:20"} {
		b.Run("where "+where, func(b *testing.B) {
			q, err := model.ParseQuery(where)
			if err != nil {
				b.Fatal(err)
			}
			board := model.NewBoard(nil)
			s := board.Apply(all[:20_000], model.Progress{Complete: true})
			tail := export.NewTail(io.Discard, q, "", s)
			last := all[20_000]
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				s = board.Apply([]model.Update{last}, model.Progress{Complete: true})
				b.StartTimer()
				if err := tail.Next(s); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
