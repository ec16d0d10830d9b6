package export

import "crisisdesk/model"

// changes finds what is not in a Snapshot as it was in the one before. The zero
// changes have seen none.
type changes struct {
	documents  known[model.DocumentID, *model.Document]
	incidents  known[model.IncidentID, *model.Incident]
	statements known[model.StatementID, *model.Statement]
	questions  known[model.QuestionID, *model.Question]
}

// known is a list as it was last.
type known[K ~string, V comparable] struct{ list []V }

func documentID(d *model.Document) model.DocumentID    { return d.ID }
func incidentID(i *model.Incident) model.IncidentID    { return i.ID }
func statementID(x *model.Statement) model.StatementID { return x.ID }
func questionID(q *model.Question) model.QuestionID    { return q.ID }

// turn takes the list as it is now. It calls is for what has come, with the
// zero V, or has changed, with what it was; then gone for what is not in the
// list any more. What both lists begin and end with costs a look.
func (k *known[K, V]) turn(list []V, id func(V) K, is func(was, now V), gone func(K)) {
	old, now := k.list, list
	k.list = list
	for len(old) > 0 && len(now) > 0 && old[0] == now[0] {
		old, now = old[1:], now[1:]
	}
	for len(old) > 0 && len(now) > 0 && old[len(old)-1] == now[len(now)-1] {
		old, now = old[:len(old)-1], now[:len(now)-1]
	}
	was := make(map[K]V, len(old))
	for _, v := range old {
		was[id(v)] = v
	}
	for _, v := range now {
		if before, ok := was[id(v)]; !ok || before != v {
			is(before, v)
		}
		delete(was, id(v))
	}
	for _, v := range old {
		if _, ok := was[id(v)]; ok {
			gone(id(v))
		}
	}
}
