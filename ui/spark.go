package ui

import (
	"fmt"
	"slices"
	"strings"

	"crisisdesk/model"
)

// spark draws counts as a row of bars, one cell each, that of top as high as a
// row is; a blank is none.
func (t *theme) spark(counts []int, top int) string {
	var b strings.Builder
	for _, n := range counts {
		if n == 0 {
			b.WriteByte(' ')
			continue
		}
		b.WriteRune(t.bars[(n*len(t.bars)-1)/top])
	}
	return b.String()
}

// calendar is time drawn in cells, each of step days, the last day at its end.
type calendar struct {
	last        model.Day
	cells, step int
}

// units are what cells of a calendar can stand for, the shortest first.
var units = []struct {
	days int
	name string
}{{1, "day"}, {7, "week"}, {28, "four-week span"}}

// recentDays is the calendar of a column: of days, or of weeks where the
// column is too narrow for the days of two months.
func recentDays(last model.Day, cells int) calendar {
	if cells < 60 {
		return calendar{last, cells, 7}
	}
	return calendar{last, cells, 1}
}

// calendarOf is one of at most cells cells that holds all days as exactly as
// it can.
func calendarOf(days []model.Day, cells int) calendar {
	first, last := slices.Min(days), slices.Max(days)
	for _, u := range units {
		if n := int(last-first)/u.days + 1; n <= cells {
			return calendar{last, n, u.days}
		}
	}
	return calendar{last, cells, units[len(units)-1].days}
}

// String tells what the cells are: "20 weeks to 2025-12-15".
func (c calendar) String() string {
	for _, u := range units {
		if u.days == c.step {
			return fmt.Sprintf("%s to %s", count(c.cells, u.name), orNone(c.last.String()))
		}
	}
	return ""
}

// counts are how many of days each cell holds.
func (c calendar) counts(days []model.Day) []int {
	counts := make([]int, c.cells)
	for _, d := range days {
		if d > c.last {
			continue
		}
		if at := c.cells - 1 - int(c.last-d)/c.step; at >= 0 {
			counts[at]++
		}
	}
	return counts
}

// run draws how many of days each cell of a calendar holds.
func (t *theme) run(c calendar, days []model.Day) string {
	counts := c.counts(days)
	return t.spark(counts, slices.Max(append(counts, 1)))
}
