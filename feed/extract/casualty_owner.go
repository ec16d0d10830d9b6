package extract

import (
	"crisisdesk/feed/extract/gold"
	"crisisdesk/feed/linear"
	"crisisdesk/model"
)

// owners finds out which of the events of a page a figure belongs to.
type owners struct {
	*events
	groups  [][]int
	told    map[int][]told // of each sentence
	largest int            // the violent event that is told most
}

// told is a telling and the group that it is in.
type told struct{ telling, group int }

func (e *events) owners(groups [][]int) *owners {
	o := &owners{events: e, groups: groups, told: map[int][]told{}, largest: -1}
	for g := range groups {
		for _, k := range groups[g] {
			s := e.tellings[k].sentence
			o.told[s] = append(o.told[s], told{k, g})
		}
		if violent(e.tellings[groups[g][0]].kind) && (o.largest < 0 || len(groups[g]) > len(groups[o.largest])) {
			o.largest = g
		}
	}
	return o
}

// ownerLeast is how likely an event must be the one that a figure belongs to.
var ownerLeast = float32(0.05)

// of is the group that a figure belongs to, -1 where there is none.
func (o *owners) of(i int, v *victims, outcome model.Outcome) int {
	m := o.x.models.incidents.owner
	if m == nil {
		return o.nearest(i, v)
	}
	best, at := ownerLeast, -1
	for _, g := range o.candidates() {
		o.features(g, i, v, outcome, &o.bag)
		var p [2]float32
		m.Probabilities(&o.bag, p[:])
		if p[1] > best {
			best, at = p[1], g
		}
	}
	return at
}

// maxOwners bounds the work on a page of very many events.
const maxOwners = 60

func (o *owners) candidates() []int {
	out := make([]int, 0, min(len(o.groups), maxOwners))
	for g := range o.groups {
		if len(out) < maxOwners {
			out = append(out, g)
		}
	}
	return out
}

// nearest is the group whose telling stands nearest in the sentence, else the
// violent one told last.
func (o *owners) nearest(i int, v *victims) int {
	best, at := 1<<30, -1
	for s := i; s >= i-6; s-- {
		for _, k := range o.told[s] {
			t := &o.tellings[k.telling]
			gap := 1000 * (i - s)
			if s == i {
				gap = max(t.start-v.end, v.start-t.end, 0)
			}
			if !violent(t.kind) {
				gap += 400
			}
			if gap < best {
				best, at = gap, k.group
			}
		}
	}
	return at
}

// features describes how a figure stands to the tellings of a group.
func (o *owners) features(g, i int, v *victims, outcome model.Outcome, f *linear.Features) {
	f.Reset()
	group := o.groups[g]
	kind := string(o.kindOf(group))
	family := string(model.Kind(kind).Family())
	ahead, behind, inside := 1<<20, 1<<20, 1<<20
	words, titled := false, false
	for _, k := range group {
		t := &o.tellings[k]
		switch gap := i - t.sentence; {
		case gap == 0:
			inside = min(inside, max(t.start-v.end, v.start-t.end, 0))
			words = words || t.outcome != ""
		case gap > 0:
			ahead = min(ahead, gap)
		default:
			behind = min(behind, -gap)
		}
		titled = titled || o.kinds[o.sentence(t.sentence).Block] == model.Title || t.sentence < 2
	}
	near := "none"
	switch {
	case inside < 1<<20:
		near = "in " + grade(inside, 0, 1, 2, 4, 8, 16)
		f.AddIf(o.closest(i, v) == g, "closest")
		f.AddIf(o.closest(i, v) == g, "closest", family)
		f.AddIf(o.closest(i, v) == g, "closest", kind, string(outcome))
	case ahead < 1<<20:
		near = "ahead " + grade(ahead, 1, 2, 3, 5, 8, 16)
	case behind < 1<<20:
		near = "behind " + grade(behind, 1, 2, 4)
	}
	others := "alone"
	if len(o.told[i]) > 0 {
		others = "others here"
		if inside < 1<<20 && len(o.told[i]) == 1 {
			others = "only here"
		}
	}
	f.Add("near", near)
	f.Add("near", near, family)
	f.Add("near", near, others)
	f.Add("kind", kind, string(outcome))
	f.Add("kind", kind, others)
	f.Add("size", grade(len(group), 1, 2, 4, 8))
	f.AddIf(g == o.largest, "largest")
	f.AddIf(g == o.largest, "largest", near)
	f.AddIf(g == o.largest, "largest", others, string(outcome))
	f.AddIf(titled, "lead")
	f.AddIf(titled, "lead", others)
	f.AddIf(words, "words", string(outcome))
	f.AddIf(o.latest(i, g), "latest")
	f.AddIf(o.latest(i, g), "latest", others, family)
	f.AddIf(o.repeated(group, i, v), "figure again")
	f.Add("places", o.agree(i, o.tellings[group[0]].sentence, func(n *naming) string { return n.place }), others)
}

// closest is the group whose telling stands nearest to a figure in its sentence.
func (o *owners) closest(i int, v *victims) int {
	best, at := 1<<20, -1
	for _, k := range o.told[i] {
		t := &o.tellings[k.telling]
		if gap := max(t.start-v.end, v.start-t.end, 0); gap < best {
			best, at = gap, k.group
		}
	}
	return at
}

// latest reports whether a group is the violent one that was told last before a sentence.
func (o *owners) latest(i, g int) bool {
	for s := i - 1; s >= max(0, i-12); s-- {
		for n := len(o.told[s]) - 1; n >= 0; n-- {
			if k := o.told[s][n]; violent(o.tellings[k.telling].kind) {
				return k.group == g
			}
		}
	}
	return false
}

// repeated reports whether a sentence that tells of the group gives the same figure.
func (o *owners) repeated(group []int, i int, v *victims) bool {
	if v.min < 4 {
		return false
	}
	for _, k := range group {
		s := o.tellings[k].sentence
		if s == i {
			continue
		}
		for _, f := range o.figures[s] {
			if f.min == v.min && f.max == v.max {
				return true
			}
		}
	}
	return false
}

// trainOwner fits the model that says which event a figure belongs to.
func trainOwner(lessons []incidentLesson) *linear.Model {
	var examples []linear.Example
	var f linear.Features
	for _, l := range lessons {
		o := l.owners(l.grouped)
		for i := range l.sentences {
			for _, v := range l.victimsOf(i) {
				outcome := outcomeNames[l.outcomeOf(i, &v)]
				if outcome == outcomeNames[0] {
					continue
				}
				for _, g := range o.candidates() {
					class := 0
					if r := l.vote(l.grouped[g]); r >= 0 && counts(&l.gold.Incidents[r], &v, outcome) {
						class = 1
					}
					o.features(g, i, &v, model.Outcome(outcome), &f)
					examples = append(examples, linear.Example{Features: f.Clone(), Class: class})
				}
			}
		}
	}
	return linear.Train([]string{"other", "owner"}, examples, ownerOptions)
}

// counts reports whether an annotated event has a row for a figure.
func counts(in *gold.Incident, v *victims, outcome string) bool {
	for k := range in.Casualties {
		if c := &in.Casualties[k]; c.Outcome == outcome && figureIs(c, v) && (v.min != 1 || gold.NamesAgree(c.Who, v.who)) {
			return true
		}
	}
	return false
}
