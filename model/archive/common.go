package archive

import (
	"slices"
	"sync"

	"crisisdesk/model"
)

// common is what the documents of this process have in common: names, words of
// vocabularies, and lists of them. What is equal is in memory once.
var common = struct {
	*terms
	places *lists[model.Place]
	actors *lists[model.Actor]
}{
	terms:  &terms{known: map[string]string{}},
	places: newLists(func(p *model.Place) string { return p.ID + p.Name }, samePlace),
	actors: newLists(func(a *model.Actor) string { return a.ID + a.Name + string(a.Role) }, sameActor),
}

// mostCommon is how many of a sort are known at once; with more it begins anew,
// so that names that come once do not fill the memory.
const mostCommon = 1 << 15

// terms finds the one string of equal ones.
type terms struct {
	mu    sync.Mutex
	known map[string]string
}

func (t *terms) term(b []byte) string {
	t.mu.Lock()
	defer t.mu.Unlock()
	if s, ok := t.known[string(b)]; ok {
		return s
	}
	if len(t.known) == mostCommon {
		clear(t.known)
	}
	s := string(b)
	t.known[s] = s
	return s
}

// lists finds the one list of equal ones. No list that it returns is ever changed.
type lists[T any] struct {
	name  func(*T) string // part of a key
	same  func(a, b T) bool
	mu    sync.Mutex
	known map[string][]T
}

func newLists[T any](name func(*T) string, same func(a, b T) bool) *lists[T] {
	return &lists[T]{name: name, same: same, known: map[string][]T{}}
}

func (l *lists[T]) share(list []T) []T {
	key := ""
	for i := range list {
		key += l.name(&list[i]) + "\x00"
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	known, ok := l.known[key]
	switch {
	case ok && slices.EqualFunc(known, list, l.same):
		return known
	case len(l.known) == mostCommon:
		clear(l.known)
	}
	l.known[key] = slices.Clip(list)
	return l.known[key]
}

func sameActor(a, b model.Actor) bool { return a == b }

func samePlace(a, b model.Place) bool {
	return a.ID == b.ID && a.Name == b.Name && a.Country == b.Country && a.Kind == b.Kind &&
		a.Lat == b.Lat && a.Lon == b.Lon && a.Doubt == b.Doubt && (a.Within == nil) == (b.Within == nil) && slices.Equal(a.Within, b.Within)
}
