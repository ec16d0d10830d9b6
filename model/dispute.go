package model

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// Relation says how the positions on one key stand to each other.
type Relation string

// The relations of positions.
const (
	Agree        Relation = "agree"
	Overlap      Relation = "overlap"
	Contradict   Relation = "contradict"
	OneSided     Relation = "one-sided"
	StatusSplit  Relation = "status-split"
	Superseded   Relation = "superseded"    // one source alone gives figures, later other ones
	PartOf       Relation = "part-of"       // some of what a wider figure counts: children, one day of several
	ScopeDiffers Relation = "scope-differs" // periods that cross, of which none holds the other
	Silence      Relation = "silent"        // they speak of the people and give no number
)

// Matter is what positions are about.
type Matter string

// The matters on which sources disagree.
const (
	Toll     Matter = "toll"     // how many
	Happened Matter = "happened" // whether it happened
	Began    Matter = "began"    // who began it
	Hit      Matter = "hit"      // who was hit
)

// Dispute sets the positions on one key side by side: the same event and
// matter, and of a toll the same measure, people and period. Figures of
// different keys never contradict each other.
type Dispute struct {
	Matter   Matter
	Measure  Outcome // of a toll
	Whose    string  // of a toll the side or status whose people they are: "taliban", "pakistan", "civilians", …
	Relation Relation
	Claims   []Position
	Silent   []string // names of the parties that speak of the event and say nothing of this
}

// Position is what somebody holds on one key.
type Position struct {
	By       string   // who says it, or the outlet where the text asserts it
	Who      string   // of a toll the people as the text calls them; else what is held
	Min, Max int      // of a toll; Max is NoLimit where open, and Min 0 with it where no number is given
	Period   When     // the days that a figure counts, where they are not those of the event
	Relation Relation // PartOf, ScopeDiffers or Superseded where it is not compared with the others, else ""
	Span     Span
}

// Numbered reports whether a position on a toll gives a number.
func (p Position) Numbered() bool { return p.Min != 0 || p.Max != NoLimit }

// figure is a position on a toll with what decides what it is compared with.
type figure struct {
	claim    Position
	measure  Outcome
	side     string // whose people they are, "" where nothing says
	class    class
	part     string // the part of the people that alone is counted: "children"
	period   When   // the days that it counts, unknown where the text does not bound them
	lasts    bool   // all of the period, rather than some day of it
	given    Day    // when its document appeared, for ever where that is not known
	claimant string // who gives it, folded to a side where it speaks for one
	own      bool   // the text asserts it, nobody else
	mutual   bool   // told of fighting between two sides, where there are dead of several kinds
}

// disputes compares what reports of one event say. Who is silent is left to
// silences.
func disputes(accounts []voiced, actors []Actor) []Dispute {
	all := figuresOf(accounts, actors)
	var out []Dispute
	for len(all) > 0 {
		var key []figure
		if key, all = splitOff(all); len(key) > 0 {
			out = append(out, tollOf(key, "civilians or fighters", StatusSplit))
			continue
		}
		first := all[0]
		key, all = take(all, first.sameKey)
		setScopes(key)
		setReplaced(key)
		if r, ok := relate(key); ok {
			out = append(out, tollOf(key, first.whose(), r))
		}
	}
	partsOfPeople(out)
	return append(out, matters(accounts, actors)...)
}

func tollOf(key []figure, whose string, r Relation) Dispute {
	d := Dispute{Matter: Toll, Measure: key[0].measure, Whose: whose, Relation: r, Claims: make([]Position, len(key))}
	for i, f := range key {
		d.Claims[i] = f.claim
	}
	return d
}

// figuresOf are the figures of all reports, and what statements beside them
// say of the dead without a number.
func figuresOf(accounts []voiced, actors []Actor) []figure {
	var all []figure
	for _, a := range accounts {
		for _, c := range slices.Concat(a.report.Casualties(), a.unnumbered) {
			all = append(all, newFigure(a, c, actors))
		}
	}
	return all
}

func newFigure(a voiced, c Casualty, actors []Actor) figure {
	f := figure{
		claim:    Position{By: cmp.Or(c.ClaimedBy, a.origin().Name), Who: c.Who, Min: c.Min, Max: c.Max, Span: c.Evidence},
		measure:  c.Outcome,
		side:     c.sideAmong(actors),
		class:    classOf(c.Who),
		part:     partOfPeople(c.Who),
		lasts:    a.lasts,
		given:    a.appeared,
		claimant: cmp.Or(claimantOf(c.ClaimedBy, actors), a.origin().Key),
		own:      c.ClaimedBy == "",
		mutual:   a.report.Kind() == Clash && len(a.unnumbered) == 0,
	}
	if a.exact {
		f.period = a.report.when
	}
	return f
}

func (f figure) sameKey(o figure) bool {
	return f.measure == o.measure && f.side == o.side && f.class == o.class && f.part == o.part
}

// whose names the people of a key.
func (f figure) whose() string {
	switch {
	case f.part != "":
		return strings.TrimSpace(f.side + " " + f.part)
	case f.side == "":
		return string(f.class)
	case f.class == civilians:
		return f.side + " " + string(civilians)
	}
	return f.side
}

