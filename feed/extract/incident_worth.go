package extract

import (
	"crisisdesk/feed/linear"
	"crisisdesk/model"
)

// worth is how likely one of the groups of tellings is an event that an officer would log.
func (e *events) worth(groups [][]int, g int) float32 {
	m := e.x.models.incidents.worth
	if m == nil {
		return e.sure(groups[g])
	}
	e.worthFeatures(groups, g, &e.bag)
	var p [2]float32
	m.Probabilities(&e.bag, p[:])
	x := make([]float32, worthInputs)
	e.worthSense(groups, g, x)
	var q [2]float32
	e.x.models.incidents.worthSense.Probabilities(x, q[:])
	return mixed(q[1], p[1])
}

// sure is the probability of the surest telling of a group.
func (e *events) sure(group []int) float32 {
	top := float32(0)
	for _, i := range group {
		top = max(top, e.tellings[i].keep)
	}
	return top
}

// worthFeatures describes an event by all that is told of it, and by the
// events of its kind that are told beside it.
func (e *events) worthFeatures(groups [][]int, g int, f *linear.Features) {
	f.Reset()
	group := groups[g]
	kind := e.kindOf(group)
	e.rivalFeatures(groups, g, kind, f)
	top, sum := e.sure(group), float32(0)
	first := &e.tellings[group[0]]
	title, dated, placed, toll, strong, quotedAll := false, "undated", false, false, false, true
	for _, i := range group {
		t := &e.tellings[i]
		s := e.sentence(t.sentence)
		sum += t.keep
		title = title || e.kinds[s.Block] == model.Title
		if t.dated && dated == "undated" {
			dated = e.age(t)
		}
		strong = strong || t.strong
		quotedAll = quotedAll && quoted(s, t.start)
		toll = toll || t.outcome != "" || len(e.marks[t.sentence].tolls) > 0 && len(e.figures[t.sentence]) > 0
		for k := range e.names[t.sentence] {
			placed = placed || e.names[t.sentence][k].place != ""
		}
		f.Add("part", t.part())
		f.Add("lemma", t.lemma)
	}
	level := grade(int(top*20), 6, 8, 10, 12, 14, 16, 17, 18, 19)
	f.Add("top", level)
	f.Add("top", level, string(kind))
	f.Add("sum", grade(int(sum*4), 1, 2, 3, 4, 6, 8, 12, 20))
	f.Add("size", grade(len(group), 1, 2, 3, 5, 8))
	f.Add("kind", string(kind))
	f.Add("date", dated)
	f.Add("date", dated, string(kind.Family()))
	f.Add("date", dated, level)
	f.AddIf(title, "title")
	f.AddIf(title && len(group) == 1, "title only")
	f.AddIf(placed, "place")
	f.AddIf(placed, "place", string(kind))
	f.AddIf(!placed, "no place", level)
	f.AddIf(toll, "toll", string(kind.Family()))
	f.AddIf(strong, "strong")
	f.AddIf(quotedAll, "quoted")
	f.AddIf(first.sentence < 4, "head")
	s := e.sentence(first.sentence)
	f.Add("article", article(s, first))
	f.Add("article", article(s, first), string(kind))
	f.Add("single", first.part(), grade(len(group), 1, 2))
	for _, h := range e.marks[first.sentence].hedges {
		f.Add("hedge", h.Entries[0].Kind)
	}
}

// rivalFeatures say whether the page tells of other events of the same kind:
// a second one that is told in passing is often the first.
func (e *events) rivalFeatures(groups [][]int, g int, kind model.Kind, f *linear.Features) {
	before, larger := 0, false
	for k := max(0, g-40); k < min(len(groups), g+40); k++ {
		if k == g || e.tellings[groups[k][0]].kind != kind {
			continue
		}
		larger = larger || len(groups[k]) > len(groups[g])
		if k < g {
			before++
		}
	}
	f.Add("before", grade(before, 0, 1, 2, 4))
	f.Add("before", grade(before, 0, 1, 2, 4), string(kind))
	f.AddIf(larger, "larger", string(kind.Family()))
}
