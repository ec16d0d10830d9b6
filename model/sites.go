package model

import (
	"cmp"
	"slices"
	"strings"
	"unique"
)

// sites are the places of a report, as merging compares them: by ID.
type sites = shared[[]spot, whereDegree]

type name = unique.Handle[string]

// spot is a place with the places that hold it.
type spot struct {
	id     name
	within []string
	wide   bool // a whole country
	bounds bool // it says where the event was, so that it excludes places elsewhere
}

// sitesOf prepares the places of r. States that agree on something are parties
// to it rather than its place.
func sitesOf(r *Report) *sites {
	var spots []spot
	for i := range r.Places {
		if s, ok := spotOf(&r.Places[i], r.Kind); ok && !(s.wide && r.Kind.Family() == Diplomatic) {
			spots = append(spots, s)
		}
	}
	slices.SortFunc(spots, func(x, y spot) int { return strings.Compare(x.id.Value(), y.id.Value()) })
	var all strings.Builder
	for _, s := range spots {
		s.write(&all)
	}
	return &sites{what: spots, name: all.String()}
}

// spotOf prepares a place of an event of kind k; a region or a line ("the
// border areas", "the Durand Line") is too vague to bound anything and gives
// none, and so does one that is unlikely; one in doubt excludes no other. Of a
// closure a crossing says where: a city may be the one in which it was ordered.
func spotOf(p *Place, k Kind) (spot, bool) {
	if p.Kind == "region" || p.Kind == "line" || p.Doubt == Unlikely {
		return spot{}, false
	}
	return spot{
		id:     unique.Make(cmp.Or(p.ID, "name:"+fold(p.Name))),
		within: p.Within,
		wide:   p.Kind == "country",
		bounds: p.ID != "" && p.Doubt == Sure && (k != Closure || p.Kind == "crossing"),
	}, true
}

// write writes all of s in words that no other spot has.
func (s spot) write(to *strings.Builder) {
	to.WriteString(s.id.Value())
	for _, id := range s.within {
		to.WriteByte(0)
		to.WriteString(id)
	}
	if s.wide {
		to.WriteByte(1)
	}
	if s.bounds {
		to.WriteByte(2)
	}
	to.WriteByte(3)
}

// meets reports whether one of the two holds the other, or they are one.
func (s spot) meets(o spot) bool {
	return s.id == o.id || slices.Contains(s.within, o.id.Value()) || slices.Contains(o.within, s.id.Value())
}

// apart reports whether the places of two reports exclude each other.
func apart(a, b *sites) bool { return b.against(a, compareSpots) == elsewhere }

// comparePlaces takes the closest of the places that two reports name.
func (a *account) comparePlaces(b *account) whereDegree {
	return b.sites.against(a.sites, compareSpots)
}

// compareSpots takes the closest of the places that the two name. One spot in
// common among several that each names for itself says less: pages that tell
// of many events name many places. Where none is, holds, or lies in one of the
// other, places that both bound the event exclude each other.
func compareSpots(a, b []spot) whereDegree {
	best, alike, bounded := noPlace, 0, false
	for _, p := range a {
		for _, q := range b {
			bounded = bounded || p.bounds && q.bounds
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
	case best == noPlace && bounded:
		return elsewhere
	case best == noPlace && len(a) > 0 && len(b) > 0:
		return otherPlaces
	}
	if best == sameSpot && 2*alike < min(len(a), len(b)) {
		return sharedSpot
	}
	return best
}
