package watch

import (
	"cmp"
	"container/heap"
	"math"
)

// queue holds the changes that wait to be received, at most one for each path:
// those of files that have gone before others, then those of the newest file,
// then of the path that came first.
type queue struct {
	order   order
	changes map[string]waiting
	pushed  int
}

// waiting is a change, and which of the entries in the order stands for it.
type waiting struct {
	change Change
	number int
}

// push adds c, of a file of that time in nanoseconds, or puts it in the place
// of an older change of the same path.
func (q *queue) push(c Change, mtime int64) {
	if q.changes == nil {
		q.changes = map[string]waiting{}
	}
	if c.Gone {
		mtime = math.MaxInt64
	}
	q.pushed++
	q.changes[c.Path] = waiting{c, q.pushed}
	heap.Push(&q.order, place{path: c.Path, mtime: mtime, number: q.pushed})
}

// head is the change to hand on next.
func (q *queue) head() (Change, bool) {
	for len(q.order) > 0 {
		first := q.order[0]
		if w, ok := q.changes[first.path]; ok && w.number == first.number {
			return w.change, true
		}
		heap.Pop(&q.order) // a newer change took its place
	}
	return Change{}, false
}

// pop forgets the head.
func (q *queue) pop() {
	first := heap.Pop(&q.order).(place)
	if delete(q.changes, first.path); len(q.changes) == 0 {
		*q = queue{}
	}
}

func (q *queue) len() int { return len(q.changes) }

// place is where a change stands in the order.
type place struct {
	path   string
	mtime  int64
	number int
}

// order is a heap with the place that is next at its top.
type order []place

func (o order) Len() int      { return len(o) }
func (o order) Swap(i, j int) { o[i], o[j] = o[j], o[i] }
func (o order) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(o[j].mtime, o[i].mtime), cmp.Compare(o[i].number, o[j].number)) < 0
}
func (o *order) Push(p any) { *o = append(*o, p.(place)) }
func (o *order) Pop() any {
	last := (*o)[len(*o)-1]
	*o = (*o)[:len(*o)-1]
	return last
}
