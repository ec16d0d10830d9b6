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
	changes changes
}

type withdrawnRecord struct {
	Type    string `json:"type"`
	Of      string `json:"of"`
	ID      string `json:"id"`
	Marking string `json:"marking,omitempty"`
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
	tell(&t.changes.documents, s.Documents, e, "document", documentID, func(d *model.Document) any { return e.document(d) })
	tell(&t.changes.incidents, s.Incidents, e, "incident", incidentID, func(i *model.Incident) any { return e.incident(i) })
	tell(&t.changes.statements, s.Statements, e, "statement", statementID, func(x *model.Said) any { return e.statement(x.Statement()) })
	tell(&t.changes.questions, withEvidence(s.Questions), e, "question", questionID, func(q *model.Question) any { return e.question(q) })
}

// tell writes what of a list is not as it was.
func tell[K ~string, V comparable](was *known[K, V], list model.List[V], e *encoder, kind string, id func(V) K, record func(V) any) {
	was.turn(list, id, func(_, now V) { e.put(record(now)) }, func(key K) {
		e.put(withdrawnRecord{"withdrawn", kind, string(key), e.marking})
	})
}
