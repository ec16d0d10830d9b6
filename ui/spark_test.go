package ui

import (
	"testing"

	"crisisdesk/model"
)

func TestRun(t *testing.T) {
	first := model.NewDay(2025, 10, 1)
	days := func(after ...int) (out []model.Day) {
		for _, n := range after {
			out = append(out, first+model.Day(n))
		}
		return out
	}
	for _, c := range []struct {
		days  []model.Day
		cells int
		label string
		want  string
	}{
		{days(0), 8, "1 day to 2025-10-01", "█"},
		{days(0, 0, 3), 8, "4 days to 2025-10-04", "█  ▄"},
		{days(0, 13, 14), 8, "3 weeks to 2025-10-15", "▄ █"},
		{days(0, 100), 4, "4 four-week spans to 2026-01-09", "█  █"},
		{days(0, 200), 4, "4 four-week spans to 2026-04-19", "   █"},
	} {
		cal := calendarOf(c.days, c.cells)
		if got := newTheme(false, "ansi").run(cal, c.days); got != c.want || cal.String() != c.label {
			t.Errorf("%v is %q, %s", c.days, got, cal)
		}
	}
}
