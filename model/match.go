package model

import (
	"slices"
	"strings"
)

// enough is how many points two reports need to tell one event.
const enough = 60

// match gives the points that speak for two reports telling one event, or a
// negative number where something excludes it or too little does.
func match(a, b *account) int {
	if !daysMeet(&a.timing, &b.timing) || a.document == b.document && !retold(a, b) {
		return -1
	}
	c := comparison{kind: kindDegrees[a.kind][b.kind], when: compareDays(&a.timing, &b.timing), where: a.comparePlaces(b), actors: a.compareSides(b)}
	if c.where == elsewhere || c.points()+tollPoints < enough {
		return -1
	}
	c.toll = sameToll(a, b)
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
	return comparison{kindDegrees[a.kind][b.kind], compareDays(&a.timing, &b.timing), a.comparePlaces(b), a.compareSides(b), sameToll(a, b)}
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
	farKind    // two other words for violence
	otherKind
)

const (
	sameDays   whenDegree = iota // both exact, on days in common
	nextDay                      // the one ends the day before the other begins
	stillSo                      // a thing that lasts, told on a later day
	samePeriod                   // periods that cover each other for the most part
	crossing                     // periods that cover each other in part
	partOf                       // a few days within a longer period that the other lasted
	someWeek                     // one is known to a week at best, and so on
	someMonth
	someYear
	openDays // one is bounded on one side only, and a few days after or before the other
	openWeek
	openMonth
	openTime
	openSeldom // so, long after or before, of a kind that two sides seldom do twice
	undated
)

const (
	sameSpots   whereDegree = iota // several of them
	sameSpot                       // one
	sharedSpot                     // one, among others that they do not share
	nestedSpot                     // a town and its province
	sameCountry                    // no more in common than a country
	noPlace                        // one names no bounded place
	otherPlaces                    // none in common, and none that excludes another
	elsewhere                      // none in common, and they exclude each other
)

const (
	sameActors     actorDegree = iota
	fewerActors                // all that the one names the other names too
	whoToWhom                  // each names some that the other does not, but one attacked another in both
	someActors                 // each names some that the other does not
	otherParts                 // all that the one names the other names too, but not who attacked, or who was attacked
	muddledActors              // most attackers of the one are the attacked of the other, but not all; or they agree on none
	accusingActors             // so, and each report is the word of those whom it calls attacked
	turnedActors               // the attacker of the one is the attacked of the other
	noActors                   // one names none
	otherActors                // none in common
)

// The points for each degree: what it says beyond chance, found by trying on
// the annotated documents that are not held out, with the incidents of the
// annotators and with those that the extractor finds. Two exact reports are
// compared only where their days meet, so days in common give few
// points; inexact ones are given the benefit of the doubt. An undated report
// needs the same place and the same actors, or the same toll, or a kind that
// the same actors seldom do twice.
var (
	kindPoints  = [...]int{sameSeldom: 75, sameKind: 40, likeKind: 60, looserKind: 0, mutualKind: -50, farKind: -60, otherKind: -1000}
	whenPoints  = [...]int{sameDays: 5, nextDay: -30, stillSo: -20, samePeriod: 25, crossing: 5, partOf: -120, someWeek: 0, someMonth: 40, someYear: 0, openDays: 20, openWeek: 0, openMonth: -45, openTime: -50, openSeldom: 0, undated: -40}
	wherePoints = [...]int{sameSpots: 130, sameSpot: 85, sharedSpot: 30, nestedSpot: 15, sameCountry: 0, noPlace: 0, otherPlaces: -10, elsewhere: -10}
	actorPoints = [...]int{sameActors: 30, fewerActors: 30, whoToWhom: 20, someActors: -60, otherParts: -30, muddledActors: -30, accusingActors: 0, turnedActors: -80, noActors: -30, otherActors: -70}
)

const (
	tollPoints = 60 // for the same figure of casualties
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
	kindWords  = [...]string{sameSeldom: "the kind of event", sameKind: "the kind of event", likeKind: "kinds told of one event", looserKind: "kinds told of one event", mutualKind: "kinds told of one event", farKind: "violence", otherKind: ""}
	whenWords  = [...]string{sameDays: "the days", nextDay: "days next to each other", stillSo: "what was still so on a later day", samePeriod: "the period", crossing: "part of the period", partOf: "days within the period", someWeek: "the week", someMonth: "the month", someYear: "a time in common", openDays: "a time a few days after or before which it was", openWeek: "a time days after or before which it was", openMonth: "a time not long after or before which it was", openTime: "a time before or after which it was", openSeldom: "a time before or after which it was", undated: ""}
	whereWords = [...]string{sameSpots: "the places", sameSpot: "the place", sharedSpot: "a place", nestedSpot: "the area", sameCountry: "the country", noPlace: "", otherPlaces: "", elsewhere: ""}
	actorWords = [...]string{sameActors: "who took part", fewerActors: "who took part, as far as both say", whoToWhom: "who did it to whom", someActors: "some who took part", otherParts: "some who took part", muddledActors: "some who took part", accusingActors: "who took part, though not on who began it", turnedActors: "", noActors: "", otherActors: ""}
)
