package ui

import tea "charm.land/bubbletea/v2"

// The panes: those of the board come first, then the views that stand alone.
const (
	incidentPane = iota
	statementPane
	questionPane
	timelinePane
	actorPane
	claimPane
	sourcePane
	placePane

	boardPanes = timelinePane
	paneCount  = placePane + 1
)

// show goes to a view, from wherever one is.
func (a *app) show(view action) {
	a.trail = nil
	a.goTo(atPanes)
	pane := incidentPane
	switch view {
	case showBoard:
		if a.focus < boardPanes {
			pane = a.focus
		}
	case showTimeline:
		pane = timelinePane
	case showActors:
		pane = actorPane
	case showQuestions:
		pane = questionPane
	case showClaims:
		pane = claimPane
	case showSources:
		pane = sourcePane
	case showPlaces:
		pane = placePane
	}
	a.alone, a.zoomed = view == showQuestions, false
	a.focusOn(pane)
}

// turn goes to the pane that is by further on, or to the view where one is in
// a view.
func (a *app) turn(by int) {
	from, n := 0, boardPanes
	if a.focus >= boardPanes {
		from, n = boardPanes, paneCount-boardPanes
	}
	a.focusOn(from + (a.focus-from+by+n)%n)
}

// build counts the view that shows, beside the screen, unless it is up to date
// or being built.
func (a *app) build() tea.Cmd {
	p, want := a.panes[a.focus], basis{a.snapshot, a.query.String()}
	if p.builder == nil || p.building || p.basis == want {
		return nil
	}
	p.building = true
	pane, view, q := a.focus, p.builder, a.asking()
	return func() tea.Msg { return builtMsg{pane, want, q, view.build(want.snapshot, q)} }
}

// built shows a view as it was built.
func (a *app) built(m builtMsg) {
	p := a.panes[m.pane]
	asked := p.basis.query != m.basis.query
	p.basis, p.building = m.basis, false
	m.place()
	p.match = m.query.Words()
	p.empty = a.why(m.query)
	if asked {
		p.filtered()
	} else {
		p.changed()
	}
	a.refreshDetail()
	a.follow()
}
