package feed

import (
	"time"

	"crisisdesk/model"
)

// pace measures how fast a backlog is worked off. The zero pace has seen none.
type pace struct {
	since time.Time // when it began; zero while nothing waits
	done  int       // documents read since
}

// paceFrom is how long a backlog is worked on before its pace is told.
const paceFrom = time.Second

// tell adds rate and time to go to a progress with which so many documents
// were read.
func (c *pace) tell(p *model.Progress, read int, now time.Time) {
	p.Rate, p.ToGo = 0, 0
	switch {
	case p.Waiting == 0:
		*c = pace{}
		return
	case c.since.IsZero():
		c.since = now
		return
	}
	c.done += read
	took := now.Sub(c.since)
	if took < paceFrom || c.done == 0 {
		return
	}
	p.Rate = float64(c.done) / took.Seconds()
	p.ToGo = time.Duration(float64(p.Waiting) / p.Rate * float64(time.Second)).Round(time.Second)
}
