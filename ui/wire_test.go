package ui

import (
	"io"
	"sync/atomic"
	"testing"
	"time"

	"crisisdesk/model"
)

// settled waits until the program has written nothing for a while, and
// returns how many bytes it has written.
func (s *session) settled() int {
	s.t.Helper()
	written, since := -1, time.Now()
	s.until("the end of what is written", func() bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		if len(s.wrote) != written {
			written, since = len(s.wrote), time.Now()
		}
		return time.Since(since) > stillAfter
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
	press := func(key string) func(*session, *model.Board) {
		return func(s *session, _ *model.Board) { io.WriteString(s.keys, key) }
	}
	var passed atomic.Bool // the minute, which begins when the test says so
	now := func() time.Time {
		if passed.Load() {
			return noon.Add(time.Minute + time.Second)
		}
		return noon.Add(time.Minute - 100*time.Millisecond)
	}
	for _, c := range []struct {
		columns, rows int
		what          string
		most          int
		settle        time.Duration
		event         func(s *session, b *model.Board)
	}{
		{120, 40, "an idle minute", 100, 0, func(s *session, _ *model.Board) {
			passed.Store(true)
			s.shows("0813Z")
		}},
		{120, 40, "a new item", 1024, 0, func(s *session, b *model.Board) {
			r := busy(60)
			r.facts.Reports, r.facts.Statements = r.facts.Reports[:1], nil
			b.Apply([]model.Update{r.update()}, model.Progress{Complete: true, Watch: "inotify"})
			s.shows("Place 60")
		}},
		{80, 24, "the cursor, a row down", 400, 0, press("j")},
		{120, 40, "the cursor, a row down", 400, time.Hour, press("j")},
		{120, 40, "the cursor, a row down, and the detail of what it rests on", 600, 0, press("j")},
		{200, 60, "the cursor, a row down", 400, time.Hour, press("j")},
	} {
		t.Run(c.what, func(t *testing.T) {
			b := model.NewBoard(standingQuestions())
			for i := range 60 {
				b.Apply([]model.Update{busy(i).update()}, model.Progress{Complete: true, Watch: "inotify"})
			}
			s := runAt(t.Context(), t, c.columns, c.rows, func(o *Options) {
				o.Board, o.settle, o.Now = b, c.settle, now
				for name, hours := range map[string]int{"Islamabad": 5, "Kabul": 4, "New Delhi": 6, "Doha": 3} {
					o.Clocks = append(o.Clocks, Clock{name, time.FixedZone("", hours*3600)})
				}
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
