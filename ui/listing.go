package ui

import "crisisdesk/model"

// listing is what the panes of the board have in common: they list the items of
// a stock that the filter lets through.
type listing[T any] struct {
	stock    *stock[T]
	snapshot *model.Snapshot
	shown    model.List[*T]
}

func (l *listing[T]) len() int           { return l.shown.Len() }
func (l *listing[T]) total() int         { return l.stock.all(l.snapshot).Len() }
func (l *listing[T]) id(i int) string    { return l.stock.id(l.shown.At(i)) }
func (l *listing[T]) find(id string) int { return model.Index(l.shown, l.stock.get(l.snapshot, id)) }

func (l *listing[T]) has(s *model.Snapshot, id string) bool { return l.stock.get(s, id) != nil }

func (l *listing[T]) pick(s *model.Snapshot, q model.Query, r recent) (place func()) {
	return l.ordered(s, l.stock.sift(q, l.stock.all(s)), r)
}

func (l *listing[T]) narrow() picker {
	shown := l.shown
	return func(s *model.Snapshot, q model.Query, r recent) func() {
		return l.ordered(s, l.stock.sift(q, shown), r)
	}
}

func (l *listing[T]) ordered(s *model.Snapshot, found model.List[*T], r recent) (place func()) {
	shown := ordered(r, found, func(id string) *T { return l.stock.get(s, id) })
	return func() { l.snapshot, l.shown = s, shown }
}
