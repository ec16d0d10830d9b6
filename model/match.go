package model

import (
	"maps"
	"slices"
	"strings"
)

// enough is how many points two reports need to tell one event.
const enough = 60

// match gives the points that speak for two reports telling one event, or a
// negative number where something excludes it.
func match(a, b *account) int {
	if a.from > b.to || b.from > a.to || a.document == b.document {
		return -1
	}
	c := comparison{kind: kindDegrees[a.kind][b.kind], when: compareDays(a, b)}
	if kindPoints[c.kind]+whenPoints[c.when]+wherePoints[sameSpot]+actorPoints[sameActors]+tollPoints < enough || apart(a, b) {
		return -1
	}
	c.where, c.actors, c.toll = comparePlaces(a, b), compareSides(a, b), sameToll(a, b)
	return c.points()
}

// comparison is what two reports that do not exclude each other have in common.
type comparison struct {
	kind   kindDegree
	when   whenDegree
	where  whereDegree
	actors actorDegree
	toll   bool // they give the same figure
}

func compare(a, b *account) comparison {
	return comparison{kindDegrees[a.kind][b.kind], compareDays(a, b), comparePlaces(a, b), compareSides(a, b), sameToll(a, b)}
}

func (c comparison) points() int {
	p := kindPoints[c.kind] + whenPoints[c.when] + wherePoints[c.where] + actorPoints[c.actors]
	if c.toll {
		p += tollPoints
	}
	return p
}

type (
	kindDegree  uint8
	whenDegree  uint8
	whereDegree uint8
	actorDegree uint8
)

const (
	sameSeldom kindDegree = iota // the same kind, one that two sides seldom do twice
	sameKind
	likeKind
	looserKind
	mutualKind
	otherKind
)

const (
	sameDays   whenDegree = iota // a few days both
	samePeriod                   // periods that cover each other for the most part
	crossing                     // periods that cover each other in part
	partOf                       // days within a period of the other
	someWeek                     // some day of a week
	someMonth
	someYear
	openTime
	undated
)

const (
	sameSpot whereDegree = iota
	nestedSpot
	sameCountry
	noPlace
)

const (
	sameActors actorDegree = iota
	fewerActors
	someActors
	turnedActors
	noActors
	otherActors
)

var (
	kindPoints  = [...]int{sameSeldom: 60, sameKind: 35, likeKind: 35, looserKind: -10, mutualKind: 5, otherKind: -60}
	whenPoints  = [...]int{sameDays: 0, samePeriod: 5, crossing: -5, partOf: -80, someWeek: 20, someMonth: 20, someYear: -10, openTime: 0, undated: -40}
	wherePoints = [...]int{sameSpot: 55, nestedSpot: 15, sameCountry: 0, noPlace: -5}
	actorPoints = [...]int{sameActors: 35, fewerActors: 30, someActors: -25, turnedActors: -70, noActors: 10, otherActors: -30}
	tollPoints  = 50
	toldPoints  = 4
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
			bounded = bounded || p.known && q.known
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

var seldom = map[Kind]bool{Ceasefire: true, Closure: true, Mediation: true, Recognition: true, Deportation: true, Agreement: true, Visit: true}

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
	return otherKind
}

func compareDays(a, b *account) whenDegree {
	longer, shorter := max(a.days, b.days), min(a.days, b.days)
	switch {
	case a.undated || b.undated:
		return undated
	case longer == noDays:
		return openTime
	case longer <= fewDays:
		return sameDays
	case a.exact && b.exact && a.report.Kind == Talks && distance(a.from, b.from) <= 1:
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

func comparePlaces(a, b *account) whereDegree {
	best := noPlace
	for _, p := range a.places {
		for _, q := range b.places {
			switch {
			case !p.meets(q):
			case p.id == q.id && !p.wide:
				return sameSpot
			case !p.wide && !q.wide:
				best = min(best, nestedSpot)
			default:
				best = min(best, sameCountry)
			}
		}
	}
	return best
}

// compareSides compares who took part. Reports that turn attacker and
// attacked round tell of two events.
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
	case turned > alike:
		return turnedActors
	case alike+turned == max(len(a.sides), len(b.sides)):
		return sameActors
	case alike+turned == min(len(a.sides), len(b.sides)):
		return fewerActors
	}
	return someActors
}

func sameToll(a, b *account) bool {
	for _, x := range a.tolls {
		for _, y := range b.tolls {
			if x.outcome == y.outcome && x.min == y.min && x.max == y.max && x.min > 3 {
				return true
			}
		}
	}
	return false
}

// words says what the two have in common.
func (c comparison) words() string {
	said := []string{kindWords[c.kind], whenWords[c.when], whereWords[c.where], actorWords[c.actors]}
	if c.toll {
		said = append(said, "the same figure of casualties")
	}
	said = slices.DeleteFunc(said, func(s string) bool { return s == "" })
	return strings.Join(said, "; ")
}

var (
	kindWords  = [...]string{sameSeldom: "the kind of event", sameKind: "the kind of event", likeKind: "kinds told of one event", looserKind: "kinds told of one event", mutualKind: "kinds told of one event", otherKind: ""}
	whenWords  = [...]string{sameDays: "the days", samePeriod: "the period", crossing: "part of the period", partOf: "days within the period", someWeek: "the week", someMonth: "the month", someYear: "a time in common", openTime: "a time before or after which it was", undated: ""}
	whereWords = [...]string{sameSpot: "the place", nestedSpot: "the area", sameCountry: "the country", noPlace: ""}
	actorWords = [...]string{sameActors: "who took part", fewerActors: "who took part, as far as both say", someActors: "some who took part", turnedActors: "", noActors: "", otherActors: ""}
)
