package model

import (
	"slices"
	"strings"
	"unique"
)

// cast is who took part by a report, as merging compares it.
type cast = shared[parties, actorDegree]

// parties are the sides with the parts they play.
type parties struct {
	each    []party
	accuses bool // it is the word of those whom it calls attacked
}

// party is a side with the parts it plays.
type party struct {
	side  name
	roles roles
}

// roles is a set of roles.
type roles uint8

const (
	attacks roles = 1 << iota
	suffers
	mediates
	otherwise
)

// castOf prepares the actors of r.
func castOf(r *Report) *cast {
	var p parties
	for _, x := range r.Actors {
		p.add(unique.Make(sideOf(x)), rolesIn(r.Kind, x.Role))
	}
	if r.Kind.Family() == Violent && r.Kind != Clash {
		p.untangle()
	}
	p.accuses = slices.ContainsFunc(r.Actors, func(x Actor) bool {
		return x.Role == Target && sideOf(x) == sideNamed(r.ClaimedBy, r.Actors)
	})
	slices.SortFunc(p.each, func(x, y party) int { return strings.Compare(x.side.Value(), y.side.Value()) })
	var all strings.Builder
	for _, x := range p.each {
		all.WriteString(x.side.Value())
		all.Write([]byte{0, byte(x.roles)})
	}
	if p.accuses {
		all.WriteByte(0)
	}
	return &cast{what: p, name: all.String()}
}

func (p *parties) add(side name, r roles) {
	i := slices.IndexFunc(p.each, func(x party) bool { return x.side == side })
	if i < 0 {
		p.each = append(p.each, party{side, r})
		return
	}
	p.each[i].roles |= r
}

// untangle takes from sides that are told to have attacked and to have been
// attacked the first, where another attacked: nobody attacks himself.
func (p *parties) untangle() {
	const both = attacks | suffers
	if !slices.ContainsFunc(p.each, func(x party) bool { return x.roles&both == attacks }) {
		return
	}
	for i := range p.each {
		if p.each[i].roles&both == both {
			p.each[i].roles &^= attacks
		}
	}
}

// rolesIn are the parts that r is in an event of kind k: in a clash each side
// attacks and is attacked.
func rolesIn(k Kind, r Role) roles {
	switch {
	case r == Mediator:
		return mediates
	case k == Clash && (r == Initiator || r == Target):
		return attacks | suffers
	case r == Initiator:
		return attacks
	case r == Target:
		return suffers
	}
	return otherwise
}

// compareSides compares who took part by two reports. Who attacked whom tells
// violence apart and nothing else.
func (a *account) compareSides(b *account) actorDegree {
	d := b.cast.against(a.cast, compareParties)
	if d == otherParts && !(violent[a.kind] && violent[b.kind]) {
		return fewerActors
	}
	return d
}

// compareParties compares who took part. Reports that turn attacker and
// attacked round tell of an attack and the answer to it, but where each is the
// word of those whom it calls attacked: they disagree on who began it.
func compareParties(a, b parties) actorDegree {
	if len(a.each) == 0 || len(b.each) == 0 {
		return noActors
	}
	alike, turned := 0, 0
	for _, x := range a.each {
		for _, y := range b.each {
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
	case alike+turned == max(len(a.each), len(b.each)):
		return sameActors
	case alike+turned == min(len(a.each), len(b.each)):
		if partless(a, b, suffers) || partless(a, b, attacks) {
			return otherParts
		}
		return fewerActors
	case slices.ContainsFunc(a.each, func(x party) bool {
		return x.roles&attacks != 0 && b.play(x.side, attacks) && sameVictim(a, b, x.side)
	}):
		return whoToWhom
	}
	return someActors
}

// partless reports whether both say who played one of the parts and name nobody in common.
func partless(a, b parties, r roles) bool {
	plays := func(p party) bool { return p.roles&r != 0 }
	return slices.ContainsFunc(a.each, plays) && slices.ContainsFunc(b.each, plays) &&
		!slices.ContainsFunc(a.each, func(p party) bool { return plays(p) && b.play(p.side, r) })
}

// sameVictim reports whether both name one that was attacked, other than by.
func sameVictim(a, b parties, by name) bool {
	return slices.ContainsFunc(a.each, func(x party) bool { return x.side != by && x.roles&suffers != 0 && b.play(x.side, suffers) })
}

// play reports whether a side plays one of the parts.
func (p parties) play(side name, r roles) bool {
	return slices.ContainsFunc(p.each, func(x party) bool { return x.side == side && x.roles&r != 0 })
}
