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
}

// await waits for a Snapshot newer than the one shown. There is never more
// than one such command under way.
func (a *app) await() tea.Cmd {
	ctx, board, before, compare := a.ctx, a.Board, a.snapshot, a.ready
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
		return m
	}
}

// take shows another Snapshot.
func (a *app) take(m snapshotMsg) {
	a.snapshot = m.snapshot
	a.ready = a.ready || m.snapshot.Progress.Complete
	a.query = a.query.Under(a.marks())
	for i, p := range a.panes[:boardPanes] {
		p.take(m.snapshot, a.query, m.arrived[i])
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
