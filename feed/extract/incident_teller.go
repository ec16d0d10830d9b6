package extract

import "slices"

// ofTeller reports whether a date of a telling's sentence is that on which
// somebody told of it, and not that of what he told: it stands outside his
// words ("on Sunday the ministry said that five had died").
func (e *events) ofTeller(t *telling, m *moment) bool {
	s := e.sentence(t.sentence)
	return t.words.End > 0 && (s.Tokens[m.end-1].End <= t.words.Start || s.Tokens[m.start].Start >= t.words.End)
}

// ownDate reports whether a date of what a telling tells is said with it.
func (t *telling) ownDate() bool { return t.dated && !t.heard }

// reckoned is by how much the log-odds rise that two groups tell of one event
// where there is a reckoning; chosen on documents that the models of incidents
// have not learnt from.
const reckoned = 0.6

// reckoning reports whether one of two groups may only count the dead and the
// hurt of the violence that the other tells: all its tellings stand beside
// figures, and not both groups have a date of their own.
func (e *events) reckoning(g, h []int) bool {
	return e.tellings[g[0]].violent() && (e.counts(g) || e.counts(h)) && !(e.ownDate(g) && e.ownDate(h))
}

// counts reports whether each telling of a group stands beside a figure.
func (e *events) counts(group []int) bool {
	return !slices.ContainsFunc(group, func(i int) bool { return len(e.figures[e.tellings[i].sentence]) == 0 })
}

// ownDate reports whether a date of what a group tells is said with it.
func (e *events) ownDate(group []int) bool {
	return slices.ContainsFunc(group, func(i int) bool { return e.tellings[i].ownDate() })
}
