package model

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// Relation says how the claims on one key stand to each other.
type Relation string

// The relations that a comparison of figures can tell.
const (
	Agree       Relation = "agree"
	Overlap     Relation = "overlap"
	Contradict  Relation = "contradict"
	OneSided    Relation = "one-sided"
	StatusSplit Relation = "status-split"
	Superseded  Relation = "superseded" // one source alone gives figures, later other ones
)

// Dispute sets the claims on one key side by side: the same event, measure
// and people. Figures of different keys never contradict each other.
type Dispute struct {
	Measure  Outcome
	Whose    string // the side or status whose people they are: "taliban", "pakistan", "civilians", …
	Relation Relation
	Claims   []FigureClaim
}

// FigureClaim is one figure under one key.
type FigureClaim struct {
	By       string // who gives it, or the outlet where the text asserts it
	Who      string // the people as the text calls them
	Min, Max int    // Max is NoLimit where open
	Span     Span
}

// figure is a claim with what decides whom it is compared with.
type figure struct {
	claim    FigureClaim
	measure  Outcome
	side     string // whose people they are, "" where nothing says
	class    class
	part     string // the part of the people that alone is counted: "children"
	given    Day    // when its document appeared, for ever where that is not known
	claimant string // who gives it, folded to a side where it speaks for one
	own      bool   // the text asserts it, nobody else
	mutual   bool   // told of fighting between two sides, where there are dead of several kinds
}

// class is what people are in a conflict, as the words for them say.
type class string

const (
	civilians class = "civilians"
	fighters  class = "fighters"
	soldiers  class = "soldiers"
	people    class = "people" // the words do not say
)

// peopleWords are the general words for people that say what they are.
var peopleWords = map[string]class{
	"civilian": civilians, "civilians": civilians, "women": civilians, "woman": civilians, "children": civilians,
	"child": civilians, "residents": civilians, "villagers": civilians, "players": civilians, "cricketers": civilians,
	"tourists": civilians, "passengers": civilians, "worshippers": civilians, "refugees": civilians, "students": civilians,
	"families": civilians, "patients": civilians, "passers-by": civilians, "workers": civilians,
	"militant": fighters, "militants": fighters, "terrorist": fighters, "terrorists": fighters, "fighter": fighters,
	"fighters": fighters, "insurgents": fighters, "gunmen": fighters, "rebels": fighters, "attackers": fighters,
	"bombers": fighters, "jihadists": fighters, "extremists": fighters,
	"soldier": soldiers, "soldiers": soldiers, "troops": soldiers, "police": soldiers, "policemen": soldiers,
	"personnel": soldiers, "servicemen": soldiers, "officers": soldiers, "officer": soldiers, "guards": soldiers,
}

// partWords are those of peopleWords for such people as are counted apart and
// within a larger figure: nine children are some of ten civilians.
var partWords = map[string]string{"women": "women", "woman": "women", "children": "children", "child": "children"}

// disputes compares the figures that reports of one event give.
func disputes(accounts []*account, actors []Actor) []Dispute {
	var all []figure
	for _, a := range accounts {
		for _, c := range a.report.Casualties {
			all = append(all, newFigure(a, c, actors))
		}
	}
	var out []Dispute
	for len(all) > 0 {
		var key []figure
		if key, all = splitOff(all); len(key) > 0 {
			out = append(out, Dispute{key[0].measure, "civilians or fighters", StatusSplit, claims(key)})
			continue
		}
		first := all[0]
		key, all = take(all, func(f figure) bool {
			return f.measure == first.measure && f.side == first.side && f.class == first.class && f.part == first.part
		})
		if r, ok := relate(key); ok {
			out = append(out, Dispute{first.measure, first.whose(), r, claims(key)})
		}
	}
	return out
}

