package model

import (
	"slices"
	"sort"
)

// revision is what goes from a list and what comes to it.
type revision[T any] struct {
	gone, come []T
}

func (r revision[T]) any() bool { return len(r.gone)+len(r.come) > 0 }

// of returns list, which order sorts totally, without what goes and with what
// comes; where nothing changes, list itself.
func (r revision[T]) of(list List[T], order func(a, b T) int) List[T] {
	if !r.any() {
		return list
	}
	rest := r.sorted(order)
	var out List[T]
	out.chunks, out.ends = make([][]T, 0, len(list.chunks)+1), make([]int, 0, len(list.chunks)+1)
	chunks := list.chunks
	for rest.any() && len(chunks) > 0 {
		x, _ := rest.next(order)
		i := min(len(chunks)-1, sort.Search(len(chunks), func(i int) bool { return order(chunks[i][len(chunks[i])-1], x) >= 0 }))
		out.share(chunks[:i])
		here := rest
		if i < len(chunks)-1 {
			last := chunks[i][len(chunks[i])-1]
			here, rest = rest.upTo(last, order)
		} else {
			rest = revision[T]{}
		}
		out.put(here.in(chunks[i], order))
		chunks = chunks[i+1:]
	}
	out.share(chunks)
	out.put(rest.come)
	if out.Len() == 0 {
		return List[T]{} // an empty list is the same whatever it held before
	}
	return out
}

func (r revision[T]) sorted(order func(a, b T) int) revision[T] {
	return revision[T]{slices.SortedFunc(slices.Values(r.gone), order), slices.SortedFunc(slices.Values(r.come), order)}
}

// next is the first of what goes and comes, and whether it goes: of two in one
// place that which goes is first.
func (r revision[T]) next(order func(a, b T) int) (x T, goes bool) {
	if len(r.come) == 0 || len(r.gone) > 0 && order(r.gone[0], r.come[0]) <= 0 {
		return r.gone[0], true
	}
	return r.come[0], false
}

// upTo parts r behind last.
func (r revision[T]) upTo(last T, order func(a, b T) int) (here, rest revision[T]) {
	after := func(list []T) int {
		return sort.Search(len(list), func(i int) bool { return order(list[i], last) > 0 })
	}
	g, c := after(r.gone), after(r.come)
	return revision[T]{r.gone[:g], r.come[:c]}, revision[T]{r.gone[g:], r.come[c:]}
}

// in returns elements without what goes and with what comes; r is in order, too.
func (r revision[T]) in(elements []T, order func(a, b T) int) []T {
	out := make([]T, 0, max(0, len(elements)-len(r.gone))+len(r.come))
	for r.any() {
		x, goes := r.next(order)
		i, found := slices.BinarySearchFunc(elements, x, order)
		out = append(out, elements[:i]...)
		elements = elements[i:]
		if !goes {
			out = append(out, x)
			r.come = r.come[1:]
			continue
		}
		if found {
			elements = elements[1:]
		}
		r.gone = r.gone[1:]
	}
	return append(out, elements...)
}
