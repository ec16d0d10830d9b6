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
	for x := range s.Statements.All() {
		e.put(e.statement(x.Statement()))
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
	letters  map[model.DocumentID]string // as far as they were asked for
	err      error
}

func newEncoder(w io.Writer, s *model.Snapshot, marking Marking) *encoder {
	e := &encoder{json: json.NewEncoder(escaping{w}), snapshot: s, marking: marking.Label(), letters: map[model.DocumentID]string{}}
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

// rated is the letter of the outlet of a document, "" where no officer gave one.
func (e *encoder) rated(id model.DocumentID) string {
	letter, known := e.letters[id]
	if d := e.snapshot.Document(id); d != nil && !known {
		if letter = documentLetter(e.snapshot, d); letter == unrated {
			letter = ""
		}
		e.letters[id] = letter
	}
	return letter
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
	Text        string `json:"text"`
	Reliability string `json:"reliability,omitempty"` // Admiralty letter of the outlet, where an officer gave one
}

func (e *encoder) spans(in []model.Span) []spanRecord {
	out := make([]spanRecord, 0, len(in))
	for _, s := range in {
		out = append(out, spanRecord{e.where(s), s.Text, e.rated(s.Document)})
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
