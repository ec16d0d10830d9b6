package model

import (
	"iter"
	"slices"
	"sort"
)

// List is an ordered list that never changes. One that is made out of another
// shares with it whatever stays the same, so that it costs what changes. The
// zero List is empty.
type List[T any] struct {
	chunks [][]T // none is empty
	ends   []int // how many elements there are up to the end of each chunk
}

// mostInChunk bounds a chunk of a list that changes.
const mostInChunk = 512

// ListOf is the list of all, which nobody changes any more.
func ListOf[T any](all ...T) List[T] {
	if len(all) == 0 {
		return List[T]{}
	}
	return List[T]{chunks: [][]T{all}, ends: []int{len(all)}}
}

// Len is how many elements there are.
func (l List[T]) Len() int {
	if len(l.ends) == 0 {
		return 0
	}
	return l.ends[len(l.ends)-1]
}

// At is the element at a position from 0 to Len()-1.
func (l List[T]) At(i int) T {
	c := sort.SearchInts(l.ends, i+1)
	if c > 0 {
		i -= l.ends[c-1]
	}
	return l.chunks[c][i]
}

// All goes through the elements in their order.
func (l List[T]) All() iter.Seq[T] { return through(l.chunks) }

// From goes through the elements beginning with the first of which reached
// holds, as it does of all behind that.
func (l List[T]) From(reached func(T) bool) iter.Seq[T] {
	c := sort.Search(len(l.chunks), func(i int) bool { return reached(l.chunks[i][len(l.chunks[i])-1]) })
	if c == len(l.chunks) {
		return through[T](nil)
	}
	return func(yield func(T) bool) {
		first := l.chunks[c]
		for _, x := range first[sort.Search(len(first), func(i int) bool { return reached(first[i]) }):] {
			if !yield(x) {
				return
			}
		}
		through(l.chunks[c+1:])(yield)
	}
}

func through[T any](chunks [][]T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, chunk := range chunks {
			for _, x := range chunk {
				if !yield(x) {
					return
				}
			}
		}
	}
}

// Any reports whether some element is as asked.
func (l List[T]) Any(is func(T) bool) bool {
	return slices.ContainsFunc(l.chunks, func(chunk []T) bool { return slices.ContainsFunc(chunk, is) })
}

// Same reports whether o is l, or was made of it without a change.
func (l List[T]) Same(o List[T]) bool {
	return len(l.chunks) == len(o.chunks) && (len(l.chunks) == 0 || &l.chunks[0] == &o.chunks[0])
}

// Index is where x stands in l, -1 where it does not.
func Index[T comparable](l List[T], x T) int {
	at := 0
	for _, chunk := range l.chunks {
		if i := slices.Index(chunk, x); i >= 0 {
			return at + i
		}
		at += len(chunk)
	}
	return -1
}

// Further goes through what stands in l and not in before, in the order of l.
// It looks only at what the two do not share.
func Further[T comparable](l, before List[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		if l.Same(before) {
			return
		}
		shared := map[*T]bool{} // chunks by where they begin
		for _, chunk := range l.chunks {
			shared[&chunk[0]] = false
		}
		there := map[T]bool{}
		for _, chunk := range before.chunks {
			if _, both := shared[&chunk[0]]; both {
				shared[&chunk[0]] = true
				continue
			}
			for _, x := range chunk {
				there[x] = true
			}
		}
		for _, chunk := range l.chunks {
			if shared[&chunk[0]] {
				continue
			}
			for _, x := range chunk {
				if !there[x] && !yield(x) {
					return
				}
			}
		}
	}
}

// share appends chunks as they are.
func (l *List[T]) share(chunks [][]T) {
	for _, chunk := range chunks {
		l.ends = append(l.ends, l.Len()+len(chunk))
		l.chunks = append(l.chunks, chunk)
	}
}

// put appends elements that no other list has.
func (l *List[T]) put(elements []T) {
	if last := len(l.chunks) - 1; last >= 0 && len(l.chunks[last])+len(elements) <= mostInChunk/2 { // keeps small chunks few
		elements = slices.Concat(l.chunks[last], elements)
		l.chunks, l.ends = l.chunks[:last], l.ends[:last]
	}
	parts := (len(elements) + mostInChunk - 1) / mostInChunk
	for i := range parts {
		part := elements[len(elements)*i/parts : len(elements)*(i+1)/parts]
		if parts > 1 {
			part = slices.Clone(part)
		}
		l.share([][]T{part})
	}
}
