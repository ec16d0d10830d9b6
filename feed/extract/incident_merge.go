package extract

import (
	"slices"

	"crisisdesk/feed/dense"
	"crisisdesk/model"
)

// mergeAbove is how likely two groups must tell of one event to be put together.
var mergeAbove = float32(0.7)

// maxMerged bounds the groups of a page that are compared with one another.
const maxMerged = 80

// mergeGroups puts groups together that tell of one event by all that they
// say, the likeliest pair first, until none is likely.
func (e *events) mergeGroups(m *incidentModels, groups [][]int) [][]int {
	if len(groups) > maxMerged {
		return groups
	}
	odds := make([][]float32, len(groups)) // odds[h][g], g < h
	for h := range groups {
		odds[h] = make([]float32, h)
		for g := range h {
			odds[h][g] = e.oneEvent(m, groups, g, h)
		}
	}
	for {
		best, first, second := mergeAbove, -1, -1
		for h := range odds {
			for g, p := range odds[h] {
				if p > best {
					best, first, second = p, g, h
				}
			}
		}
		if first < 0 {
			return groups
		}
		groups[first] = append(groups[first], groups[second]...)
		slices.Sort(groups[first])
		groups = slices.Delete(groups, second, second+1)
		odds = slices.Delete(odds, second, second+1)
		for h := second; h < len(odds); h++ {
			odds[h] = slices.Delete(odds[h], second, second+1)
		}
		for h := range groups {
			switch {
			case h < first:
				odds[first][h] = e.oneEvent(m, groups, h, first)
			case h > first:
				odds[h][first] = e.oneEvent(m, groups, first, h)
			}
		}
	}
}

// oneEvent is how likely two groups tell of one event.
func (e *events) oneEvent(m *incidentModels, groups [][]int, g, h int) float32 {
	if e.tellings[groups[g][0]].kind.Family() != e.tellings[groups[h][0]].kind.Family() {
		return 0
	}
	e.sense = e.mergeSense(m, groups, g, h, e.sense[:0])
	var p [2]float32
	m.merge.Probabilities(e.sense, p[:])
	return p[1]
}

// oddsBetween is the mean, the most and the least of the log-odds between the
// tellings of two groups.
func (e *events) oddsBetween(m *incidentModels, g, h []int) (mean, most, least float64) {
	most, least = -10, 10
	n := 0.0
	for _, i := range h[:min(len(h), 6)] {
		for _, k := range g[:min(len(g), 6)] {
			odds := e.oneOdds(m, min(i, k), max(i, k))
			mean += odds
			most, least = max(most, odds), min(least, odds)
			n++
		}
	}
	return mean / n, most, least
}

// gist is what the sentences of a group say together.
func (e *events) gist(group []int) gist {
	out := gist{kind: e.kindOf(group), tolls: true}
	for _, i := range group {
		t := &e.tellings[i]
		if t.dated && !out.when.Known() {
			out.when = t.said
		}
		out.title = out.title || e.kinds[e.sentence(t.sentence).Block] == model.Title
		out.definite = out.definite || article(e.sentence(t.sentence), t) == "the"
		out.tolls = out.tolls && t.part() == "toll"
		for k := range e.names[t.sentence] {
			n := &e.names[t.sentence][k]
			if n.place != "" && n.actor == "" && !slices.Contains(out.places, n.place) {
				out.places = append(out.places, n.place)
			}
			if n.actor != "" && !slices.Contains(out.actors, n.actor) {
				out.actors = append(out.actors, n.actor)
			}
		}
		for k := range e.figures[t.sentence] {
			out.figures = append(out.figures, e.figures[t.sentence][k].min)
		}
	}
	return out
}

type gist struct {
	kind                   model.Kind
	when                   model.When
	places, actors         []string
	figures                []int
	title, definite, tolls bool
}

func setRelation(a, b []string) string {
	switch {
	case len(a) == 0 && len(b) == 0:
		return "none"
	case len(a) == 0:
		return "second"
	case len(b) == 0:
		return "first"
	}
	shared := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			shared++
		}
	}
	switch shared {
	case 0:
		return "differ"
	case min(len(a), len(b)):
		return "within"
	}
	return "share"
}

func sharesFigure(a, b []int) bool {
	for _, x := range a {
		if x > 3 && slices.Contains(b, x) {
			return true
		}
	}
	return false
}

// mergeExamples say which groups of a lesson tell of one event, by models of
// tellings that have not seen it.
func (l *incidentLesson) mergeExamples(m *incidentModels) []dense.Example {
	if len(l.grouped) > maxMerged {
		return nil
	}
	var examples []dense.Example
	for h := range l.grouped {
		r := l.vote(l.grouped[h])
		for g := range h {
			o := l.vote(l.grouped[g])
			if r < 0 || o < 0 || l.tellings[l.grouped[g][0]].kind.Family() != l.tellings[l.grouped[h][0]].kind.Family() {
				continue
			}
			class := 0
			if r == o {
				class = 1
			}
			examples = append(examples, dense.Example{Inputs: l.mergeSense(m, l.grouped, g, h, nil), Class: class, Weight: 1})
		}
	}
	return examples
}
