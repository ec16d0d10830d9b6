package ui

import (
	"cmp"
	"testing"
	"time"

	"crisisdesk/model"
)

func TestWhenLabel(t *testing.T) {
	day := func(s string) model.Day {
		if s == "" {
			return 0
		}
		d, err := model.ParseDay(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct{ from, to, want, precision string }{
		{"2025-10-09", "2025-10-09", "09OCT25", "1"},
		{"2025-10-11", "2025-10-12", "11-12OCT25", "1"},
		{"2025-10-31", "2025-11-01", "31OCT25+1", "1"},
		{"2025-10-13", "2025-10-19", "13-19OCT25", "2"},
		{"2025-10-28", "2025-11-03", "28OCT25+6", "2"},
		{"2025-10-01", "2025-10-31", "OCT25", "3"},
		{"2026-02-01", "2026-02-28", "FEB26", "3"},
		{"2025-10-10", "2025-10-31", "10-31OCT25", "3"},
		{"2025-10-01", "2025-12-31", "OCT-DEC25", "3"},
		{"2025-12-15", "2026-02-15", "DEC-FEB26", "3"},
		{"2025-01-01", "2025-12-31", "2025", "-"},
		{"2024-01-01", "2025-12-31", "2024-2025", "-"},
		{"", "2025-11-22", "by 22NOV25", "-"},
		{"2025-10-19", "", "19OCT25 on", "-"},
		{"", "", "undated", "-"},
	} {
		w := model.Between(day(c.from), day(c.to))
		if got := whenLabel(w); got != c.want || len(got) > whenWidth {
			t.Errorf("%s/%s is %q, want %q in %d columns", c.from, c.to, got, c.want, whenWidth)
		}
		if got := cmp.Or(w.Precision.ACLED(), "-"); got != c.precision {
			t.Errorf("%s/%s has precision %s, want %s", c.from, c.to, got, c.precision)
		}
	}
}

func TestDateTimeGroup(t *testing.T) {
	kabul := time.FixedZone("", 4*3600+1800)
	if got := dtg(time.Date(2026, time.February, 27, 12, 42, 0, 0, kabul)); got != "270812Z FEB 26" {
		t.Errorf("got %q", got)
	}
}
