package ui

import (
	tea "charm.land/bubbletea/v2"
)

// key does what a key asks for where the officer is.
func (a *app) key(k tea.KeyPressMsg) tea.Cmd {
	a.notice = ""
	switch {
	case a.writing.active:
		return a.wrote(k)
	case a.command.active:
		return a.commanded(k)
	case a.prompt.active:
		return a.typed(k)
	}
	act := a.Keys[a.at].byKey[k.String()]
	if a.at == atFinder && (k.Text != "" || act == none) {
		return a.find(k)
	}
	if act == back && k.String() == escTwice {
		a.back()
	}
	return a.anywhere(act)
}

// anywhere does what keys mean wherever there are such.
func (a *app) anywhere(act action) tea.Cmd {
	switch act {
	case none:
	case quit:
		return tea.Quit
	case back:
		a.back()
	case help:
		if a.at != atHelp {
			a.help.show(helpOn(a.at, a.Keys[a.at], a.theme))
			a.enter(atHelp)
		}
	case suspend:
		if a.Remote == nil {
			return tea.Suspend
		}
		a.notice = "only a crisisdesk on your own terminal can be suspended" // it would be the server
	case star:
		return a.star()
	case note:
		a.note()
	case undo:
		return a.undo()
	case toCommand:
		a.command.active = true
		return a.findTargets()
	case toClipboard:
		return a.cite()
	case toFile:
		return a.saveItem()
	case showBoard, showTimeline, showActors, showQuestions, showClaims, showSources, showPlaces:
		a.show(act)
	case toFinder:
		a.openFinder()
	case toFilters:
		a.listFilters()
	case listProblems:
		if a.at != atProblems {
			a.enter(atProblems)
		}
	default:
		return a.act(act)
	}
	return nil
}

// act does what keys mean in one place only.
func (a *app) act(act action) tea.Cmd {
	switch a.at {
	case atPanes:
		if act == rowsToFile {
			return a.saveRows()
		}
		return a.inPanes(act)
	case atDetail:
		if act == open {
			return a.openDocument()
		}
		a.detail.do(act)
	case atReader:
		switch act {
		case older, newer:
			return a.turnVersion(act)
		case open:
			a.openFact()
			return nil
		}
		a.reader.do(act)
		if marks := len(a.reader.page.marks); marks <= 1 && (act == nextMark || act == previousMark) {
			a.notice = count(marks, "fact") + " here"
		}
	case atProblems:
		a.problems.do(act)
	case atHelp:
		a.help.do(act)
	case atFinder:
		if act == open {
			return a.openHit()
		}
		a.finder.do(act)
	case atFilters:
		if act == open && a.saved.len() > 0 {
			a.filterBy(a.saved.all[a.filters.cursor].Query)
			return nil
		}
		a.filters.do(act)
	}
	return nil
}

// inPanes does what keys mean on the main screen.
func (a *app) inPanes(act action) tea.Cmd {
	switch act {
	case nextPane:
		a.turn(1)
	case previousPane:
		a.turn(-1)
	case pause:
		a.pause()
	case markRead:
		a.markRead()
	case zoom:
		a.zoomed = !a.zoomed
		a.arrange()
	case search:
		a.prompt = prompt{active: true, text: a.query.String()}
	case unread:
		a.nextUnread()
	case order:
		a.reorder()
	case grow:
		a.grow(1)
	case shrink:
		a.grow(-1)
	case widen:
		a.widen(1)
	case narrow:
		a.widen(-1)
	case open:
		a.openDetail()
	default:
		if p := a.panes[a.focus]; p.do(act) {
			p.rest()
			return a.moved()
		}
	}
	return nil
}
