package ui

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"crisisdesk/ui/config"
)

// Clock is a local time beside the date-time group of the status line.
type Clock struct {
	Name string
	Zone *time.Location
}

// ClocksOf are clocks as they are configured. The error is that of a zone that
// the tz database does not have.
func ClocksOf(clocks []config.Clock) ([]Clock, error) {
	var out []Clock
	for _, c := range clocks {
		zone, err := time.LoadLocation(string(c.Zone))
		if err != nil {
			return nil, fmt.Errorf("clock %s: %w", c.Name, err)
		}
		out = append(out, Clock{Name: c.Name, Zone: zone})
	}
	return out, nil
}

// minuteMsg says that a minute has begun.
type minuteMsg struct{}

// minute waits for the next minute to begin.
func (a *app) minute() tea.Cmd {
	now := a.Now()
	return a.after(now.Truncate(time.Minute).Add(time.Minute).Sub(now), minuteMsg{})
}

// after gives a message when d has gone by, none where the screen ends before.
func (a *app) after(d time.Duration, msg tea.Msg) tea.Cmd {
	ctx := a.ctx
	return func() tea.Msg {
		t := time.NewTimer(d)
		defer t.Stop()
		select {
		case <-ctx.Done():
			return nil
		case <-t.C:
			return msg
		}
	}
}
