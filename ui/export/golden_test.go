package export_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"crisisdesk/model"
	"crisisdesk/ui/export"
)

var update = flag.Bool("update", false, "write the golden files anew")

// period is the time in which the dated document of desk appeared.
var period = export.Subject{
	Since: time.Date(2025, time.October, 8, 0, 0, 0, 0, time.UTC), Until: time.Date(2025, time.October, 11, 0, 0, 0, 0, time.UTC),
}

func TestGolden(t *testing.T) {
	csv := func(kind export.Kind) func(*bytes.Buffer, *model.Snapshot) error {
		return func(b *bytes.Buffer, s *model.Snapshot) error { return export.CSV(b, s, kind, "green") }
	}
	brief := func(format export.BriefFormat, marking export.Marking) func(*bytes.Buffer, *model.Snapshot) error {
		return func(b *bytes.Buffer, s *model.Snapshot) error {
			return export.NewBrief(s, "test", period, marking).Write(b, format)
		}
	}
	for name, write := range map[string]func(*bytes.Buffer, *model.Snapshot) error{
		"desk.jsonl":     func(b *bytes.Buffer, s *model.Snapshot) error { return export.JSONL(b, s, "") },
		"incidents.csv":  csv("incidents"),
		"figures.csv":    csv("figures"),
		"statements.csv": csv("statements"),
		"questions.csv":  csv("questions"),
		"documents.csv":  csv("documents"),
		"desk.stix.json": func(b *bytes.Buffer, s *model.Snapshot) error { return export.STIX(b, s, "amber") },
		"brief.md":       brief("markdown", "amber+strict"),
		"brief.txt":      brief("text", ""),
		"brief.html":     brief("html", "red"),
	} {
		t.Run(name, func(t *testing.T) {
			var got bytes.Buffer
			if err := write(&got, desk()); err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("testdata", name)
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("differs from %s (- want, + got):\n%s", golden, diff)
			}
		})
	}
}
