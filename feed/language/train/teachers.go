package train

import "crisisdesk/feed/language/internal/neural"

// trust is how much of a target is what the teachers think; the rest is the
// treebank's.
const trust = 0.6

// Teachers are networks that were trained alike but for their seeds. What they
// think on average is a better lesson than the bare truth: it says what else was
// nearly right.
type teachers struct {
	nets      []*neural.Net
	h, scores []float32
	target    []float32
}

func newTeachers(nets []*neural.Net, classes int) *teachers {
	t := &teachers{nets: nets, scores: make([]float32, classes), target: make([]float32, classes)}
	for _, n := range nets {
		t.h = make([]float32, max(len(t.h), n.Hidden()))
	}
	return t
}

// lesson returns the target for classes of probabilities p. Good tells the right
// classes; it is nil where only the teachers know.
func (t *teachers) lesson(features, classes []int32, p []float32, good func(class int32) bool) []float32 {
	target := t.target[:len(classes)]
	clear(target)
	share := float32(0)
	if len(t.nets) > 0 {
		share = trust
		if good == nil {
			share = 1
		}
		for _, n := range t.nets {
			n.Probabilities(features, classes, t.h[:n.Hidden()], t.scores)
			for i := range target {
				target[i] += share / float32(len(t.nets)) * t.scores[i]
			}
		}
	}
	if good != nil {
		addTruth(target, classes, p, 1-share, good)
	}
	return target
}

// addTruth spreads weight over the good classes as p does.
func addTruth(target []float32, classes []int32, p []float32, weight float32, good func(class int32) bool) {
	mass := float32(1e-9)
	for i, c := range classes {
		if good(c) {
			mass += p[i]
		}
	}
	for i, c := range classes {
		if good(c) {
			target[i] += weight * (p[i] + 1e-9) / mass
		}
	}
}
