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
