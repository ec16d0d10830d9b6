package ui

import (
	"slices"

	"crisisdesk/model"
)

// recent are the items of a pane that came since the folder had been read, or
// that the officer had not read when the screen opened, the newest last.
type recent struct {
	first bool // they stand before the others, the newest first
	ids   []string
}

// mostRecent bounds what a screen of many days remembers.
const mostRecent = 20_000

func (r *recent) add(id string) {
	if r.ids = append(r.ids, id); len(r.ids) > 2*mostRecent {
		r.ids = slices.Clone(r.ids[len(r.ids)-mostRecent:])
	}
}

// and is what came, and what arrives after it.
func (r recent) and(arrived []arrival) recent {
	if !r.first { // nobody asks
		return r
	}
	r.ids = slices.Clip(r.ids)
	for _, x := range arrived {
		r.add(x.id)
	}
	return r
}

// ordered are all by event time, as they come, or those that came first, the
// last of them before the others.
func ordered[T any](r recent, all model.List[*T], get func(id string) *T) model.List[*T] {
	if !r.first || len(r.ids) == 0 {
		return all
	}
	came := make(map[*T]bool, len(r.ids)) // true where it is one of all
	for _, id := range r.ids {
		came[get(id)] = false
	}
	others := make([]*T, 0, all.Len())
	for x := range all.All() {
		if _, ok := came[x]; ok {
			came[x] = true
		} else {
			others = append(others, x)
		}
	}
	out := make([]*T, 0, all.Len())
	for _, id := range slices.Backward(r.ids) {
		if x := get(id); came[x] {
			came[x] = false // it may have come twice
			out = append(out, x)
		}
	}
	return model.ListOf(append(out, others...)...)
}

// reorder changes between event time and arrival.
func (a *app) reorder() {
	a.likes.ByArrival = !a.likes.ByArrival
	a.notice = "newest event first"
	if a.likes.ByArrival {
		a.notice = "in the order of arrival, the latest first"
	}
	for _, p := range a.panes[:boardPanes] {
		p.recent.first = a.likes.ByArrival
	}
}
