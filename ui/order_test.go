package ui

import (
	"slices"
	"testing"

	"crisisdesk/model"
)

// o shows what came last first, and o again the newest event; neither takes
// the cursor from what one reads.
func TestOrderByArrival(t *testing.T) {
	b := model.NewBoard(nil)
	apply := func(of ...int) {
		var updates []model.Update
		for _, i := range of {
			updates = append(updates, numbered(i).update())
		}
		b.Apply(updates, model.Progress{Complete: true})
	}
	apply(1, 5, 9)
	s := newScreen(t, b, 120, 40, nil)
	s.press("tab", "j")
	for _, i := range []int{7, 3} {
		apply(i)
		s.news()
	}
	p := s.app.panes[statementPane]
	order := func() (paths []string) {
		for i := range p.source.len() {
			paths = append(paths, p.source.id(i)[len("s-"):len("s-001")])
		}
		return paths
	}
	on := p.current
	for _, want := range [][]string{{"003", "007", "009", "005", "001"}, {"009", "007", "005", "003", "001"}} {
		s.press("o")
		if got := order(); !slices.Equal(got, want) {
			t.Errorf("the order is %v, want %v", got, want)
		}
		if p.current != on {
			t.Errorf("the cursor went from %s to %s", on, p.current)
		}
	}
	s.press("o")
	apply(2)
	s.news()
	s.press("/", "w", "o", "r", "d", "enter")
	if got := order(); !slices.Equal(got, []string{"002", "003", "007", "009", "005", "001"}) {
		t.Errorf("under a filter the order is %v", got)
	}
}
