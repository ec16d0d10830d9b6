package model

import (
	"iter"
	"math"
	"slices"
	"sort"
)

// calendar finds the reports that can tell the event of a given one, without
// looking at most of the rest. Reports lie in drawers by kind: those of one or
// two days by day, those of about a week by week, those of up to a year by
// month, the undated, the open-ended and the longer together. Each lies there
// with its traits, by which those are passed over that cannot match.
type calendar [len(kindDegrees)][len(spans)]shelf

// The places in spans of the lengths of the stretches of days that drawers are for.
const (
	byDay = iota
	byWeek
	byMonth
	together
)

var spans = [...]Day{byDay: 1, byWeek: 8, byMonth: 32, together: math.MaxInt32}

// shelf has drawers of one kind and one span, by their numbers.
type shelf []drawer

// drawer has the reports of one stretch of days; those of one span are numbered.
type drawer struct {
	number  Day
	reports []filed
}

// filed is a report in a drawer.
type filed struct {
	traits
	account *account
}

// spanOf is the place in spans of the length of the stretches that a lies by.
func spanOf(a *account) int {
	switch after := a.to - a.from; {
	case a.days == noDays, after >= 12*spans[byMonth]:
		return together
	case after <= 1:
		return byDay
	case after <= spans[byWeek]:
		return byWeek
	}
	return byMonth
}

// find is where the drawer of a number stands, or is to stand.
func (s shelf) find(number Day) int {
	return sort.Search(len(s), func(i int) bool { return s[i].number >= number })
}

// meeting goes through the reports of which some day lies between two, each
// once: of those in several drawers that counts in which it begins, or the
// first that is looked at.
func (s shelf) meeting(from, to, span Day) iter.Seq[*filed] {
	return func(yield func(*filed) bool) {
		first := from / span
		for _, d := range s[s.find(first):s.find(to/span+1)] {
			for n := range d.reports {
				f := &d.reports[n]
				if from <= f.to && f.from <= to && (d.number == first || f.from/span == d.number) && !yield(f) {
					return
				}
			}
		}
	}
}

// add lays a in the drawers of its days: several where these cross from one
// stretch to the next.
func (c *calendar) add(a *account) {
	f, span := filed{traitsOf(a), a}, spanOf(a)
	s := &c[a.kind][span]
	for n := a.from / spans[span]; n <= a.to/spans[span]; n++ {
		i := s.find(n)
		if i == len(*s) || (*s)[i].number != n {
			*s = slices.Insert(*s, i, drawer{number: n})
		}
		(*s)[i].reports = append((*s)[i].reports, f)
	}
}

func (c *calendar) remove(a *account) {
	span := spanOf(a)
	s := &c[a.kind][span]
	for n := a.from / spans[span]; n <= a.to/spans[span]; n++ {
		i := s.find(n)
		list := (*s)[i].reports
		at := slices.IndexFunc(list, func(f filed) bool { return f.account == a })
		list[at] = list[len(list)-1]
		list[len(list)-1] = filed{}
		if (*s)[i].reports = list[:len(list)-1]; len(list) == 1 {
			*s = slices.Delete(*s, i, i+1)
		}
	}
}

// all goes through the drawers.
func (c *calendar) all() iter.Seq[[]filed] {
	return func(yield func([]filed) bool) {
		for _, shelves := range c {
			for _, s := range shelves {
				for _, d := range s {
					if !yield(d.reports) {
						return
					}
				}
			}
		}
	}
}

// which of the reports a search is for.
type which uint8

const (
	anyReport which = iota
	exactOnly
	inexactOnly
)

// asks reports whether a report like t is asked for.
func (w which) asks(t *traits) bool { return w == anyReport || t.exact == (w == exactOnly) }

// near calls visit once for each of the reports asked for that matches a, with
// the points that speak for it.
func (c *calendar) near(a *account, of which, visit func(o *account, points int)) {
	t := traitsOf(a)
	from, to := t.from-slacks[t.kind], t.to+slacks[t.kind]
	for _, kind := range meets[a.kind] {
		points := kindPoints[kindDegrees[a.kind][kind]]
		if !t.couldMatchAny(points) {
			continue
		}
		for i, span := range spans {
			for f := range c[kind][i].meeting(from, to, span) {
				if !of.asks(&f.traits) || !t.couldMatch(&f.traits, points) {
					continue
				}
				if p := match(a, f.account); p >= enough {
					visit(f.account, p)
				}
			}
		}
	}
}
