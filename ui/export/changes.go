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
type known[K ~string, V comparable] struct {
	list []V
	by   map[K]V
}

func documentID(d *model.Document) model.DocumentID    { return d.ID }
func incidentID(i *model.Incident) model.IncidentID    { return i.ID }
func statementID(x *model.Statement) model.StatementID { return x.ID }
func questionID(q *model.Question) model.QuestionID    { return q.ID }

// turn takes the list as it is now. It calls is for what has come, with the
// zero V, or has changed, with what it was; then gone for what is not in the
// list any more. What a Snapshot shares with the one before it costs nothing.
func (k *known[K, V]) turn(list []V, id func(V) K, is func(was, now V), gone func(K)) {
	if len(list) == len(k.list) && (len(list) == 0 || &list[0] == &k.list[0]) {
		return
	}
	if k.by == nil {
		k.by = make(map[K]V, len(list))
	}
	for _, v := range list {
		if was, ok := k.by[id(v)]; !ok || was != v {
			k.by[id(v)] = v
			is(was, v)
		}
	}
	if len(k.by) > len(list) { // some of the old ones are not in the list
		still := make(map[K]bool, len(list))
		for _, v := range list {
			still[id(v)] = true
		}
		for _, v := range k.list {
			if key := id(v); !still[key] {
				delete(k.by, key)
				gone(key)
			}
		}
	}
	k.list = list
}
