package model

import (
	"cmp"
	"hash/maphash"
	"slices"
)

// change collects what one Apply does to the lists of a Snapshot.
type change struct {
	documents  revision[*Document]
	statements revision[*Statement]
	problems   bool
}

// revision is what goes from a list and what comes to it.
type revision[T any] struct {
	gone, come []T
}

func (r revision[T]) any() bool { return len(r.gone)+len(r.come) > 0 }

// revise returns list, which order sorts totally, without what goes and with
// what comes. The list itself stays as it was; where nothing changes it is
// returned.
func (r revision[T]) revise(list []T, order func(a, b T) int) []T {
	if !r.any() {
		return list
	}
	gone, come := slices.Clone(r.gone), slices.Clone(r.come)
	slices.SortFunc(gone, order)
	slices.SortFunc(come, order)
	out := make([]T, 0, max(0, len(list)-len(gone))+len(come))
	rest := list
	upTo := func(x T) bool { // copies what stands before x; reports whether x is next
		i, found := slices.BinarySearchFunc(rest, x, order)
		out = append(out, rest[:i]...)
		rest = rest[i:]
		return found
	}
	for len(gone)+len(come) > 0 {
		if len(come) == 0 || len(gone) > 0 && order(gone[0], come[0]) <= 0 {
			if upTo(gone[0]) {
				rest = rest[1:]
			}
			gone = gone[1:]
			continue
		}
		upTo(come[0])
		out = append(out, come[0])
		come = come[1:]
	}
	if out = append(out, rest...); len(out) == 0 {
		return nil // an empty list is the same whatever it held before
	}
	return out
}

// lookup finds things by ID. It never changes: revise returns a new one, which
// shares with the old all shards that stay as they were.
type lookup[K ~string, V any] struct {
	shards [][]V // each ordered by ID; nil where nothing was ever added
	id     func(V) K
}

const shardCount = 1024

var shardSeed = maphash.MakeSeed()

func shardOf[K ~string](k K) int {
	return int(maphash.String(shardSeed, string(k)) % shardCount)
}

func (l lookup[K, V]) get(k K) V {
	var none V
	if l.shards == nil {
		return none
	}
	shard := l.shards[shardOf(k)]
	i, ok := slices.BinarySearchFunc(shard, k, func(v V, k K) int { return cmp.Compare(l.id(v), k) })
	if !ok {
		return none
	}
	return shard[i]
}

func (l lookup[K, V]) revise(r revision[V], id func(V) K) lookup[K, V] {
	if !r.any() {
		return l
	}
	changes := map[int]*revision[V]{}
	in := func(v V) *revision[V] {
		i := shardOf(id(v))
		if changes[i] == nil {
			changes[i] = &revision[V]{}
		}
		return changes[i]
	}
	for _, v := range r.gone {
		in(v).gone = append(in(v).gone, v)
	}
	for _, v := range r.come {
		in(v).come = append(in(v).come, v)
	}
	next := make([][]V, shardCount)
	copy(next, l.shards)
	for i, change := range changes {
		next[i] = change.revise(next[i], func(a, b V) int { return cmp.Compare(id(a), id(b)) })
	}
	return lookup[K, V]{next, id}
}
