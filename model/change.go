package model

import (
	"hash/maphash"
	"slices"
)

// change collects what one Apply does to the lists of a Snapshot.
type change struct {
	documents  revision[*Document]
	statements revision[*Said]
	problems   bool
}

// lookup finds things by ID. It never changes: revise returns a new one, which
// shares with the old all that stays as it was.
type lookup[K ~string, V comparable] struct {
	groups [][][]V // of shards, in no order; nil where nothing was ever added
	id     func(V) K
}

const (
	groupCount = 32
	groupSize  = 32 // shards
)

var shardSeed = maphash.MakeSeed()

// shardOf is where the shard of an ID stands.
func shardOf[K ~string](k K) (group, shard int) {
	h := maphash.String(shardSeed, string(k))
	return int(h % groupCount), int(h / groupCount % groupSize)
}

func (l lookup[K, V]) get(k K) V {
	var none V
	group, at := shardOf(k)
	if l.groups == nil || l.groups[group] == nil {
		return none
	}
	for _, v := range l.groups[group][at] {
		if l.id(v) == k {
			return v
		}
	}
	return none
}

// revise is l without what goes and with what comes; it shares with l what stays.
func (l lookup[K, V]) revise(r revision[V], id func(V) K) lookup[K, V] {
	if !r.any() {
		return l
	}
	changes := map[[2]int]*revision[V]{}
	in := func(v V) *revision[V] {
		group, shard := shardOf(id(v))
		at := [2]int{group, shard}
		if changes[at] == nil {
			changes[at] = &revision[V]{}
		}
		return changes[at]
	}
	for _, v := range r.gone {
		in(v).gone = append(in(v).gone, v)
	}
	for _, v := range r.come {
		in(v).come = append(in(v).come, v)
	}
	next := make([][][]V, groupCount)
	copy(next, l.groups)
	own := [groupCount]bool{}
	for at, change := range changes {
		group, shard := at[0], at[1]
		if !own[group] {
			shards := make([][]V, groupSize)
			copy(shards, next[group])
			next[group], own[group] = shards, true
		}
		next[group][shard] = revised(next[group][shard], change)
	}
	return lookup[K, V]{next, id}
}

// revised is a shard without what goes and with what comes.
func revised[V comparable](shard []V, r *revision[V]) []V {
	out := make([]V, 0, max(0, len(shard)-len(r.gone))+len(r.come))
	for _, v := range shard {
		if !slices.Contains(r.gone, v) {
			out = append(out, v)
		}
	}
	return append(out, r.come...)
}
