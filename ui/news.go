package ui

import (
	"context"
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"crisisdesk/model"
)

// snapshotMsg brings the next Snapshot and what is new in it.
type snapshotMsg struct {
	snapshot *model.Snapshot
	arrived  arrivals
	gone     departures // since the Snapshot before
	sifted   siftedMsg
	alarms   []alarm
	live     bool // it came while the screen was open
}

// await waits for a Snapshot newer than the last. There is never more than one
// such command under way.
func (a *app) await() tea.Cmd {
	ctx, wait, before, live, alerts, sift := a.ctx, a.Board.Wait, a.newest, a.ready, a.alerts, a.sifter()
	if a.Remote != nil {
		wait = func(ctx context.Context, _ uint64) (*model.Snapshot, error) { return news(ctx, a.Board, before) }
	}
	desk := a.Desk
	return func() tea.Msg {
		s, err := wait(ctx, before.Version)
		if err != nil { // ctx has ended, and the screen with it
			return nil
		}
		m := snapshotMsg{snapshot: s, live: live}
		switch {
		case live:
			m.arrived, m.gone = between(before, s), goneBetween(before, s)
		case s.Progress.Complete:
			if read := desk.had(); read != nil {
				m.arrived = unreadIn(s, read)
			}
		}
		m.alarms = alarms(alerts, s, m.arrived)
		m.arrived = m.arrived.marked(m.alarms)
		m.sifted = sift(s, m.arrived)
		return m
	}
}

// progressEvery is how often a remote screen tells of progress alone: to draw
// it anew for fifty officers costs more than to read a document.
const progressEvery = time.Second

// news waits for a Snapshot newer than before, and a while longer where it
// tells of nothing but progress.
func news(ctx context.Context, b *model.Board, before *model.Snapshot) (*model.Snapshot, error) {
	s, err := b.Wait(ctx, before.Version)
	if err != nil {
		return nil, err
	}
	soon, cancel := context.WithTimeout(ctx, progressEvery)
	defer cancel()
	for onlyProgress(before, s) {
		next, err := b.Wait(soon, s.Version)
		if err != nil {
			return s, ctx.Err()
		}
		s = next
	}
	return s, nil
}

// onlyProgress reports whether all else is the same in two Snapshots, which
// share what did not change.
func onlyProgress(a, b *model.Snapshot) bool {
	return a.Progress.Complete == b.Progress.Complete && a.Work == b.Work && a.Documents.Same(b.Documents) &&
		a.Incidents.Same(b.Incidents) && a.Statements.Same(b.Statements) && same(a.Problems, b.Problems)
}

func same[T any](a, b []T) bool { return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0]) }

// receive takes a Snapshot that has come: shows it, or holds it back in a pause.
func (a *app) receive(m snapshotMsg) tea.Cmd {
	a.newest = m.snapshot
	a.ready = a.ready || m.snapshot.Progress.Complete
	if a.paused {
		a.heldBack, a.heldGone = a.heldBack.and(m.arrived), a.heldGone.and(m.gone)
	} else {
		a.take(m)
	}
	if !m.live {
		return nil
	}
	return a.ring(m.alarms)
}

// pause holds back what comes, or shows what was held back.
func (a *app) pause() {
	a.paused = !a.paused
	if a.paused {
		a.notice = "paused: what comes is held back" + a.Keys[a.at].offer(pause, "lets it in")
		return
	}
	a.take(snapshotMsg{snapshot: a.newest, arrived: a.heldBack, gone: a.heldGone})
	a.heldBack, a.heldGone = arrivals{}, departures{}
}

// pausedWords say that the screen is paused and how much is held back; "" where
// it is not.
func (a *app) pausedWords() string {
	switch n := a.heldBack.count(); {
	case !a.paused:
		return ""
	case n > 0:
		return fmt.Sprintf("PAUSED, %d held back", n)
	}
	return "PAUSED"
}

// take shows another Snapshot.
func (a *app) take(m snapshotMsg) {
	a.snapshot = m.snapshot
	for i, p := range a.panes[:boardPanes] {
		p.take(m.snapshot, m.gone[i], m.arrived[i])
	}
	if m.sifted.by.is(a.sieve()) {
		a.showSifted(m.sifted)
	}
	for _, p := range a.panes[:boardPanes] {
		p.pinned = p.pinned && !a.ready
	}
	if m.arrived.any() {
		a.notice = a.news()
	}
	if len(m.alarms) > 0 {
		a.notice = "ALERT " + joined(m.alarms) + "; " + a.notice
	}
	a.files.shown = m.snapshot.Problems
	a.problems.changed()
	a.refreshDetail()
	a.reader.refresh(m.snapshot)
	a.follow()
}

// boardNouns are what the panes of the board show.
var boardNouns = [boardPanes]string{"incident", "statement", "question"}

// news counts what is unread in words, by sign and pane.
func (a *app) news() string {
	var words []string
	var counts [boardPanes]map[sign]int
	for i := range counts {
		counts[i] = a.panes[i].bySign()
	}
	for _, s := range []sign{alerted, isNew, grew} {
		var of []string
		for i, noun := range boardNouns {
			if n := counts[i][s]; n > 0 {
				of = append(of, count(n, noun))
			}
		}
		if len(of) > 0 {
			words = append(words, string(s)+" "+strings.Join(of, ", "))
		}
	}
	return "unread" + a.Keys[a.at].offer(unread, "goes there") + ": " + strings.Join(words, "; ")
}
