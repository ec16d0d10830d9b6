package ui

import (
	"io"
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
	start, late := time.Now(), noon.Add(57*time.Second)
	for _, c := range []struct {
		columns, rows int
		what          string
		most          int
		event         func(s *session, b *model.Board)
	}{
		{120, 40, "an idle minute", 100, func(s *session, _ *model.Board) { s.shows("0813Z") }},
		{120, 40, "a new item", 1024, func(s *session, b *model.Board) {
			r := busy(60)
			r.facts.Reports, r.facts.Statements = r.facts.Reports[:1], nil
			b.Apply([]model.Update{r.update()}, model.Progress{Complete: true, Watch: "inotify"})
			s.shows("Place 60")
		}},
		{80, 24, "the cursor, a row down", 400, func(s *session, _ *model.Board) { io.WriteString(s.keys, "j") }},
	} {
		t.Run(c.what, func(t *testing.T) {
			b := model.NewBoard(standingQuestions())
			for i := range 60 {
				b.Apply([]model.Update{busy(i).update()}, model.Progress{Complete: true, Watch: "inotify"})
			}
			s := runAt(t.Context(), t, c.columns, c.rows, func(o *Options) {
				o.Board = b
				o.Now = func() time.Time { return late.Add(time.Since(start)) }
			})
			s.shows("Open questions")
			if got := s.costs(func() { c.event(s, b) }); got > c.most {
				t.Errorf("%d bytes, want at most %d", got, c.most)
			} else {
				t.Logf("%d bytes", got)
			}
		})
	}
}
