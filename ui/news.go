package ui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"crisisdesk/model"
)

// snapshotMsg brings the next Snapshot and what is new in it.
type snapshotMsg struct {
	snapshot *model.Snapshot
	arrived  arrivals
	query    string // under which the items were picked
	picked   [boardPanes]func(*recent)
}

// await waits for a Snapshot newer than the one shown. There is never more
// than one such command under way.
func (a *app) await() tea.Cmd {
	ctx, board, before, compare, pick := a.ctx, a.Board, a.snapshot, a.ready, a.picker()
	var read map[model.Item]time.Time
	if a.Desk != nil {
		read = a.Desk.Read
	}
	return func() tea.Msg {
		s, err := board.Wait(ctx, before.Version)
		if err != nil { // ctx has ended, and the screen with it
			return nil
		}
		m := snapshotMsg{snapshot: s}
		switch {
		case compare:
			m.arrived = between(before, s)
		case s.Progress.Complete && read != nil:
			m.arrived = unreadIn(s, read)
		}
		pick(&m)
		return m
	}
}

// picker picks the items of a Snapshot under the filter that holds now. What
// asks for marks is not picked before the marks are known.
func (a *app) picker() func(m *snapshotMsg) {
	q, panes := a.query, a.panes[:boardPanes]
	if q.AsksMarks() {
		return func(*snapshotMsg) {}
	}
	return func(m *snapshotMsg) {
		m.query = q.String()
		for i, p := range panes {
			m.picked[i] = p.lists.pick(m.snapshot, q)
		}
	}
}

// take shows another Snapshot.
func (a *app) take(m snapshotMsg) {
	a.snapshot = m.snapshot
	a.ready = a.ready || m.snapshot.Progress.Complete
	a.query = a.query.Under(a.marks())
	for i, p := range a.panes[:boardPanes] {
		place := m.picked[i]
		if place == nil || m.query != a.query.String() {
			place = p.lists.pick(m.snapshot, a.query)
		}
		p.take(m.snapshot, place, m.arrived[i])
		p.pinned = p.pinned && !a.ready
	}
	if m.arrived.any() {
		a.notice = a.news()
	}
	a.files.shown = m.snapshot.Problems
	a.problems.changed()
	a.refreshDetail()
	a.reader.refresh(m.snapshot)
	a.follow()
}

// news counts what is unread in words, by sign and pane.
func (a *app) news() string {
	var words []string
	for _, s := range []sign{isNew, grew} {
		var of []string
		for i, noun := range []string{"incident", "statement", "question"} {
			if n := a.panes[i].unreadWith(s); n > 0 {
				of = append(of, count(n, noun))
			}
		}
		if len(of) > 0 {
			words = append(words, string(s)+" "+strings.Join(of, ", "))
		}
	}
	return "unread" + a.Keys[a.at].offer(unread, "goes there") + ": " + strings.Join(words, "; ")
}
