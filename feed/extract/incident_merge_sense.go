package extract

import (
	"math"

	"crisisdesk/feed/dense"
	"crisisdesk/feed/language/vectors"
)

// mergeSense appends to into what the network is to see of two groups of
// tellings, g told before h.
func (e *events) mergeSense(m *incidentModels, groups [][]int, g, h int, into []float32) []float32 {
	x := seen(into)
	mean, most, least := e.oddsBetween(m, groups[g], groups[h])
	a, b := e.gist(groups[g]), e.gist(groups[h])
	for _, odds := range []float64{mean, most, least} {
		x.number(odds / 2)
	}
	u, v := e.groupMeaning(groups[g]), e.groupMeaning(groups[h])
	x.likeness(u, v)
	for _, k := range kindNames {
		x.flags(a.kind == k, b.kind == k)
	}
	x.flags(a.kind == b.kind, a.title, b.title, a.definite, b.definite, a.tolls, b.tolls, sharesFigure(a.figures, b.figures))
	days := -1.0
	if a.when.Bounded() && b.when.Bounded() {
		days = math.Log(math.Abs(float64(a.when.From-b.when.From)) + 1)
	}
	x.number(days)
	x.flags(a.when.Known(), b.when.Known(), a.when.Known() && b.when.Known() && near(a.when, b.when))
	x.which(setRelation(a.places, b.places), "none", "first", "second", "differ", "within", "share")
	x.which(setRelation(a.actors, b.actors), "none", "first", "second", "differ", "within", "share")
	e.mergePlace(&x, groups, g, h)
	return x
}

// mergePlace shows how large, how sure and how far apart two groups are, and
// how many others are of their family.
func (e *events) mergePlace(x *seen, groups [][]int, g, h int) {
	first, second := groups[g], groups[h]
	opens, last, next := &e.tellings[first[0]], &e.tellings[first[len(first)-1]], &e.tellings[second[0]]
	rivals := 0
	for k := range groups {
		if k != g && k != h && e.tellings[groups[k][0]].kind.Family() == next.kind.Family() {
			rivals++
		}
	}
	x.number(math.Log(float64(rivals + 1)))
	x.number(math.Log(float64(len(first))))
	x.number(math.Log(float64(len(second))))
	x.number(math.Log(math.Abs(float64(next.sentence-opens.sentence)) + 1))
	x.number(math.Log(math.Abs(float64(next.sentence-last.sentence)) + 1))
	x.number(float64(e.sure(first)))
	x.number(float64(e.sure(second)))
}

// groupMeaning is the mean of what the words around the tellings of a group mean.
func (e *events) groupMeaning(group []int) []float32 {
	sum := make([]float32, len(sameSlots)*vectors.Dim)
	for _, i := range group {
		for k, v := range e.meaning(i) {
			sum[k] += v
		}
	}
	for k := 0; k < len(sum); k += vectors.Dim {
		normal(sum[k : k+vectors.Dim])
	}
	return sum
}

var mergeOptions = dense.Options{Hidden: 32, Epochs: 14, Rate: 0.001, Decay: 0.01, Dropout: 0.3, Seed: 35}
