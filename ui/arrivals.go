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
func between(before, after *model.Snapshot) (a arrivals) {
	for x := range model.Further(after.Incidents, before.Incidents) {
		a.add(0, string(x.ID), before.Incident(x.ID) == nil, func() bool { return x.MoreThan(before.Incident(x.ID)) })
	}
	for x := range model.Further(after.Statements, before.Statements) {
		a.add(1, string(x.ID()), before.Statement(x.ID()) == nil, func() bool { return false })
	}
	for x := range model.Further(after.Questions, before.Questions) {
		a.add(2, string(x.ID), before.Question(x.ID) == nil, func() bool { return x.MoreThan(before.Question(x.ID)) })
	}
	return a
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
func goneBetween(before, after *model.Snapshot) (d departures) {
	for x := range model.Further(before.Incidents, after.Incidents) {
		if after.Incident(x.ID) == nil {
			d[incidentPane] = append(d[incidentPane], string(x.ID))
		}
	}
	for x := range model.Further(before.Statements, after.Statements) {
		if after.Statement(x.ID()) == nil {
			d[statementPane] = append(d[statementPane], string(x.ID()))
		}
	}
	for x := range model.Further(before.Questions, after.Questions) {
		if after.Question(x.ID) == nil {
			d[questionPane] = append(d[questionPane], string(x.ID))
		}
	}
	return d
}

// add takes an item in that came, or that has more to it than before.
func (a *arrivals) add(pane int, id string, came bool, more func() bool) {
	switch {
	case came:
		a[pane] = append(a[pane], arrival{id, isNew})
	case more():
		a[pane] = append(a[pane], arrival{id, grew})
	}
}
