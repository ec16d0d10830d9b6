package ui

import (
	"testing"

	"crisisdesk/model"
)

// Letters typed while a filter is being asked wait for it, and the last of them
// has the last word.
func TestAFilterIsAskedBesideTheScreen(t *testing.T) {
	s := newScreen(t, desk(), 120, 40, nil)
	p := s.app.panes[statementPane]
	all := p.len()
	s.press("/")
	under := s.send(keyPress("s"))
	if cmd := s.send(keyPress("h")); cmd != nil || p.len() != all {
		t.Errorf("%d of %d statements show, and a second search is under way: %v", p.len(), all, cmd != nil)
	}
	s.types("ehbaz") // while the first is under way
	next := s.send(under())
	if p.len() != all {
		t.Errorf("s leaves %d of %d statements", p.len(), all)
	}
	s.run(next)
	if p.len() != 1 {
		t.Errorf("shehbaz leaves %d statements", p.len())
	}
	late := s.send(keyPress("x"))
	s.send(keyPress("backspace"))
	s.run(late)
	if p.len() != 1 {
		t.Errorf("what was asked before the last key leaves %d statements", p.len())
	}
}

// What has gone in a pause is not unread after it, though it came in the pause.
func TestWhatCameAndWentInAPauseIsNotUnread(t *testing.T) {
	b := desk()
	s := newScreen(t, b, 120, 40, nil)
	s.press("p")
	for _, u := range []model.Update{numbered(1).update(), {Path: "001.txt", Removed: true}} {
		b.Apply([]model.Update{u}, model.Progress{Complete: true})
		s.news()
	}
	s.press("p")
	if n := s.app.unread(); n != 0 {
		t.Errorf("%d items are unread:\n%s", n, s.app.frame())
	}
}
