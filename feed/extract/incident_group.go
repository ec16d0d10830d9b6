package extract

import "crisisdesk/model"

// groups puts tellings of one event together: indices into e.tellings.
func (e *events) groups() [][]int {
	var out [][]int
	for i := range e.tellings {
		t := &e.tellings[i]
		if t.keep < 0.5 {
			continue
		}
		joined := false
		for g := len(out) - 1; g >= 0 && g > len(out)-64; g-- {
			if e.sameEvent(&e.tellings[out[g][0]], t) {
				out[g], joined = append(out[g], i), true
				break
			}
		}
		if !joined {
			out = append(out, []int{i})
		}
	}
	return out
}

func (e *events) sameEvent(a, b *telling) bool {
	if a.kind.Family() != b.kind.Family() {
		return false
	}
	if a.dated && b.dated && !near(a.said, b.said) {
		return false
	}
	if a.kind == b.kind {
		return true
	}
	return a.sentence == b.sentence && a.kind.Family() == model.Violent
}

// near reports whether two intervals come within a day of each other.
func near(a, b model.When) bool {
	if a.Bounded() {
		a.From, a.To = a.From-1, a.To+1
	}
	return a.Overlaps(b)
}
