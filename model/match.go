package model

import (
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

// The degrees to which two reports agree, in each respect.
type (
	kindDegree  uint8
	whenDegree  uint8
	whereDegree uint8
	actorDegree uint8
)

const (
	sameSeldom kindDegree = iota // the same kind, and one of those that two sides seldom do twice
	sameKind
	likeKind   // two words for one thing: a blast, a bombing
	looserKind // the one may be meant by the other: a strike, an attack
	mutualKind // one side's attack and the fighting that it began
	otherKind
)

const (
	sameDays   whenDegree = iota // both exact, on days in common
	samePeriod                   // periods that cover each other for the most part
	crossing                     // periods that cover each other in part
	partOf                       // a few days within a longer period that the other lasted
	someWeek                     // one is known to a week at best, and so on
	someMonth
	someYear
	openSoon // one is bounded on one side only, and not long after or before the other
	openTime // one is bounded on one side only
	undated
)

const (
	sameSpot    whereDegree = iota
	sharedSpot              // the same, among others that they do not share
	nestedSpot              // a town and its province
	sameCountry             // no more in common than a country
	noPlace                 // one names no bounded place
)

const (
	sameActors   actorDegree = iota
	fewerActors              // all that the one names the other names too
	someActors               // each names some that the other does not
	turnedActors             // the attacker of the one is the attacked of the other
	noActors                 // one names none
	otherActors              // none in common
)

// The points for each degree: what it says beyond chance, found by trying on
// the annotated documents that are not held out, with the incidents of the
// annotators and with those that the extractor finds. Two exact reports are
// compared only where their days meet, so days in common give few
// points; inexact ones are given the benefit of the doubt. An undated report
// needs the same place and the same actors, or the same toll, or a kind that
// the same actors seldom do twice.
var (
	kindPoints  = [...]int{sameSeldom: 80, sameKind: 40, likeKind: 40, looserKind: -10, mutualKind: 10, otherKind: -60}
	whenPoints  = [...]int{sameDays: 5, samePeriod: 5, crossing: -5, partOf: -80, someWeek: 20, someMonth: 20, someYear: -10, openSoon: 0, openTime: -20, undated: -40}
	wherePoints = [...]int{sameSpot: 65, sharedSpot: 40, nestedSpot: 15, sameCountry: 0, noPlace: -5}
	actorPoints = [...]int{sameActors: 30, fewerActors: 30, someActors: -25, turnedActors: -70, noActors: -5, otherActors: -35}
)

const (
	tollPoints = 50 // for the same figure of casualties
	toldPoints = 4  // for each magnitude of how often an exact report is told
)

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
	whenWords  = [...]string{sameDays: "the days", samePeriod: "the period", crossing: "part of the period", partOf: "days within the period", someWeek: "the week", someMonth: "the month", someYear: "a time in common", openSoon: "a time not long after or before which it was", openTime: "a time before or after which it was", undated: ""}
	whereWords = [...]string{sameSpot: "the place", sharedSpot: "a place", nestedSpot: "the area", sameCountry: "the country", noPlace: ""}
	actorWords = [...]string{sameActors: "who took part", fewerActors: "who took part, as far as both say", someActors: "some who took part", turnedActors: "", noActors: "", otherActors: ""}
)
