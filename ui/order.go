package ui

import (
	"cmp"
	"slices"
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

// ordered are all by event time, as they come, or those that came first, the
// last of them before the others.
func ordered[T any](r *recent, all []*T, get func(id string) *T) []*T {
	if !r.first || len(r.ids) == 0 {
		return all
	}
	rank := make(map[*T]int, len(r.ids))
	for i, id := range r.ids {
		rank[get(id)] = i
	}
	out := make([]*T, 0, len(all))
	var others []*T
	for _, x := range all {
		if _, ok := rank[x]; ok {
			out = append(out, x)
		} else {
			others = append(others, x)
		}
	}
	slices.SortStableFunc(out, func(a, b *T) int { return cmp.Compare(rank[b], rank[a]) })
	return append(out, others...)
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
