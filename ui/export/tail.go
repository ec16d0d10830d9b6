package export

import (
	"io"

	"crisisdesk/model"
)

// Tail writes what changes from Snapshot to Snapshot, as JSON lines of the same
// form as [JSONL]: what is new or has changed as it now is, and for what is gone
//
//	{"type":"withdrawn","of":"incident","id":"…"}
type Tail struct {
	w       io.Writer
	marking Marking
	query   model.Query

	documents  known[model.DocumentID, *model.Document]
	incidents  known[model.IncidentID, *model.Incident]
	statements known[model.StatementID, *model.Statement]
	questions  known[model.QuestionID, *model.Question]
}

// NewTail writes to w what changes after the Snapshot from of what the query accepts.
func NewTail(w io.Writer, q model.Query, marking Marking, from *model.Snapshot) *Tail {
	t := &Tail{w: w, query: q, marking: marking}
	t.walk(from, newEncoder(io.Discard, from, marking))
	return t
}

// Next writes what has changed since the Snapshot before.
func (t *Tail) Next(s *model.Snapshot) error {
	e := newEncoder(t.w, s, t.marking)
	t.walk(s, e)
	return e.err
}

func (t *Tail) walk(s *model.Snapshot, e *encoder) {
	s = Where(s, t.query)
	turn(&t.documents, s.Documents, e, "document", func(d *model.Document) model.DocumentID { return d.ID }, func(d *model.Document) any { return e.document(d) })
	turn(&t.incidents, s.Incidents, e, "incident", func(i *model.Incident) model.IncidentID { return i.ID }, func(i *model.Incident) any { return e.incident(i) })
	turn(&t.statements, s.Statements, e, "statement", func(x *model.Statement) model.StatementID { return x.ID }, func(x *model.Statement) any { return e.statement(x) })
	turn(&t.questions, withEvidence(s.Questions), e, "question", func(q *model.Question) model.QuestionID { return q.ID }, func(q *model.Question) any { return e.question(q) })
}

// known is a list as it was written last.
type known[K ~string, V comparable] struct {
	list []V
	by   map[K]V
}

type withdrawnRecord struct {
	Type    string `json:"type"`
	Of      string `json:"of"`
	ID      string `json:"id"`
	Marking string `json:"marking,omitempty"`
}

// turn writes what of a list is not as it was, and keeps the list. What a
// Snapshot shares with the one before it is the same and costs nothing.
func turn[K ~string, V comparable](was *known[K, V], list []V, e *encoder, kind string, id func(V) K, record func(V) any) {
	if len(list) == len(was.list) && (len(list) == 0 || &list[0] == &was.list[0]) {
		return
	}
	if was.by == nil {
		was.by = make(map[K]V, len(list))
	}
	for _, v := range list {
		if old, ok := was.by[id(v)]; !ok || old != v {
			was.by[id(v)] = v
			e.put(record(v))
		}
	}
	if len(was.by) > len(list) { // some of the old ones are not in the list
		still := make(map[K]bool, len(list))
		for _, v := range list {
			still[id(v)] = true
		}
		for _, v := range was.list {
			if k := id(v); !still[k] {
				delete(was.by, k)
				e.put(withdrawnRecord{"withdrawn", kind, string(k), e.marking})
			}
		}
	}
	was.list = list
}
