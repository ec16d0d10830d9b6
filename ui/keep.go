package ui

import (
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"crisisdesk/model"
)

// keepEvery is how often it is kept what the officer has read: where the
// program is killed, no more is lost.
const keepEvery = 30 * time.Second

// keepMsg says that it is time for that.
type keepMsg struct{}

// keeper keeps what the officer has read, from one goroutine or another, and
// never what was so before in place of what is so now.
type keeper struct {
	mu   sync.Mutex
	kept int // turns that are kept
}

// keep saves what is so after a number of turns, unless that is kept.
func (k *keeper) keep(turns int, save func() error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if turns > k.kept && save() == nil {
		k.kept = turns
	}
}

// had is what the officer had read when the screen opened, nil where that is
// not known.
func (d *Desk) had() map[model.Item]bool {
	if d == nil || d.Read == nil {
		return nil
	}
	return d.Read()
}

// turns counts how often the officer read an item or one had to be read again;
// that the desk is seen for the first time is one.
func (a *app) turns() int {
	n := 0
	if a.Desk.had() == nil {
		n++
	}
	for _, p := range a.panes[:boardPanes] {
		n += p.turns
	}
	return n
}

// keep keeps beside the screen what has been read, and comes again.
func (a *app) keep() tea.Cmd {
	again := a.after(keepEvery, keepMsg{})
	if a.Desk == nil || !a.ready || a.turns() == a.keeping {
		return again
	}
	a.keeping = a.turns()
	save := a.saveRead()
	return tea.Batch(again, func() tea.Msg { save(); return nil })
}

// save keeps what the officer has read, and how the screen is arranged. Both are
// cheap to lose: an error is none of the officer's business.
func (a *app) save() {
	if a.Desk == nil {
		return
	}
	a.saveRead()()
	if a.Desk.SavePreferences != nil {
		_ = a.Desk.SavePreferences(a.likes)
	}
}

// saveRead gives what keeps what has been read by now, once the folder has been
// read. It may run beside the screen.
func (a *app) saveRead() func() {
	save := a.Desk.SaveRead
	if save == nil || !a.ready {
		return func() {}
	}
	s, unread, turns := a.snapshot, a.unreadNow(), a.turns()
	return func() {
		a.keeper.keep(turns, func() error {
			return save(readIn(s, func(pane int, id string) bool {
				_, is := unread[pane][id]
				return !is
			}))
		})
	}
}
