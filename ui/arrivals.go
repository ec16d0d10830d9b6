package ui

import (
	"slices"

	"crisisdesk/model"
)

// sign marks an item that an officer has not been on since it came or grew.
type sign string

const (
	isNew sign = "NEW" // it came
	grew  sign = "UPD" // another document tells of it, or it stands differently

	alerted sign = "!!!" // either, and an alert is for it

	starred sign = "*" // by an officer, and none of those
)

const signWidth = 3

// starOr is a mark, the sign of a star where there is no mark and an officer
// has starred the item.
func starOr(mark sign, w *model.Work, items ...model.Item) sign {
	if mark == "" && w.Starred(items...) {
		return starred
	}
	return mark
}

// arrival is an item to be marked.
type arrival struct {
	id   string
	sign sign
}

// arrivals are what came between two Snapshots, by pane.
type arrivals [boardPanes][]arrival

// count is how much came.
func (a arrivals) count() int { return len(a[0]) + len(a[1]) + len(a[2]) }

// any reports whether something came.
func (a arrivals) any() bool { return a.count() > 0 }

// and is what came, and what came after it.
func (a arrivals) and(after arrivals) arrivals {
	for pane := range a {
		a[pane] = slices.Concat(a[pane], after[pane])
	}
	return a
}

// between compares two Snapshots.
func between(before, after *model.Snapshot) arrivals {
	return arrivals{
		incidentPane:  incidentStock.came(before, after),
		statementPane: statementStock.came(before, after),
		questionPane:  questionStock.came(before, after),
	}
}

// departures are the IDs of what has gone from one Snapshot to another, by pane.
type departures [boardPanes][]string

// and is what has gone, and what went after it.
func (d departures) and(after departures) departures {
	for pane := range d {
		d[pane] = slices.Concat(d[pane], after[pane])
	}
	return d
}

// goneBetween compares two Snapshots.
func goneBetween(before, after *model.Snapshot) departures {
	return departures{
		incidentPane:  incidentStock.gone(before, after),
		statementPane: statementStock.gone(before, after),
		questionPane:  questionStock.gone(before, after),
	}
}
