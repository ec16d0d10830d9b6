package feed

import (
	"testing"
	"time"

	"crisisdesk/model"
)

func TestPace(t *testing.T) {
	start := time.Date(2026, 1, 5, 12, 0, 0, 0, time.UTC)
	var c pace
	for _, step := range []struct {
		after         time.Duration
		waiting, read int
		rate          float64
		toGo          time.Duration
	}{
		{0, 100, 0, 0, 0},                              // a backlog begins
		{500 * time.Millisecond, 95, 5, 0, 0},          // too short to tell
		{2 * time.Second, 80, 15, 10, 8 * time.Second}, // 20 in 2 s
		{4 * time.Second, 80, 0, 5, 16 * time.Second},  // a slow one
		{10 * time.Second, 0, 80, 0, 0},                // done
		{20 * time.Second, 10, 0, 0, 0},                // the next begins anew
		{22 * time.Second, 508, 2, 1, 508 * time.Second},
		{25 * time.Second, 8, 500, 100.4, 0},               // what was known
		{31 * time.Second, 6, 2, 1. / 3, 18 * time.Second}, // and what is new
	} {
		p := model.Progress{Waiting: step.waiting}
		c.tell(&p, step.read, start.Add(step.after))
		if p.Rate != step.rate || p.ToGo != step.toGo {
			t.Errorf("after %v: %v a second, %v to go; want %v and %v", step.after, p.Rate, p.ToGo, step.rate, step.toGo)
		}
	}
}
