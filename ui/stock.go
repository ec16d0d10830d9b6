package ui

import (
	"iter"

	"crisisdesk/model"
)

// stock is where a Snapshot has the items that one pane of the board lists.
type stock[T any] struct {
	all  func(*model.Snapshot) model.List[*T]
	get  func(s *model.Snapshot, id string) *T // nil where it has none
	id   func(*T) string
	sift func(model.Query, model.List[*T]) model.List[*T]
	more func(x, before *T) bool // there is more to x than before
}

var (
	incidentStock = stock[model.Incident]{
		all:  func(s *model.Snapshot) model.List[*model.Incident] { return s.Incidents },
		get:  func(s *model.Snapshot, id string) *model.Incident { return s.Incident(model.IncidentID(id)) },
		id:   func(x *model.Incident) string { return string(x.ID) },
		sift: model.Query.Incidents,
		more: (*model.Incident).MoreThan,
	}
	statementStock = stock[model.Said]{
		all:  func(s *model.Snapshot) model.List[*model.Said] { return s.Statements },
		get:  func(s *model.Snapshot, id string) *model.Said { return s.Statement(model.StatementID(id)) },
		id:   func(x *model.Said) string { return string(x.ID()) },
		sift: model.Query.Statements,
		more: func(_, _ *model.Said) bool { return false },
	}
	questionStock = stock[model.Question]{
		all:  func(s *model.Snapshot) model.List[*model.Question] { return s.Questions },
		get:  func(s *model.Snapshot, id string) *model.Question { return s.Question(model.QuestionID(id)) },
		id:   func(x *model.Question) string { return string(x.ID) },
		sift: model.Query.Questions,
		more: (*model.Question).MoreThan,
	}
)

// ids are those of all items, in the order of their list.
func (k *stock[T]) ids(s *model.Snapshot) iter.Seq[string] {
	return func(yield func(string) bool) {
		for x := range k.all(s).All() {
			if !yield(k.id(x)) {
				return
			}
		}
	}
}

// came are the items that came between two Snapshots, or have more to them.
func (k *stock[T]) came(before, after *model.Snapshot) (came []arrival) {
	for x := range model.Further(k.all(after), k.all(before)) {
		id := k.id(x)
		switch was := k.get(before, id); {
		case was == nil:
			came = append(came, arrival{id, isNew})
		case k.more(x, was):
			came = append(came, arrival{id, grew})
		}
	}
	return came
}

// gone are the IDs of the items that went between two Snapshots.
func (k *stock[T]) gone(before, after *model.Snapshot) (gone []string) {
	for x := range model.Further(k.all(before), k.all(after)) {
		if id := k.id(x); k.get(after, id) == nil {
			gone = append(gone, id)
		}
	}
	return gone
}

// find are those items of the news that s has.
func (k *stock[T]) find(s *model.Snapshot, news []arrival) model.List[*T] {
	var found []*T
	for _, n := range news {
		if x := k.get(s, n.id); x != nil {
			found = append(found, x)
		}
	}
	return model.ListOf(found...)
}

// passing are the IDs of those items that a filter lets through.
func (k *stock[T]) passing(q model.Query, items model.List[*T]) (ids []string) {
	for x := range k.sift(q, items).All() {
		ids = append(ids, k.id(x))
	}
	return ids
}
