package model

// enough is how many points two reports need to tell one event.
const enough = 60

// match gives the points that speak for two reports telling one event, or a
// negative number where something excludes it.
func match(a, b *account) int {
	if a.family != b.family || a.from > b.to || b.from > a.to || a.report.Document == b.report.Document {
		return -1
	}
	if apart(a, b) {
		return -1
	}
	return comparison{
		kind:   compareKinds(a.report.Kind, b.report.Kind),
		when:   compareDays(a, b),
		where:  comparePlaces(a, b),
		actors: compareSides(a, b),
		tolls:  compareTolls(a, b),
	}.points()
}

// comparison is what two reports that do not exclude each other have in common.
type comparison struct {
	kind, when, where, actors, tolls degree
}

// degree says how well two reports agree in one respect.
type degree uint8

const (
	silent degree = iota // one of the two does not say
	same                 // the same
	finer                // one tells the other more exactly
	shared               // something in common
	unlike               // nothing in common
)

var weights = struct{ kind, when, where, actors, tolls [5]int }{
	kind:   [5]int{same: 25, finer: 12, unlike: -60},
	when:   [5]int{silent: -20, same: 25, finer: 15, shared: 5},
	where:  [5]int{silent: 0, same: 25, finer: 12, shared: 10},
	actors: [5]int{silent: 0, same: 20, finer: 15, shared: 5, unlike: -25},
	tolls:  [5]int{same: 20, unlike: -5},
}

func (c comparison) points() int {
	return weights.kind[c.kind] + weights.when[c.when] + weights.where[c.where] +
		weights.actors[c.actors] + weights.tolls[c.tolls]
}

// apart reports whether the places of two reports exclude each other: both
// are bounded, and none of the one is, holds, or lies in one of the other.
func apart(a, b *account) bool {
	if len(a.places) == 0 || len(b.places) == 0 {
		return false
	}
	for _, p := range a.places {
		for _, q := range b.places {
			if p.meets(q) {
				return false
			}
		}
	}
	return true
}

// related lists the kinds, apart from equal ones, that reports of one event
// are told as.
var related = map[[2]Kind]bool{
	{Airstrike, Attack}:      true,
	{Airstrike, Bombing}:     true,
	{Airstrike, DroneStrike}: true,
	{Attack, Bombing}:        true,
	{Attack, Clash}:          true,
	{Attack, DroneStrike}:    true,
	{Attack, Killing}:        true,
	{Attack, Shelling}:       true,
	{Agreement, Ceasefire}:   true,
	{Bombing, Killing}:       true,
	{Clash, Shelling}:        true,
}

func compareKinds(a, b Kind) degree {
	switch {
	case a == b:
		return same
	case related[[2]Kind{a, b}] || related[[2]Kind{b, a}]:
		return finer
	}
	return unlike
}

func compareDays(a, b *account) degree {
	switch {
	case a.days == noDays || b.days == noDays:
		return silent
	case a.from == b.from && a.to == b.to:
		return same
	case a.days+b.days <= 6:
		return finer
	case a.days <= 31 && b.days <= 31:
		return finer
	}
	return shared
}

func comparePlaces(a, b *account) degree {
	if len(a.places) == 0 || len(b.places) == 0 {
		return silent
	}
	best := shared
	for _, p := range a.places {
		for _, q := range b.places {
			switch {
			case p.id == q.id && !p.wide:
				return same
			case p.meets(q) && !p.wide && !q.wide:
				best = finer
			}
		}
	}
	return best
}

// compareSides compares who took part. Reports that turn attacker and
// attacked round tell of two events.
func compareSides(a, b *account) degree {
	if len(a.sides) == 0 || len(b.sides) == 0 {
		return silent
	}
	common, turned := 0, 0
	for _, x := range a.sides {
		for _, y := range b.sides {
			if x.side != y.side {
				continue
			}
			if x.role == y.role {
				common++
			} else {
				turned++
			}
			break
		}
	}
	switch n := min(len(a.sides), len(b.sides)); {
	case common+turned == 0:
		return unlike
	case turned > common && a.report.Kind != Clash && b.report.Kind != Clash:
		return unlike
	case common+turned >= n:
		return same
	}
	return shared
}

func compareTolls(a, b *account) degree {
	for _, x := range a.tolls {
		for _, y := range b.tolls {
			if x.outcome == y.outcome && x.min == y.min && x.max == y.max && x.min > 3 {
				return same
			}
		}
	}
	return silent
}
