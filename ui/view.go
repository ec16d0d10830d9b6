package ui

// The panes: those of the board come first, then the views that stand alone.
const (
	incidentPane = iota
	statementPane
	questionPane
	timelinePane
	actorPane
	claimPane
	sourcePane

	boardPanes = timelinePane
	paneCount  = sourcePane + 1
)

// show goes to a view.
func (a *app) show(view action) {
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
	}
	a.alone, a.zoomed = view == showQuestions, false
	a.focusOn(pane)
}

// derives reports whether pane i follows the Snapshot now: those of the board
// always, a view that is made of it only while it shows.
func (a *app) derives(i int) bool { return i < boardPanes || i == a.focus }

// turn goes to the pane that is by further on, or to the view where one is in
// a view.
func (a *app) turn(by int) {
	from, n := 0, boardPanes
	if a.focus >= boardPanes {
		from, n = boardPanes, paneCount-boardPanes
	}
	a.focusOn(from + (a.focus-from+by+n)%n)
}

// derive brings a view that is about to show up to date.
func (a *app) derive(pane int) {
	if pane < boardPanes {
		return
	}
	p := a.panes[pane]
	if p.empty = nothingFound; a.query.Empty() {
		p.empty = nothingYet
	}
	p.take(a.snapshot, a.query, nil)
}
