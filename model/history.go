package model

import (
	"cmp"
	"slices"
)

// life is how a question came to stand as it does. Only what an origin says
// for the first time moves a question, so the life of one that has been told
// of a thousand times by ten origins is short.
type life struct {
	steps   []step // in the order of their evidence
	pending []step // to come or to go, since the last replay
	stale   bool   // something other than the steps has changed

	history []StateChange
	state   State
	newest  Day // the day on which the last new origin came, 0 where none is dated
	count   [allFirsts]int
}

// voice is what one origin has said to a question.
type voice struct {
	all   int
	first [allFirsts]*Testimony
}

// firsts are what an origin can do for the first time.
type firsts uint8

const (
	spoke firsts = iota
	supported
	vouched // supported, and says that it knows
	opposed
	allFirsts
)

// step is what an origin did for the first time, and where.
type step struct {
	of   firsts
	by   *Testimony
	gone bool // of a pending one: it goes
}

// does reports whether e does what of says.
func (e *Testimony) does(of firsts) bool {
	switch of {
	case spoke:
		return true
	case supported:
		return e.Stance() == Supports && e.Turn != NonDenial
	case vouched:
		return e.Stance() == Supports && e.Turn != NonDenial && e.vouches()
	}
	return e.Stance() == Opposes && e.Turn != NonDenial
}

// vouches reports whether e rests on somebody who says that they know, rather
// than on talk, reasoning or foresight.
func (e *Testimony) vouches() bool { return e.Access > Inference && e.Form() != Rumour }

// take notes what v does for the first time with e.
func (l *life) take(v *voice, e *Testimony) {
	for of := range allFirsts {
		was := v.first[of]
		if !e.does(of) || was != nil && oldestEvidence(was, e) <= 0 {
			continue
		}
		if was != nil {
			l.pending = append(l.pending, step{of, was, true})
		}
		v.first[of] = e
		l.pending = append(l.pending, step{of, e, false})
	}
}

// drop notes that e is said no more. It reports whether v did something with
// it for the first time.
func (l *life) drop(v *voice, e *Testimony) bool {
	dropped := false
	for of := range allFirsts {
		if was := v.first[of]; was != nil && was.Piece == e.Piece && was.origin == e.origin {
			l.pending = append(l.pending, step{of, was, true})
			v.first[of] = nil
			dropped = true
		}
	}
	return dropped
}

func stepOrder(a, b step) int {
	return cmp.Or(oldestEvidence(a.by, b.by), cmp.Compare(a.by.Origin().Key, b.by.Origin().Key), cmp.Compare(a.of, b.of))
}

// fewSteps are so many as are put in their places one by one.
const fewSteps = 64

// arrange brings the steps up to date.
func (l *life) arrange(voices map[string]*voice) {
	if len(l.pending) > fewSteps {
		l.steps = l.steps[:0]
		for _, v := range voices {
			for of, e := range v.first {
				if e != nil {
					l.steps = append(l.steps, step{of: firsts(of), by: e})
				}
			}
		}
		slices.SortFunc(l.steps, stepOrder)
		return
	}
	for _, p := range l.pending {
		i, found := slices.BinarySearchFunc(l.steps, p, stepOrder)
		switch {
		case found && p.gone:
			l.steps = slices.Delete(l.steps, i, i+1)
		case !found && !p.gone:
			l.steps = slices.Insert(l.steps, i, p)
		}
	}
}

// replay goes through the life again where something of it has changed.
func (l *life) replay(voices map[string]*voice, sleeps Day) {
	if len(l.pending) == 0 && !l.stale && l.state != "" {
		return
	}
	l.arrange(voices)
	l.pending, l.stale = nil, false
	l.history, l.state, l.newest, l.count = nil, Raised, 0, [allFirsts]int{}
	for i, s := range l.steps {
		day := s.by.When().Latest()
		if l.dormant(day, sleeps) {
			l.move(Dormant, l.newest+sleeps+1, nil)
		}
		l.count[s.of]++
		if s.of == spoke {
			l.newest = max(l.newest, day)
			if len(l.history) == 0 {
				l.history = append(l.history, StateChange{To: Raised, On: day, By: s.by})
			}
		}
		if i+1 < len(l.steps) && l.steps[i+1].by == s.by { // all that one passage does moves it once
			continue
		}
		if !l.dormant(day, sleeps) {
			l.move(l.awake(), day, s.by)
		}
	}
}

// move notes that the question stands otherwise.
func (l *life) move(to State, on Day, by *Testimony) {
	if l.state != to {
		l.history = append(l.history, StateChange{l.state, to, on, by})
		l.state = to
	}
}

// awake is how the question stands by what was said.
func (l *life) awake() State {
	switch {
	case l.count[supported] > 0 && l.count[opposed] > 0:
		return Contested
	case l.count[opposed] > 0:
		return DeniedState
	case l.count[vouched] >= 2:
		return Corroborated
	}
	return Raised
}

// dormant reports whether on a day no origin has come for too long.
func (l *life) dormant(on, sleeps Day) bool { return l.newest != 0 && on > l.newest+sleeps }

// on is how the question stands on a day, and how it came to.
func (l *life) on(asOf, sleeps Day) (State, []StateChange) {
	if l.state == Dormant || !l.dormant(asOf, sleeps) {
		return l.state, slices.Clip(l.history)
	}
	return Dormant, append(slices.Clip(l.history), StateChange{l.state, Dormant, l.newest + sleeps + 1, nil})
}
