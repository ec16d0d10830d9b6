package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"
)

// Presence is who has a screen of one desk open, for any number of goroutines.
// The zero Presence is that of a desk at which nobody is.
type Presence struct {
	mu      sync.Mutex
	roll    roll
	changed chan struct{} // closed at the next change; nil where nobody waits
}

// roll is the names of those who are there, sorted, at one moment.
type roll struct {
	version uint64
	names   []string // of somebody with two screens, once for each
}

// Enter adds somebody until leave is called, once.
func (p *Presence) Enter(name string) (leave func()) {
	p.change(func(names []string) []string { return append(names, name) })
	return func() {
		p.change(func(names []string) []string {
			i := slices.Index(names, name)
			return slices.Delete(names, i, i+1)
		})
	}
}

func (p *Presence) change(by func([]string) []string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	names := by(slices.Clone(p.roll.names)) // screens keep the old ones
	slices.Sort(names)
	p.roll = roll{p.roll.version + 1, names}
	if p.changed != nil {
		close(p.changed)
		p.changed = nil
	}
}

// wait returns the roll as soon as it is newer than a version.
func (p *Presence) wait(ctx context.Context, version uint64) (roll, error) {
	for {
		p.mu.Lock()
		now := p.roll
		if p.changed == nil {
			p.changed = make(chan struct{})
		}
		changed := p.changed
		p.mu.Unlock()
		if now.version > version {
			return now, nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return roll{}, ctx.Err()
		}
	}
}

// presenceMsg brings a new roll.
type presenceMsg struct{ roll }

// awaitPresence waits until somebody comes or goes.
func (a *app) awaitPresence() tea.Cmd {
	ctx, presence, version := a.ctx, a.Presence, a.present.version
	if presence == nil {
		return nil
	}
	return func() tea.Msg {
		now, err := presence.wait(ctx, version)
		if err != nil {
			return nil
		}
		return presenceMsg{now}
	}
}

// who says who is there, everybody once.
func (a *app) who(string) tea.Cmd {
	names := slices.Compact(slices.Clone(a.present.names))
	switch {
	case a.Presence == nil:
		a.notice = "who is here is not told"
	case len(names) == 1:
		a.notice = "nobody else is here"
	default:
		a.notice = fmt.Sprintf("%d here: %s", len(names), strings.Join(names, ", "))
	}
	return nil
}

// here counts those who are there, for the status line; "" where it is not told.
func (r roll) here() string {
	if n := len(slices.Compact(slices.Clone(r.names))); n > 0 {
		return fmt.Sprintf("%d here", n)
	}
	return ""
}
