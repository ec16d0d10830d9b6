package extract

import (
	"math"
	"slices"

	"crisisdesk/model"
)

// What must hold of probabilities and log-odds, chosen by cross-validation on
// the training documents.
var (
	keepAbove  = float32(0.3)  // of a telling that counts
	worthAbove = float32(0.55) // of an event that becomes a report
	joinAbove  = 0.1           // of two groups of tellings that are one event
)

// Bounds on the work on long pages: new tellings are put together by the
// hundred, with the last groups before them, by the last tellings of each.
const (
	linkEvery   = 100
	maxLinked   = 200
	maxCompared = 8
)

// groups puts tellings of one event together: indices into e.tellings, the
// events in the order in which they are first told.
func (e *events) groups() [][]int { return e.groupsBy(e.x.models.incidents) }

func (e *events) groupsBy(m *incidentModels) [][]int {
	e.alike = map[[2]int]float64{}
	var out [][]int
	fresh := 0
	for i := range e.tellings {
		if e.tellings[i].keep < keepAbove {
			continue
		}
		out = append(out, []int{i})
		if fresh++; fresh == linkEvery {
			out, fresh = e.link(m, out), 0
		}
	}
	return e.link(m, out)
}

// link puts the likeliest two groups together, again and again until no two
// are likely to be one event. Only the last groups are looked at.
func (e *events) link(m *incidentModels, all [][]int) [][]int {
	settled := max(0, len(all)-maxLinked)
	groups := all[settled:]
	odds := make([][]float64, len(groups)) // odds[h][g], g < h
	for h := range groups {
		odds[h] = make([]float64, h)
		for g := range h {
			odds[h][g] = e.likeness(m, groups[g], groups[h])
		}
	}
	for {
		first, second := likeliestPair(odds)
		if second == 0 {
			return append(all[:settled], groups...)
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
				odds[first][h] = e.likeness(m, groups[h], groups[first])
			case h > first:
				odds[h][first] = e.likeness(m, groups[first], groups[h])
			}
		}
	}
}

// likeliestPair is where the odds are highest, 0 and 0 where none suffice.
func likeliestPair(odds [][]float64) (first, second int) {
	best := joinAbove
	for h := range odds {
		for g, o := range odds[h] {
			if o > best {
				best, first, second = o, g, h
			}
		}
	}
	return first, second
}

// likeness is how likely two groups tell of one event: halfway between the
// mean and the highest of the log-odds of their tellings, and more where one
// only counts.
func (e *events) likeness(m *incidentModels, g, h []int) float64 {
	if e.tellings[g[0]].family != e.tellings[h[0]].family {
		return math.Inf(-1)
	}
	g, h = g[max(0, len(g)-maxCompared):], h[max(0, len(h)-maxCompared):]
	sum, most := 0.0, math.Inf(-1)
	for _, i := range g {
		for _, j := range h {
			odds := e.oneOdds(m, min(i, j), max(i, j))
			sum += odds
			most = max(most, odds)
		}
	}
	odds := (sum/float64(len(g)*len(h)) + most) / 2
	if e.reckoning(g, h) {
		odds += reckoned
	}
	return odds
}

// sameByRule decides where no model is trained.
func (e *events) sameByRule(a, b *telling) bool {
	if a.kind.Family() != b.kind.Family() || datesAgree(a, b) == "differ" {
		return false
	}
	return a.kind == b.kind || a.sentence == b.sentence && violent(a.kind)
}

// near reports whether two intervals come within a day of each other.
func near(a, b model.When) bool {
	if a.Bounded() {
		a.From, a.To = a.From-1, a.To+1
	}
	return a.Overlaps(b)
}

// datesAgree compares the dates of two tellings: "agree", "differ", "first", "second", "none".
func datesAgree(a, b *telling) string {
	switch {
	case a.ownDate() && b.ownDate() && near(a.said, b.said):
		return "agree"
	case a.ownDate() && b.ownDate():
		return "differ"
	case a.ownDate():
		return "first"
	case b.ownDate():
		return "second"
	}
	return "none"
}

// shareFigure reports whether one figure stands in the sentences of both.
func (e *events) shareFigure(a, b *telling) bool {
	if a.sentence == b.sentence {
		return false
	}
	for _, x := range e.figures[a.sentence] {
		for _, y := range e.figures[b.sentence] {
			if x.min == y.min && x.min > 2 {
				return true
			}
		}
	}
	return false
}

// agree compares what two sentences name: "share", "differ", "first", "second", "none".
func (e *events) agree(a, b int, key func(*naming) string) string {
	first, second := false, false
	for i := range e.names[a] {
		k := key(&e.names[a][i])
		if k == "" {
			continue
		}
		first = true
		for j := range e.names[b] {
			if key(&e.names[b][j]) == k {
				return "share"
			}
		}
	}
	for j := range e.names[b] {
		second = second || key(&e.names[b][j]) != ""
	}
	switch {
	case first && second:
		return "differ"
	case first:
		return "first"
	case second:
		return "second"
	}
	return "none"
}
