package ui

import (
	"io"
	"strings"
	"testing"
	"time"

	"crisisdesk/model"
)

// settled waits until the program has written nothing for some frames, and
// returns how many bytes it has written.
func (s *session) settled() int {
	s.t.Helper()
	written, since := -1, time.Now()
	s.until("the end of what is written", func() bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.bytes != written {
			written, since = s.bytes, time.Now()
		}
		return time.Since(since) > 5*time.Second/framesPerSecond
	})
	return written
}

// costs are the bytes that an event costs on the wire.
func (s *session) costs(event func()) int {
	s.t.Helper()
	before := s.settled()
	event()
	return s.settled() - before
}

// Officers sit behind lines of 20 kbit/s, which carry 2.5 KB a second.
func TestBytesOnTheWire(t *testing.T) {
	start := time.Now()
	b := model.NewBoard(standingQuestions())
	for i := range 60 {
		b.Apply([]model.Update{busy(i).update()}, model.Progress{Complete: true, Watch: "inotify"})
	}
	late := noon.Add(57 * time.Second)
	s := runAt(t.Context(), t, 120, 40, func(o *Options) {
		o.Board, o.Environ = b, []string{"TERM=xterm-256color", "COLORTERM="}
		o.Now = func() time.Time { return late.Add(time.Since(start)) }
	})
	s.shows("Open questions")
	new := 60
	arrives := func() {
		r := busy(new)
		r.facts.Reports, r.facts.Statements = r.facts.Reports[:1], nil
		b.Apply([]model.Update{r.update()}, model.Progress{Complete: true, Watch: "inotify"})
		new++
		s.shows("1 unread")
	}
	s.shows("0813Z") // a minute has begun
	for _, c := range []struct {
		what  string
		most  int
		event func()
	}{
		{"a new item", 1024, arrives},
		{"the cursor, a row down", 400, func() { io.WriteString(s.keys, "j") }},
		{"the cursor, once more", 400, func() { io.WriteString(s.keys, "j") }},
		{"the cursor, a row up", 400, func() { io.WriteString(s.keys, "k") }},
		{"the cursor of the statements", 400, func() { io.WriteString(s.keys, "\t") }},
		{"the statements, a row down", 400, func() { io.WriteString(s.keys, "j") }},
		{"an idle minute", 100, func() { s.shows("0814Z") }},
	} {
		if got := s.costs(c.event); got > c.most {
			t.Errorf("%s costs %d bytes, want at most %d", c.what, got, c.most)
		} else {
			t.Logf("%s: %d bytes", c.what, got)
		}
	}
	text, _ := s.screen()
	if !strings.Contains(text, "Place 60") {
		t.Errorf("the new item is not on the screen:\n%s", text)
	}
}
