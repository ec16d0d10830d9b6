package ui

import (
	tea "charm.land/bubbletea/v2"

	"crisisdesk/model"
)

// sieve is what the lists of the board are found by.
type sieve struct {
	snapshot  *model.Snapshot
	query     model.Query
	byArrival bool
}

// is reports whether both find the same, but for marks.
func (s sieve) is(o sieve) bool {
	return s.snapshot == o.snapshot && s.query.String() == o.query.String() && s.byArrival == o.byArrival
}

// sieve is what the lists are to be found by.
func (a *app) sieve() sieve { return sieve{a.snapshot, a.query, a.likes.ByArrival} }

// siftedMsg brings what was found.
type siftedMsg struct {
	by    sieve
	place [boardPanes]func()
}

// derive finds and counts what is to show, beside the screen.
func (a *app) derive() tea.Cmd { return tea.Batch(a.sift(), a.build()) }

// sift finds what the filter lets through, beside the screen, unless the lists
// are up to date or being found. A filter that only narrows the one before is
// asked of what that let through.
func (a *app) sift() tea.Cmd {
	by := a.sieve()
	if a.sifting || a.sieved.is(by) {
		return nil
	}
	a.sifting = true
	narrows := by.query.Narrows(a.sieved.query) && a.sieved.snapshot == by.snapshot && a.sieved.byArrival == by.byArrival
	pick, q, came := a.pickers(narrows), a.asking(), a.recent()
	return func() tea.Msg { return by.sift(q, pick, came) }
}

// pickers are those of the board, of all or of what shows now.
func (a *app) pickers(narrow bool) (pick [boardPanes]picker) {
	for i, p := range a.panes[:boardPanes] {
		if pick[i] = p.lists.pick; narrow {
			pick[i] = p.lists.narrow()
		}
	}
	return pick
}

// recent is what came to each list of the board.
func (a *app) recent() (came [boardPanes]recent) {
	for i, p := range a.panes[:boardPanes] {
		came[i] = p.recent
	}
	return came
}

func (s sieve) sift(q model.Query, pick [boardPanes]picker, came [boardPanes]recent) siftedMsg {
	m := siftedMsg{by: s}
	for i := range pick {
		m.place[i] = pick[i](s.snapshot, q, came[i])
	}
	return m
}

// sifter sifts Snapshots that come, as those are now that show. What asks for
// marks is not sifted before the marks are known.
func (a *app) sifter() func(*model.Snapshot, arrivals) siftedMsg {
	by, pick, came := a.sieve(), a.pickers(false), a.recent()
	if by.query.AsksMarks() {
		return func(*model.Snapshot, arrivals) siftedMsg { return siftedMsg{} }
	}
	return func(s *model.Snapshot, arrived arrivals) siftedMsg {
		by.snapshot = s
		for i := range came {
			came[i] = came[i].and(arrived[i])
		}
		return by.sift(by.query, pick, came)
	}
}

// sifted shows what was found, unless what is to be found shows already. What
// was asked before the officer typed on shows until there is better.
func (a *app) sifted(m siftedMsg) {
	a.sifting = false
	if a.sieved.is(a.sieve()) || m.by.snapshot.Version < a.sieved.snapshot.Version {
		return
	}
	a.showSifted(m)
	a.refreshDetail()
	a.follow()
}

// why says why nothing is listed under a filter.
func (a *app) why(q model.Query) string {
	switch {
	case !a.ready:
		return beingRead
	case !q.Empty():
		return nothingFound
	}
	return nothingYet
}

// showSifted puts what was found into the panes of the board.
func (a *app) showSifted(m siftedMsg) {
	asked := m.by.query.String() != a.sieved.query.String()
	a.sieved = m.by
	for i, p := range a.panes[:boardPanes] {
		m.place[i]()
		p.match = m.by.query.Words()
		p.empty = a.why(m.by.query)
		if asked {
			p.filtered()
		} else {
			p.changed()
		}
		p.countAbove()
	}
}
