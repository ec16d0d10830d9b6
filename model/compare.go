package model

import (
	"maps"
	"slices"
)

// related lists the kinds, apart from equal ones, that reports of one event
// are told as.
var related = map[[2]Kind]kindDegree{
	{Airstrike, Attack}:      looserKind,
	{Airstrike, Bombing}:     likeKind,
	{Airstrike, DroneStrike}: likeKind,
	{Attack, Bombing}:        likeKind,
	{Attack, Clash}:          mutualKind,
	{Attack, DroneStrike}:    looserKind,
	{Attack, Killing}:        likeKind,
	{Attack, Other}:          looserKind,
	{Attack, Shelling}:       looserKind,
	{Agreement, Ceasefire}:   likeKind,
	{Bombing, Killing}:       likeKind,
	{Clash, Shelling}:        mutualKind,
}

// seldom lists the kinds that two sides seldom do twice within a short time.
var seldom = map[Kind]bool{
	Ceasefire: true, Closure: true, Mediation: true, Recognition: true, Deportation: true, Agreement: true, Visit: true,
}

// kindNumber numbers a kind by its place in numberedKinds.
type kindNumber uint8

// numberedKinds are the known kinds, after none. Of each is said by its number
// how well it agrees with another, which may tell the same event, how many
// days may lie between two reports of it (see slack), whether it is violent
// and whether two sides seldom do it twice.
var (
	numberedKinds = append([]Kind{""}, slices.Sorted(maps.Keys(kinds))...)
	kindDegrees   [32][32]kindDegree
	meets         [32][]kindNumber
	slacks        [32]Day
	violent, rare [32]bool

	closure, talks = numberOf(Closure), numberOf(Talks)
)

func init() {
	for i, a := range numberedKinds {
		slacks[i], violent[i], rare[i] = slack(a), a.Family() == Violent, seldom[a]
		for j, b := range numberedKinds {
			kindDegrees[i][j] = compareKinds(a, b)
			if a != "" && kindDegrees[i][j] != otherKind {
				meets[i] = append(meets[i], kindNumber(j))
			}
		}
	}
}

// numberOf is the number of k, 0 where it is none of the known kinds.
func numberOf(k Kind) kindNumber { return kindNumber(max(0, slices.Index(numberedKinds, k))) }

func compareKinds(a, b Kind) kindDegree {
	switch {
	case a == b && seldom[a]:
		return sameSeldom
	case a == b:
		return sameKind
	}
	if d, ok := related[[2]Kind{min(a, b), max(a, b)}]; ok {
		return d
	}
	if a.Family() == Violent && b.Family() == Violent {
		return farKind
	}
	return otherKind
}

// compareDays compares reports whose days meet.
func compareDays(a, b *timing) whenDegree {
	longer, shorter := max(a.days, b.days), min(a.days, b.days)
	switch {
	case a.undated || b.undated:
		return undated
	case longer == noDays:
		return compareOpen(a, b)
	case a.from > b.to || b.from > a.to:
		if a.kind == closure {
			return stillSo
		}
		return nextDay
	case longer <= fewDays:
		return sameDays
	case a.exact && b.exact && a.kind == talks && distance(a.from, b.from) <= 1:
		return samePeriod // told while they went on, each up to its own day
	case a.lasts && b.lasts:
		common := min(a.to, b.to) - max(a.from, b.from) + 1
		union := max(a.to, b.to) - min(a.from, b.from) + 1
		if 2*common >= union {
			return samePeriod
		}
		return crossing
	case shorter <= fewDays && (a.lasts || b.lasts):
		return partOf
	case longer <= 8:
		return someWeek
	case longer <= 32:
		return someMonth
	}
	return someYear
}

// compareOpen compares reports of which one is bounded on one side only: it
// tells what happened some time before, mostly as news.
func compareOpen(a, b *timing) whenDegree {
	switch after := min(distance(a.to, b.to), distance(a.from, b.from)); {
	case after <= 3:
		return openDays
	case after <= 10:
		return openWeek
	case a.kind == b.kind && rare[a.kind]:
		return openSeldom
	case after <= 31:
		return openMonth
	}
	return openTime
}

// sameToll reports whether both give one figure that is not so small as to
// agree by chance.
func sameToll(a, b *account) bool {
	if a.figures&b.figures == 0 {
		return false
	}
	for _, x := range a.report.tolls {
		for _, y := range b.report.tolls {
			if x.min == y.min && x.max == y.max && x.min > 3 && x.outcome() == y.outcome() {
				return true
			}
		}
	}
	return false
}
