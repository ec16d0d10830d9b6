package model

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// A List that is changed again and again holds what a slice would that is
// sorted anew each time, and those that came before stay as they were.
func TestListChangesAsASliceWould(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list List[int]
		var want []int
		numbers := rapid.SliceOfNDistinct(rapid.IntRange(0, 3*mostInChunk), 0, mostInChunk, rapid.ID)
		for range rapid.IntRange(1, 6).Draw(t, "changes") {
			before, was := list, slices.Clone(want)
			var r revision[int]
			for _, n := range numbers.Draw(t, "numbers") {
				if i, held := slices.BinarySearch(want, n); held {
					r.gone, want = append(r.gone, n), slices.Delete(want, i, i+1)
				} else {
					r.come, want = append(r.come, n), slices.Insert(want, i, n)
				}
			}
			list = r.of(list, cmp.Compare[int])
			for _, l := range []struct {
				list List[int]
				want []int
			}{{list, want}, {before, was}} {
				if got := slices.Collect(l.list.All()); !slices.Equal(got, l.want) || l.list.Len() != len(l.want) {
					t.Fatalf("it holds %v, want %v", got, l.want)
				}
			}
			for i, n := range want {
				if list.At(i) != n || Index(list, n) != i {
					t.Fatalf("at %d stands %d, and %d at %d", i, list.At(i), n, Index(list, n))
				}
			}
			if got := slices.Sorted(Further(list, before)); !slices.Equal(got, slices.Sorted(slices.Values(r.come))) {
				t.Fatalf("what came is %v, want %v", got, r.come)
			}
			from := rapid.IntRange(0, 3*mostInChunk).Draw(t, "from")
			i, _ := slices.BinarySearch(want, from)
			if got := slices.Collect(list.From(func(n int) bool { return n >= from })); !slices.Equal(got, want[i:]) {
				t.Fatalf("from %d there is %v, want %v", from, got, want[i:])
			}
		}
	})
}

// A list of so many elements of which few change shares all but the chunks
// where they stand.
func TestListSharesWhatStays(t *testing.T) {
	const n = 100 * mostInChunk
	var all []int
	for i := range n {
		all = append(all, 2*i)
	}
	list := revision[int]{come: all}.of(List[int]{}, cmp.Compare[int])
	next := revision[int]{gone: []int{0}, come: []int{n + 1, n + 3}}.of(list, cmp.Compare[int])
	own := 0
	for _, chunk := range next.chunks {
		if !slices.ContainsFunc(list.chunks, func(old []int) bool { return &old[0] == &chunk[0] }) {
			own++
		}
	}
	if own > 3 { // one is full, and parted
		t.Errorf("%d of %d chunks are not shared", own, len(next.chunks))
	}
	if !next.Same(next) || next.Same(list) || !(revision[int]{}).of(next, cmp.Compare[int]).Same(next) {
		t.Error("a list is the same only where nothing changed")
	}
}
