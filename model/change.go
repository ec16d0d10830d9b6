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
	byID := func(a, b V) int { return cmp.Compare(id(a), id(b)) }
	next := make([][]V, shardCount)
	copy(next, l.shards)
	for i, change := range changes {
		next[i] = change.sorted(byID).in(next[i], byID)
	}
	return lookup[K, V]{next, id}
}
