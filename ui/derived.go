package ui

import (
	"crisisdesk/model"
)

// derived is what the views have in common that are not lists of a Snapshot
// but counted out of one: their rows are named by a key.
type derived[T any] struct {
	snapshot *model.Snapshot
	shown    []T
	at       map[string]int // position by key
	key      func(*T) string
	count    func(*model.Snapshot, model.Query) []T
}

func newDerived[T any](empty *model.Snapshot, key func(*T) string, count func(*model.Snapshot, model.Query) []T) derived[T] {
	return derived[T]{snapshot: empty, key: key, count: count}
}

func (d *derived[T]) len() int        { return len(d.shown) }
func (d *derived[T]) total() int      { return len(d.shown) }
func (d *derived[T]) id(i int) string { return d.key(&d.shown[i]) }
func (d *derived[T]) height(int) int  { return 1 }

func (d *derived[T]) find(id string) int {
	if i, ok := d.at[id]; ok {
		return i
	}
	return -1
}

func (d *derived[T]) has(_ *model.Snapshot, id string) bool { return d.find(id) >= 0 }

// build counts what the view shows of a Snapshot. It reads nothing of the
// screen, so that it can run beside it; place puts the rows on the screen.
func (d *derived[T]) build(s *model.Snapshot, q model.Query) (place func()) {
	rows := d.count(s, q)
	at := make(map[string]int, len(rows))
	for i := range rows {
		at[d.key(&rows[i])] = i
	}
	return func() { d.snapshot, d.shown, d.at = s, rows, at }
}

// builder is a source that is built beside the screen.
type builder interface {
	build(s *model.Snapshot, q model.Query) (place func())
}

// basis is what a view was built of.
type basis struct {
	snapshot *model.Snapshot
	query    string
}

// builtMsg brings a view.
type builtMsg struct {
	pane  int
	basis basis
	query model.Query // of the basis
	place func()
}
