package ui

import (
	"iter"
	"slices"

	"crisisdesk/model"
)

// courseWidth is how many cells the course of a question takes at most.
const courseWidth = 24

// course draws how many passages for and against a question were published
// when, on one scale.
func (c *content) course(all model.List[*model.Testimony]) {
	dated := datesOf(all.All())
	if len(dated) == 0 {
		return
	}
	days := map[model.Stance][]model.Day{}
	for _, stance := range stances {
		days[stance] = datesOf(leaning(all, stance))
	}
	cal := calendarOf(dated, courseWidth)
	c.section("By date: " + cal.String())
	top := 1
	for _, of := range days {
		top = max(top, slices.Max(cal.counts(of)))
	}
	for _, stance := range stances {
		if len(days[stance]) > 0 {
			c.add(plainLook, 1, "%-10s%s%s %d", stanceNames[stance], c.spark(cal.counts(days[stance]), top), c.vertical, len(days[stance]))
		}
	}
}

// stances are in the order in which they are told.
var stances = []model.Stance{model.Supports, model.Opposes, model.Raises}

// leaning are those of all evidence that have a stance.
func leaning(all model.List[*model.Testimony], stance model.Stance) iter.Seq[*model.Testimony] {
	return func(yield func(*model.Testimony) bool) {
		for e := range all.All() {
			if e.Stance() == stance && !yield(e) {
				return
			}
		}
	}
}

// datesOf are the days by which evidence was published, where that is known.
func datesOf(all iter.Seq[*model.Testimony]) (days []model.Day) {
	for e := range all {
		if e.When().Known() {
			days = append(days, e.When().Latest())
		}
	}
	return days
}
