package model

import (
	"hash/maphash"
	"slices"
)

// traits are what of a report shows that it cannot match another, at the cost
// of a few numbers side by side. Names are bits here: no bit in common is no
// name in common, a bit in common may be one.
type traits struct {
	timing
	places uint32 // its places
	chains uint32 // its places and all that hold them
	sides  uint16
	tolls  uint16
	local  bool // some place is less than a country
	more   bool // two are
	bounds bool // some place excludes others
}

var traitSeed = maphash.MakeSeed()

// bit is that of a name among so many.
func bit[T comparable](x T, of uint64) uint64 { return 1 << (maphash.Comparable(traitSeed, x) % of) }

func traitsOf(a *account) traits {
	t := traits{timing: a.timing, tolls: a.figures}
	for _, p := range a.sites.what {
		t.places |= uint32(bit(p.id.Value(), 32))
		for _, id := range p.within {
			t.chains |= uint32(bit(id, 32))
		}
		t.more = t.more || t.local && !p.wide
		t.local = t.local || !p.wide
		t.bounds = t.bounds || p.bounds
	}
	for _, p := range a.cast.what.each {
		t.sides |= uint16(bit(p.side, 16))
	}
	t.chains |= t.places
	return t
}

// figureBits are bits of the figures of tolls.
func figureBits(tolls []toll) uint16 {
	var bits uint16
	for _, c := range tolls {
		bits |= uint16(bit([2]int{c.min, c.max}, 16))
	}
	return bits
}

// bestWhen is the most that days can say for two reports.
var bestWhen = slices.Max(whenPoints[:])

// couldMatchAny reports whether a report may match another where their kinds
// give so many points, whatever else the other tells.
func (t *traits) couldMatchAny(points int) bool {
	points += bestWhen
	if t.local {
		points += wherePoints[sameSpots]
	}
	if t.sides != 0 {
		points += actorPoints[sameActors]
	} else {
		points += actorPoints[noActors]
	}
	if t.tolls != 0 {
		points += tollPoints
	}
	return points >= enough
}

// couldMatch reports whether two reports may match whose days meet and whose
// kinds give so many points: false only where [match] finds fewer than enough.
func (t *traits) couldMatch(o *traits, points int) bool {
	meet := t.places&o.chains|t.chains&o.places != 0
	switch {
	case !meet && t.bounds && o.bounds: // they exclude each other
		return false
	case !meet:
		points += max(wherePoints[noPlace], wherePoints[otherPlaces])
	case !t.local || !o.local:
		points += wherePoints[sameCountry]
	case t.places&o.places == 0:
		points += wherePoints[nestedSpot]
	case t.more && o.more:
		points += wherePoints[sameSpots]
	default:
		points += wherePoints[sameSpot]
	}
	switch {
	case t.sides&o.sides != 0:
		points += actorPoints[sameActors]
	case t.sides != 0 && o.sides != 0:
		points += actorPoints[otherActors]
	default:
		points += actorPoints[noActors]
	}
	if t.tolls&o.tolls != 0 {
		points += tollPoints
	}
	return points+whenPoints[compareDays(&t.timing, &o.timing)] >= enough
}