func newFigure(a *account, c Casualty, actors []Actor) figure {
	f := figure{
		claim:   FigureClaim{cmp.Or(c.ClaimedBy, a.origin().Name), c.Who, c.Min, c.Max, c.Evidence},
		measure: c.Outcome,
		side:    cmp.Or(c.Side, sideNamed(c.Who, actors)),
		class:   classOf(c.Who),
		part:    partOfPeople(c.Who),
		given:   a.appeared,
		own:     c.ClaimedBy == "",
		mutual:  a.report.Kind == Clash,
	}
	f.claimant = cmp.Or(sideNamed(c.ClaimedBy, actors), fold(c.ClaimedBy), a.origin().Key)
	return f
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

// classOf reads what people are off the words for them.
func classOf(who string) class {
	for word := range strings.FieldsFuncSeq(fold(who), func(r rune) bool { return r == ' ' || r == ',' }) {
		if s, ok := peopleWords[word]; ok {
			return s
		}
	}
	return people
}

// partOfPeople is the part that words for people count, "" where they count
// all or several parts together ("women and children").
func partOfPeople(who string) string {
	part := ""
	for word := range strings.FieldsSeq(fold(who)) {
		switch p := partWords[word]; {
		case p == "" && peopleWords[word] != "", p != "" && part != "" && p != part:
			return ""
		case p != "":
			part = p
		}
	}
	return part
}

// sideNamed is the side of the actor whose name stands in the text, at the
// start of a word: "Pakistani soldiers" names Pakistan.
func sideNamed(text string, actors []Actor) string {
	padded := " " + fold(text)
	for _, a := range actors {
		if a.Name != "" && strings.Contains(padded, " "+fold(a.Name)) {
			return cmp.Or(a.Side, a.ID, fold(a.Name))
		}
	}
	return ""
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
// there is nothing to compare: one text asserts them and nobody else. A
// claimant's figures of an earlier day count no more.
func relate(key []figure) (r Relation, ok bool) {
	r, several, corrected := Agree, false, false
	last := lastGiven(key)
	replaced := func(f figure) bool { return f.given < last[f.claimant] }
	for i, f := range key {
		for _, o := range key[i+1:] {
			switch {
			case o.claimant == f.claimant:
				corrected = corrected || (replaced(f) || replaced(o)) && !sameFigure(f.claim, o.claim)
				continue
			case replaced(f) || replaced(o):
				continue
			}
			several = true
			switch {
			case !meet(f.claim, o.claim):
				return Contradict, true
			case !sameFigure(f.claim, o.claim):
				r = Overlap
			}
		}
	}
	switch {
	case several:
		return r, true
	case corrected && !key[0].own:
		return Superseded, true
	}
	return OneSided, !key[0].own
}

// lastGiven is the last known day on which each claimant gave a figure.
func lastGiven(key []figure) map[string]Day {
	last := map[string]Day{}
	for _, f := range key {
		if f.given != math.MaxInt32 {
			last[f.claimant] = max(last[f.claimant], f.given)
		}
	}
	return last
}

func sameFigure(a, b FigureClaim) bool { return a.Min == b.Min && a.Max == b.Max }

// meet reports whether one number can satisfy both.
func meet(a, b FigureClaim) bool {
	return (a.Max == NoLimit || a.Max >= b.Min) && (b.Max == NoLimit || b.Max >= a.Min)
}

func claims(key []figure) []FigureClaim {
	out := make([]FigureClaim, len(key))
	for i, f := range key {
		out[i] = f.claim
	}
	return out
}

// statusOf is how reports of one event together put it: disputed where some
// tell it and others deny it.
func statusOf(reports []*Report) Status {
	is := map[Status]bool{}
	for _, r := range reports {
		is[r.Status] = true
	}
	told := is[Reported] || is[Claimed]
	switch {
	case is[Disputed], told && is[Denied]:
		return Disputed
	case is[Denied]:
		return Denied
	case is[Reported] || !is[Claimed]:
		return Reported
	}
	return Claimed
}
