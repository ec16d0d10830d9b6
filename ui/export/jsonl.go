package export

import (
	"encoding/json"
	"io"

	"crisisdesk/model"
)

// JSONL writes one JSON object a line: documents by path, then incidents,
// statements and questions in the order of the Snapshot. Each line bears the
// marking, if there is one.
func JSONL(w io.Writer, s *model.Snapshot, marking Marking) error {
	e := newEncoder(w, s, marking)
	for d := range s.Documents.All() {
		e.put(e.document(d))
	}
	for i := range s.Incidents.All() {
		e.put(e.incident(i))
	}
	for st := range s.Statements.All() {
		e.put(e.statement(st))
	}
	for q := range withEvidence(s.Questions).All() {
		e.put(e.question(q))
	}
	return e.err
}

// withEvidence leaves out the standing questions that no document bears on.
func withEvidence(all model.List[*model.Question]) model.List[*model.Question] {
	var out []*model.Question
	for q := range all.All() {
		if q.Evidence.Len() > 0 {
			out = append(out, q)
		}
	}
	return model.ListOf(out...)
}

// encoder keeps the first error, so that the walk over the Snapshot reads plainly.
type encoder struct {
	json     *json.Encoder
	snapshot *model.Snapshot
	marking  string
	err      error
}

func newEncoder(w io.Writer, s *model.Snapshot, marking Marking) *encoder {
	e := &encoder{json: json.NewEncoder(escaping{w}), snapshot: s, marking: marking.Label()}
	e.json.SetEscapeHTML(false)
	return e
}

func (e *encoder) put(record any) {
	if e.err == nil {
		e.err = e.json.Encode(record)
	}
}

// path is the file name that spans carry in exports.
func (e *encoder) path(id model.DocumentID) string {
	if d := e.snapshot.Document(id); d != nil {
		return d.Path
	}
	return ""
}

type dateRecord struct {
	From      *string `json:"from"`
	To        *string `json:"to"`
	Precision string  `json:"precision"`
}

type publishedRecord struct {
	dateRecord
	KnownFrom string `json:"known_from"`
}

func date(w model.When) dateRecord {
	return dateRecord{From: dayOrNull(w.From), To: dayOrNull(w.To), Precision: w.Precision.String()}
}

func dayOrNull(d model.Day) *string {
	return stringOrNull(d.String())
}

func stringOrNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

type rangeRecord struct {
	Document string `json:"document,omitempty"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
}

type spanRecord struct {
	rangeRecord
	Text string `json:"text"`
}

func (e *encoder) spans(in []model.Span) []spanRecord {
	out := make([]spanRecord, 0, len(in))
	for _, s := range in {
		out = append(out, spanRecord{e.where(s), s.Text})
	}
	return out
}

func (e *encoder) where(s model.Span) rangeRecord {
	return rangeRecord{e.path(s.Document), s.Start, s.End}
}

// list is in, or an empty list where in is nil: the key is always an array.
func list[T any](in []T) []T {
	if in == nil {
		return []T{}
	}
	return in
}
