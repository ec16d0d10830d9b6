package feed

import (
	"time"

	"crisisdesk/model"
)

// pace measures how fast a backlog is worked off: over the last seconds of it,
// because what is known is read faster than what is new. The zero pace has seen
// none.
type pace struct {
	measured, next stretch // the next takes over as it gets long
}

// stretch is so many documents read since a time; zero while nothing waits.
type stretch struct {
	since time.Time
	done  int
}

const (
	paceFrom = time.Second     // how long a backlog is worked on before its pace is told
	paceOver = 5 * time.Second // how long ago at least, and twice that at most, its measure begins
)

// tell adds rate and time to go to a progress with which so many documents
// were read.
func (c *pace) tell(p *model.Progress, read int, now time.Time) {
	p.Rate, p.ToGo = 0, 0
	switch {
	case p.Waiting == 0:
		*c = pace{}
		return
	case c.measured.since.IsZero():
		c.measured.since, c.next.since = now, now
		return
	}
	c.measured.done += read
	c.next.done += read
	if now.Sub(c.next.since) >= paceOver {
		c.measured, c.next = c.next, stretch{since: now}
	}
	took := now.Sub(c.measured.since)
	if took < paceFrom || c.measured.done == 0 {
		return
	}
	p.Rate = float64(c.measured.done) / took.Seconds()
	p.ToGo = time.Duration(float64(p.Waiting) / p.Rate * float64(time.Second)).Round(time.Second)
}
