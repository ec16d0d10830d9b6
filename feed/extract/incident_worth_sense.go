package extract

import (
	"crisisdesk/feed/dense"
	"crisisdesk/model"
)

// worthFlags are facts about a group of tellings beside what they mean:
// how sure, how many, of which family, and what is told with them.
const worthFlags = 12

// worthInputs is how many numbers the network sees of a group.
const worthInputs = senseInputs + worthFlags

// worthSense writes what the network is to see of one of the groups into x,
// which must hold worthInputs zeros: what its tellings mean, the surer the
// more, and flags.
func (e *events) worthSense(groups [][]int, g int, x []float32) {
	e.sense = append(e.sense[:0], make([]float32, senseInputs)...)
	sum := float32(0)
	for _, i := range groups[g] {
		t := &e.tellings[i]
		clear(e.sense)
		e.senseOf(t, e.sense)
		for k, v := range e.sense {
			x[k] += v * t.keep
		}
		sum += t.keep
	}
	for k := range e.sense {
		x[k] /= sum + 1e-6
	}
	kind := e.kindOf(groups[g])
	before := 0
	for k := range g {
		if e.tellings[groups[k][0]].kind == kind {
			before++
		}
	}
	f := x[senseInputs:]
	f[0] = e.sure(groups[g]) * 2
	f[1] = min(sum, 4) / 2
	f[2] = float32(min(len(groups[g]), 6)) / 3
	f[3] = float32(min(before, 4)) / 2
	f[4] = bit(kind.Family() == model.Violent)
	f[5] = bit(kind.Family() == model.Coercive)
	f[6] = bit(kind.Family() == model.Diplomatic)
	for _, i := range groups[g] {
		t := &e.tellings[i]
		f[7] = max(f[7], bit(t.outcome != ""))
		f[8] = max(f[8], bit(t.dated))
		f[9] = max(f[9], bit(e.kinds[e.sentence(t.sentence).Block] == model.Title))
		for k := range e.names[t.sentence] {
			n := &e.names[t.sentence][k]
			f[10] = max(f[10], bit(n.place != ""))
			f[11] = max(f[11], bit(n.actor != ""))
		}
	}
}

// worthSenseExample is one of the groups of a lesson as the network sees it.
func (l *incidentLesson) worthSenseExample(g, class int, weight float32) dense.Example {
	x := make([]float32, worthInputs)
	l.worthSense(l.grouped, g, x)
	return dense.Example{Inputs: x, Class: class, Weight: weight}
}
