package model

import (
	"math"
	"slices"
)

// timing is when a report tells an event of its kind, as merging compares it.
type timing struct {
	from, to Day   // the report's When; where one end is open, reach days; undated, for ever
	days     int32 // length of the When, noDays where an end is open
	kind     kindNumber
	lasts    bool // a period that it went on for, rather than one in which it happened some day
	exact    bool // its days are those of the event, rather than such as hold them
	undated  bool // nothing is known of its days
}

const (
	noDays    = math.MaxInt32
	forEver   = math.MaxInt32 / 2
	reach     = 366 // days within which the event lies of a report that is bounded on one side only
	stillNews = 14  // days before those into which news is put, of an agreement or a closure
	fewDays   = 3   // an event told within so many days is told exactly
)

// slack is how many days may lie between the days that two reports of one
// event of kind k give. A night belongs to two days, and a report that gives
// the day of its telling is a day late. A crossing that was closed is closed
// until it is opened, and a report tells that on any day of that time; of the
// things that two sides seldom do twice a day more or less means another.
func slack(k Kind) Day {
	switch {
	case k == Closure:
		return 100
	case seldom[k]:
		return 0
	}
	return 1
}

// daysMeet reports whether the days of two reports do not exclude each other.
func daysMeet(a, b *timing) bool {
	if a.from <= b.to && b.from <= a.to {
		return true
	}
	if a.days == noDays || b.days == noDays { // whoever says "until then" does not tell of the day after
		return a.kind == b.kind && a.kind == closure && gap(a, b) <= slacks[closure]
	}
	return gap(a, b) <= min(slacks[a.kind], slacks[b.kind])
}

// sameTiming reports whether two reports exclude the same days.
func (t *timing) sameTiming(o timing) bool {
	return t.from == o.from && t.to == o.to && t.kind == o.kind && (t.days == noDays) == (o.days == noDays)
}

// gap is how many days lie from the end of the one to the beginning of the other.
func gap(a, b *timing) Day { return max(a.from-b.to, b.from-a.to) }

// retold reports whether two reports of one document, which mostly tell two
// events, tell one: the same violence, on the same days, in the same place, of
// which nothing tells them apart.
func retold(a, b *account) bool {
	return a != b && a.kind == b.kind && violent[a.kind] && a.exact && a.days <= fewDays &&
		a.from == b.from && a.to == b.to && a.comparePlaces(b) <= sameSpot && !otherToll(a, b)
}

// otherToll reports whether two reports give different figures of the same
// people. A single man may be one of more.
func otherToll(a, b *account) bool {
	return slices.ContainsFunc(a.report.tolls, func(x toll) bool {
		return slices.ContainsFunc(b.report.tolls, func(y toll) bool {
			return (x.min != y.min || x.max != y.max) && x.max != 1 && y.max != 1 && x.outcome() == y.outcome() &&
				classOf(x.who(a.report.in)) == classOf(y.who(b.report.in))
		})
	})
}
