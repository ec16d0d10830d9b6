package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestWhoIsHere(t *testing.T) {
	there := &Presence{}
	there.Enter("Amina")
	leave := there.Enter("Bashir")
	s := newScreen(t, desk(), 120, 24, func(o *Options) { o.Presence = there })
	now := func() { s.send(s.app.awaitPresence()()) }
	for _, step := range []struct {
		change func()
		status string
		who    string
	}{
		{func() {}, "2 here", "2 here: Amina, Bashir"},
		{func() { there.Enter("Amina") }, "2 here", "2 here: Amina, Bashir"}, // a second screen
		{leave, "1 here", "nobody else is here"},
		{func() { there.Enter("\x1b[2Jkarim") }, "2 here", `2 here: \x1b[2Jkarim, Amina`},
	} {
		step.change()
		now()
		if !s.sees(step.status) {
			t.Errorf("the status line does not say %q:\n%s", step.status, s.app.frame())
		}
		s.press(":", "w", "h", "o", "enter")
		if !s.sees(step.who) {
			t.Errorf("who does not say %q, but %q", step.who, s.app.notice)
		}
	}
}

func TestPresenceCanBeOff(t *testing.T) {
	s := newScreen(t, desk(), 120, 24, nil)
	s.press(":", "w", "h", "o", "enter")
	if !s.sees("who is here is not told") || s.sees(" here  ") {
		t.Errorf("presence that is off is told: %q", s.app.notice)
	}
}

func TestAReaderWritesNothing(t *testing.T) {
	s := newScreen(t, desk(), 120, 24, func(o *Options) { o.Desk = &Desk{Officer: "key:SHA256:AAAA", Name: "Karim"} })
	for _, keys := range [][]string{{"s"}, {"a"}, {":", "r", "a", "t", "e", " ", "2", "enter"}, {":", "a", "s", "k", " ", "w", "enter"}} {
		s.press(keys...)
		if !s.sees("your key is that of a reader") {
			t.Errorf("after %q a reader is told %q", keys, s.app.notice)
		}
	}
	if s.app.writing.active {
		t.Error("a reader is asked for a note")
	}
}

func TestARemoteScreenIsNotSuspended(t *testing.T) {
	s := newScreen(t, desk(), 120, 24, func(o *Options) { o.Remote = &Remote{} })
	if cmd := s.send(tea.KeyPressMsg{Code: 'z', Mod: tea.ModCtrl}); cmd != nil {
		t.Errorf("ctrl+z gives %v", cmd())
	}
	if !s.sees("can be suspended") {
		t.Error("nothing says why")
	}
}
