package ui

import "testing"

func TestFilterNarrowsAllPanes(t *testing.T) {
	s := newScreen(t, desk(), 80, 24, nil)
	s.press("/", "s", "h", "e", "h", "b", "a", "z")
	if got := [3]int{s.app.panes[0].len(), s.app.panes[1].len(), s.app.panes[2].len()}; got != [3]int{0, 1, 0} {
		t.Errorf("shehbaz leaves %v", got)
	}
	s.press("backspace", "enter", "esc")
	if got := s.app.panes[1].len(); got != s.app.snapshot.Statements.Len() {
		t.Errorf("esc left %d statements", got)
	}
}

func (p *pane) len() int { return p.source.len() }
