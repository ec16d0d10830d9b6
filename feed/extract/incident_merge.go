package extract

import (
	"slices"

	"crisisdesk/feed/linear"
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
	e.mergeFeatures(m, groups, g, h, &e.bag)
	var p [2]float32
	m.merge.Probabilities(&e.bag, p[:])
	return p[1]
}

// mergeFeatures compares two groups, g told before h.
func (e *events) mergeFeatures(m *incidentModels, groups [][]int, g, h int, f *linear.Features) {
	mean, most, least := e.oddsBetween(m, groups[g], groups[h])
	f.Reset()
	a, b := e.gist(groups[g]), e.gist(groups[h])
	level := func(odds float64) string {
		return grade(int(2*odds+100), 91, 94, 96, 97, 98, 99, 100, 101, 102, 104, 106)
	}
	family := string(a.kind.Family())
	kinds := "same kind"
	if a.kind != b.kind {
		kinds = string(min(a.kind, b.kind)) + "+" + string(max(a.kind, b.kind))
	}
	sizes := grade(len(groups[g]), 1, 2, 4) + grade(len(groups[h]), 1, 2, 4)
	f.Add("mean", level(mean))
	f.Add("most", level(most))
	f.Add("least", level(least))
	f.Add("mean most", level(mean), level(most))
	f.Add("mean", level(mean), sizes)
	f.Add("kinds", kinds)
	f.Add("kinds", kinds, level(mean))
	f.Add("sizes", sizes)
	date := "none"
	switch {
	case a.when.Known() && b.when.Known() && a.when == b.when:
		date = "same"
	case a.when.Known() && b.when.Known() && near(a.when, b.when):
		date = "agree"
	case a.when.Known() && b.when.Known():
		date = "differ"
	case a.when.Known():
		date = "first"
	case b.when.Known():
		date = "second"
	}
	places := setRelation(a.places, b.places)
	actors := setRelation(a.actors, b.actors)
	f.Add("date", date, family)
	f.Add("places", places, family)
	f.Add("actors", actors, family)
	f.Add("date places", date, places)
	f.Add("all", date, places, actors)
	f.Add("date", date, level(mean))
	f.Add("places", places, level(mean))
	f.AddIf(sharesFigure(a.figures, b.figures), "figure", family)
	f.AddIf(a.title, "title", kinds)
	f.AddIf(a.title, "title", sizes)
	f.AddIf(b.definite, "definite", kinds)
	f.AddIf(b.tolls, "tolls only", date)
	rivals := 0
	for k := range groups {
		if k != g && k != h && e.tellings[groups[k][0]].kind.Family() == a.kind.Family() {
			rivals++
		}
	}
	f.Add("rivals", grade(rivals, 0, 1, 3, 6), family)
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

// mergeExamples say which groups of a lesson tell of one event, by a model of
// tellings that has not seen it.
func (l *incidentLesson) mergeExamples(m *incidentModels) []linear.Example {
	if len(l.grouped) > maxMerged {
		return nil
	}
	var examples []linear.Example
	var f linear.Features
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
			l.mergeFeatures(m, l.grouped, g, h, &f)
			examples = append(examples, linear.Example{Features: f.Clone(), Class: class})
		}
	}
	return examples
}
