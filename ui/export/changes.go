package export

import "crisisdesk/model"

// changes finds what is not in a Snapshot as it was in the one before. The zero
// changes have seen none.
type changes struct {
	documents  known[model.DocumentID, *model.Document]
	incidents  known[model.IncidentID, *model.Incident]
	statements known[model.StatementID, *model.Said]
	questions  known[model.QuestionID, *model.Question]
}

// known is a list as it was last.
type known[K ~string, V comparable] struct{ list model.List[V] }

func documentID(d *model.Document) model.DocumentID { return d.ID }
func incidentID(i *model.Incident) model.IncidentID { return i.ID }
func statementID(x *model.Said) model.StatementID   { return x.ID() }
func questionID(q *model.Question) model.QuestionID { return q.ID }

// turn takes the list as it is now. It calls is for what has come, with the
// zero V, or has changed, with what it was; then gone for what is not in the
// list any more. What a Snapshot shares with the one before it costs nothing.
func (k *known[K, V]) turn(list model.List[V], id func(V) K, is func(was, now V), gone func(K)) {
	before := map[K]V{}
	for v := range model.Further(k.list, list) {
		before[id(v)] = v
	}
	for v := range model.Further(list, k.list) {
		is(before[id(v)], v)
		delete(before, id(v))
	}
	for v := range model.Further(k.list, list) {
		if _, is := before[id(v)]; is {
			gone(id(v))
		}
	}
	k.list = list
}