// splitOff takes those figures out that tell the same dead as fighters and as
// civilians: given by parties of which each tells the one and not the other.
func splitOff(all []figure) (split, rest []figure) {
	says := func(claimant string, measure Outcome, s class) bool {
		return slices.ContainsFunc(all, func(f figure) bool {
			return f.claimant == claimant && f.measure == measure && f.class == s
		})
	}
	splits := func(f figure) bool {
		other := civilians
		switch f.class {
		case civilians:
			other = fighters
		case fighters:
		default:
			return false
		}
		return !f.mutual && !says(f.claimant, f.measure, other) && slices.ContainsFunc(all, func(o figure) bool {
			return o.class == other && o.measure == f.measure && !o.mutual &&
				o.claimant != f.claimant && !says(o.claimant, o.measure, f.class) &&
				(o.side == "" || f.side == "" || o.side == f.side)
		})
	}
	i := slices.IndexFunc(all, splits)
	if i < 0 {
		return nil, all
	}
	measure := all[i].measure
	return take(all, func(f figure) bool { return f.measure == measure && splits(f) })
}

// take parts the figures that fit from the others.
func take(all []figure, fits func(figure) bool) (taken, rest []figure) {
	for _, f := range all {
		if fits(f) {
			taken = append(taken, f)
		} else {
			rest = append(rest, f)
		}
	}
	return taken, rest
}

// relate says how the figures of one key stand to each other; not ok where
// there is nothing to compare: one text asserts them and nobody else. Figures
// that their source has replaced are not compared, and those of another scope
// are not either, unless a part is larger than the whole.
func relate(key []figure) (r Relation, ok bool) {
	counted := slices.DeleteFunc(slices.Clone(key), func(f figure) bool { return !f.claim.Numbered() })
	if r, ok := relateEach(counted); ok {
		return r, true
	}
	if !slices.ContainsFunc(key, func(f figure) bool { return !f.own }) { // one voice, which needs nobody beside it
		for _, f := range counted {
			if f.claim.Relation != "" {
				return f.claim.Relation, true
			}
		}
		return "", false
	}
	switch {
	case len(counted) == 0:
		return Silence, true
	case slices.ContainsFunc(counted, func(f figure) bool { return f.claim.Relation == Superseded }):
		return Superseded, true
	}
	return OneSided, true
}

// relateEach compares figures in pairs; not ok where none of two claimants
// have one scope.
func relateEach(key []figure) (r Relation, ok bool) {
	r = Agree
	for i, f := range key {
		for _, o := range key[i+1:] {
			x, y := f.claim, o.claim
			switch {
			case x.Relation == Superseded || y.Relation == Superseded:
			case x.Relation != y.Relation:
				if exceeds(x, y) {
					return Contradict, true
				}
			case o.claimant == f.claimant, x.Period != y.Period:
			case !meet(x, y):
				return Contradict, true
			default:
				ok = true
				if !sameFigure(x, y) {
					r = Overlap
				}
			}
		}
	}
	return r, ok
}

// exceeds reports whether of a part and its whole the part is the larger.
func exceeds(x, y Position) bool {
	switch {
	case x.Relation == PartOf && y.Relation == "":
		return y.Max != NoLimit && x.Min > y.Max
	case y.Relation == PartOf && x.Relation == "":
		return exceeds(y, x)
	}
	return false
}

// setReplaced marks the figures whose claimant gave another of the same scope
// on a later day.
func setReplaced(key []figure) {
	type source struct {
		claimant string
		scope    Relation
	}
	last := map[source]figure{}
	for _, f := range key {
		of := source{f.claimant, f.claim.Relation}
		if was, ok := last[of]; f.given != math.MaxInt32 && f.claim.Numbered() && (!ok || f.given > was.given) {
			last[of] = f
		}
	}
	for i, f := range key {
		if l, ok := last[source{f.claimant, f.claim.Relation}]; ok && f.given < l.given && !sameFigure(f.claim, l.claim) {
			key[i].claim.Relation = Superseded
		}
	}
}

func sameFigure(a, b Position) bool { return a.Min == b.Min && a.Max == b.Max }

// meet reports whether one number can satisfy both.
func meet(a, b Position) bool {
	return (a.Max == NoLimit || a.Max >= b.Min) && (b.Max == NoLimit || b.Max >= a.Min)
}

// silences sets down for each toll which parties to the event speak of it and
// say nothing of these people.
func silences(all []Dispute, accounts []voiced, actors []Actor) {
	speaks := map[string]bool{}
	for _, a := range accounts {
		speaks[claimantOf(a.report.ClaimedBy(), actors)] = true
		for _, c := range slices.Concat(a.report.Casualties(), a.unnumbered) {
			speaks[claimantOf(c.ClaimedBy, actors)] = true
		}
	}
	for i := range all {
		if all[i].Matter != Toll {
			continue
		}
		gives := map[string]bool{}
		for _, p := range all[i].Claims {
			gives[claimantOf(p.By, actors)] = true
		}
		for _, a := range actors {
			if s := sideOf(a); a.Role != Mediator && speaks[s] && !gives[s] {
				gives[s] = true // named once
				all[i].Silent = append(all[i].Silent, a.Name)
			}
		}
	}
}
