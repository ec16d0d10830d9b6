package extract

import (
	"slices"
	"strconv"

	"crisisdesk/feed/extract/gold"
	"crisisdesk/feed/language"
	"crisisdesk/feed/linear"
	"crisisdesk/model"
)

// owners finds out which of the events of a page a figure belongs to.
type owners struct {
	*events
	groups  [][]int
	told    map[int][]told // of each sentence
	largest int            // the violent event that is told most
	before  given          // the figure before
}

// given is a figure that an event was given: the event, and the sentence.
type given struct{ group, sentence int }

// told is a telling and the group that it is in.
type told struct{ telling, group int }

func (e *events) owners(groups [][]int) *owners {
	o := &owners{events: e, groups: groups, told: map[int][]told{}, largest: -1, before: given{-1, -1}}
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
	g := o.likeliest(i, v, outcome)
	if g >= 0 {
		o.before = given{g, i}
	}
	return g
}

func (o *owners) likeliest(i int, v *victims, outcome model.Outcome) int {
	m := o.x.models.casualties.owner
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
				gap = t.gap(v.start, v.end)
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
			inside = min(inside, t.gap(v.start, v.end))
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
		closest := o.closest(i, v) == g
		f.AddIf(closest, "closest")
		f.AddIf(closest, "closest", family)
		f.AddIf(closest, "closest", kind, string(outcome))
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
	latest := o.latest(i, g)
	f.AddIf(latest, "latest")
	f.AddIf(latest, "latest", others, family)
	f.AddIf(o.repeated(group, i, v), "figure again")
	f.Add("places", o.agree(i, o.tellings[group[0]].sentence, func(n *naming) string { return n.place }), others)
	o.flowFeatures(g, i, v, near, others, f)
}

// flowFeatures tell how a group stands to what is told around a figure: the
// figure before, the paragraph, the events told since, the clause.
func (o *owners) flowFeatures(g, i int, v *victims, near, others string, f *linear.Features) {
	group := o.groups[g]
	follows := "no figure"
	if b := o.before; b.group >= 0 {
		follows = grade(i-b.sentence, 0, 1, 2, 5)
		if b.group == g {
			follows += " own"
		}
	}
	f.Add("follows", follows)
	f.Add("follows", follows, others)
	f.Add("follows", follows, near)
	same, keep, bare := false, float32(0), true
	for _, k := range group {
		t := &o.tellings[k]
		same = same || t.sentence <= i && o.sentence(t.sentence).Block == o.sentence(i).Block
		keep = max(keep, t.keep)
		bare = bare && t.outcome != ""
	}
	size := grade(len(group), 1, 2, 4, 8)
	f.Add("size near", size, near)
	f.Add("size others", size, others)
	f.Add("keep near", grade(int(10*keep), 4, 6, 8), near)
	f.AddIf(bare, "bare", near, others)
	f.AddIf(bare, "bare", size)
	f.AddIf(g == o.largest, "largest", near, size)
	if o.largest >= 0 && g != o.largest {
		f.Add("other than", grade(len(o.groups[o.largest])-len(group), 0, 1, 3, 6), near)
	}
	f.Add("groups", grade(len(o.groups), 1, 2, 4, 8), near)
	paragraph := strconv.FormatBool(same)
	f.Add("paragraph", paragraph, others)
	f.Add("paragraph", paragraph, follows)
	f.Add("keep", grade(int(10*keep), 4, 6, 8))
	recency := grade(o.since(i, g), 0, 1, 2, 4)
	f.Add("recency", recency, others)
	f.Add("recency", recency, paragraph)
	f.Add("dates", o.sameDate(i, group), others)
	s := o.sentence(i)
	for _, k := range o.told[i] {
		if k.group != g {
			continue
		}
		t := &o.tellings[k.telling]
		f.AddIf(o.breaks(i, min(t.end, v.end), max(t.start, v.start)), "breaks")
		side := "left"
		if t.start >= v.end {
			side = "right"
		}
		f.Add("side", side, string(t.kind))
		f.Add("side", side, t.part())
		if s.Parsed {
			f.Add("way", wayUp(s, min(v.number, len(s.Tokens)-1), headToken(s, t.start, t.end)), t.part())
		}
	}
}

// wayUp says how a token stands to one that may govern it.
func wayUp(s *language.Sentence, at, to int) string {
	if step := slices.Index(pathIn(s, at, 6), to); step >= 0 {
		return "under " + grade(step, 0, 1, 2, 3)
	}
	return "apart"
}

// since counts the groups that were told of later than one, up to a sentence.
func (o *owners) since(i, g int) int {
	seen := map[int]bool{}
	for s := i; s >= max(0, i-20); s-- {
		for n := len(o.told[s]) - 1; n >= 0; n-- {
			k := o.told[s][n]
			if k.group == g {
				return len(seen)
			}
			if o.tellings[k.telling].violent() {
				seen[k.group] = true
			}
		}
	}
	return 1 << 10
}

// sameDate says whether a date of a sentence is one at which a group is told to
// have happened.
func (o *owners) sameDate(i int, group []int) string {
	out := "none"
	for _, w := range o.times[i] {
		if !w.Bounded() {
			continue
		}
		for _, k := range group {
			if t := &o.tellings[k]; t.dated && t.said.Bounded() {
				if t.said.From <= w.To && w.From <= t.said.To {
					return "agree"
				}
				out = "differ"
			}
		}
	}
	return out
}

// closest is the group whose telling stands nearest to a figure in its sentence.
func (o *owners) closest(i int, v *victims) int {
	best, at := 1<<20, -1
	for _, k := range o.told[i] {
		t := &o.tellings[k.telling]
		if gap := t.gap(v.start, v.end); gap < best {
			best, at = gap, k.group
		}
	}
	return at
}

// latest reports whether a group is the violent one that was told last before a sentence.
func (o *owners) latest(i, g int) bool {
	for s := i - 1; s >= max(0, i-12); s-- {
		for n := len(o.told[s]) - 1; n >= 0; n-- {
			if k := o.told[s][n]; o.tellings[k.telling].violent() {
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
				owner := -1
				for _, g := range o.candidates() {
					class := 0
					if r := l.vote(l.grouped[g]); r >= 0 && counts(&l.gold.Incidents[r], &v, outcome) {
						class, owner = 1, g
					}
					o.features(g, i, &v, model.Outcome(outcome), &f)
					examples = append(examples, linear.Example{Features: f.Clone(), Class: class})
				}
				if owner >= 0 {
					o.before = given{owner, i}
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
