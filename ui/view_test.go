package ui

import (
	"testing"

	"crisisdesk/model"
)

// Keys that come before a view is counted move nothing, and news that comes
// while it is counted shows after it.
func TestAViewIsCountedBesideTheScreen(t *testing.T) {
	s := newScreen(t, desk(), 120, 40, nil)
	counted := s.send(keyPress("2"))
	if !s.sees(counting) {
		t.Error("nothing says that the view is being counted")
	}
	s.press("j")
	first := s.app.snapshot
	s.board.Apply([]model.Update{opinion().update()}, model.Progress{Complete: true})
	s.app.update(s.app.await()())
	p := s.app.panes[timelinePane]
	next := s.send(counted())
	if p.cursor != 0 || p.basis.snapshot != first {
		t.Errorf("the cursor is on row %d of the view of Snapshot %p, want 0 of %p", p.cursor, p.basis.snapshot, first)
	}
	s.press("j")
	on := p.current
	s.run(next)
	if p.basis.snapshot != s.app.snapshot || p.current != on {
		t.Errorf("on %q of %p became %q of %p", on, s.app.snapshot, p.current, p.basis.snapshot)
	}
}
