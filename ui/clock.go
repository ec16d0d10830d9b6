package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// Clock is a local time beside the date-time group of the status line.
type Clock struct {
	Name string
	Zone *time.Location
}

// minuteMsg says that a minute has begun.
type minuteMsg struct{}

// minute waits for the next minute to begin.
func (a *app) minute() tea.Cmd {
	ctx, now := a.ctx, a.Now()
	return func() tea.Msg {
		t := time.NewTimer(now.Truncate(time.Minute).Add(time.Minute).Sub(now))
		defer t.Stop()
		select {
		case <-ctx.Done():
			return nil
		case <-t.C:
			return minuteMsg{}
		}
	}
}
