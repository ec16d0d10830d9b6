package model

import (
	"maps"
	"slices"
)

// apart reports whether the places of two reports exclude each other: both
// are bounded, and none of the one is, holds, or lies in one of the other.
func apart(a, b *account) bool {
	if a.sites == b.sites {
		return false
	}
	bounded := false
	for _, p := range a.places {
		for _, q := range b.places {
			if p.meets(q) {
				return false
			}
			bounded = bounded || p.bounds && q.bounds
		}
	}
	return bounded
}

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

// numberedKinds are the known kinds, after none; kindDegrees says how well two
// of them agree, and meets lists for each those that may tell the same event.
var (
	numberedKinds = append([]Kind{""}, slices.Sorted(maps.Keys(kinds))...)
	kindDegrees   [32][32]kindDegree
	meets         [32][]kindNumber
)

func init() {
	for i, a := range numberedKinds {
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
func compareDays(a, b *account) whenDegree {
	longer, shorter := max(a.days, b.days), min(a.days, b.days)
	switch {
	case a.undated || b.undated:
		return undated
	case longer == noDays:
		return compareOpen(a, b)
	case a.from > b.to || b.from > a.to:
		if a.report.Kind() == Closure {
			return stillSo
		}
		return nextDay
	case longer <= fewDays:
		return sameDays
	case a.exact && b.exact && a.report.Kind() == Talks && distance(a.from, b.from) <= 1:
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
func compareOpen(a, b *account) whenDegree {
	switch after := min(distance(a.to, b.to), distance(a.from, b.from)); {
	case after <= 3:
		return openDays
	case after <= 10:
		return openWeek
	case a.kind == b.kind && seldom[a.report.Kind()]:
		return openSeldom
	case after <= 31:
		return openMonth
	}
	return openTime
}

// comparePlaces takes the closest of the places that the two name. One spot in
// common among several that each names for itself says less: pages that tell
// of many events name many places.
func comparePlaces(a, b *account) whereDegree {
	best, alike := noPlace, 0
	for _, p := range a.places {
		for _, q := range b.places {
			switch {
			case !p.meets(q):
			case p.id == q.id && !p.wide:
				best = sameSpot
				alike++
			case !p.wide && !q.wide:
				best = min(best, nestedSpot)
			default:
				best = min(best, sameCountry)
			}
		}
	}
	switch {
	case alike > 1:
		return sameSpots
	case best == noPlace && len(a.places) > 0 && len(b.places) > 0:
		return otherPlaces
	}
	if best == sameSpot && 2*alike < min(len(a.places), len(b.places)) {
		return sharedSpot
	}
	return best
}

// compareSides compares who took part. Reports that turn attacker and
// attacked round tell of an attack and the answer to it, but where each is the
// word of those whom it calls attacked: they disagree on who began it.
func compareSides(a, b *account) actorDegree {
	if len(a.sides) == 0 || len(b.sides) == 0 {
		return noActors
	}
	alike, turned := 0, 0
	for _, x := range a.sides {
		for _, y := range b.sides {
			switch {
			case x.side != y.side:
			case x.roles&y.roles != 0:
				alike++
			default:
				turned++
			}
		}
	}
	switch {
	case alike+turned == 0:
		return otherActors
	case alike == 0 && a.accuses && b.accuses:
		return accusingActors
	case alike == 0:
		return turnedActors
	case turned > alike, turned > 0 && partless(a, b, attacks):
		return muddledActors
	case alike+turned == max(len(a.sides), len(b.sides)):
		return sameActors
	case alike+turned == min(len(a.sides), len(b.sides)):
		if a.report.Kind().Family() == Violent && (partless(a, b, suffers) || partless(a, b, attacks)) {
			return otherParts
		}
		return fewerActors
	case slices.ContainsFunc(a.sides, func(x party) bool {
		return x.roles&attacks != 0 && b.plays(x.side, attacks) && sameVictim(a, b, x.side)
	}):
		return whoToWhom
	}
	return someActors
}

// partless reports whether both say who played one of the parts and name nobody in common.
func partless(a, b *account, r roles) bool {
	plays := func(p party) bool { return p.roles&r != 0 }
	return slices.ContainsFunc(a.sides, plays) && slices.ContainsFunc(b.sides, plays) &&
		!slices.ContainsFunc(a.sides, func(p party) bool { return plays(p) && b.plays(p.side, r) })
}

// sameVictim reports whether both name one that was attacked, other than by.
func sameVictim(a, b *account, by name) bool {
	return slices.ContainsFunc(a.sides, func(x party) bool { return x.side != by && x.roles&suffers != 0 && b.plays(x.side, suffers) })
}

// plays reports whether a gives a side one of the roles.
func (a *account) plays(side name, r roles) bool {
	return slices.ContainsFunc(a.sides, func(p party) bool { return p.side == side && p.roles&r != 0 })
}

// sameToll reports whether both give one figure that is not so small as to
// agree by chance.
func sameToll(a, b *account) bool {
	for _, x := range a.report.tolls {
		for _, y := range b.report.tolls {
			if x.min == y.min && x.max == y.max && x.min > 3 && x.outcome() == y.outcome() {
				return true
			}
		}
	}
	return false
}
