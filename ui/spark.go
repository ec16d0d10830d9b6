package ui

import (
	"strings"

	"crisisdesk/model"
)

// spark draws counts as a row of bars, one cell each, the highest as high as
// a row is; a blank is none.
func (t *theme) spark(counts []int) string {
	top := 0
	for _, n := range counts {
		top = max(top, n)
	}
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

// byDay counts the days up to last, one cell each, n cells.
func byDay(days []model.Day, last model.Day, n int) []int {
	counts := make([]int, n)
	for _, d := range days {
		if at := n - 1 - int(last-d); at >= 0 && at < n {
			counts[at]++
		}
	}
	return counts
}
