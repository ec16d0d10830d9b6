package model

import "unique"

// Piece is a piece of evidence on a board: an [Evidence] in little memory, as
// [Said] is a statement.
type Piece struct {
	in         *page
	bearing    unique.Handle[bearing]
	origin     unique.Handle[Origin] // that the text credits
	when       When
	confidence float32
	start, end int32  // of its Span
	numbers    uint32 // where they begin on the page
}

// bearing is how evidence bears on a question, and what found it.
type bearing struct {
	topic, text string
	form        Form
	stance      Stance
	by          string
}

// piece is e in little memory, with its words on p, which is to have them all.
func (w *wording) piece(p *page, e *Evidence) Piece {
	x := Piece{
		in:      p,
		bearing: unique.Make(bearing{e.Topic, e.Text, e.Form, e.Stance, e.Finding.By}),
		origin:  unique.Make(e.Origin),
		when:    e.When, confidence: e.Finding.Confidence,
		start: int32(e.Span.Start), end: int32(e.Span.End), numbers: w.here(),
	}
	w.text(e.Span.Text)
	w.text(e.By)
	return x
}

func (e *Piece) read() leaf { return leaf{e.in, e.numbers} }

// Document is the one that it stands in.
func (e *Piece) Document() DocumentID { return e.in.document }

// Span is where it stands.
func (e *Piece) Span() Span {
	l := e.read()
	return Span{e.in.document, int(e.start), int(e.end), l.text()}
}

// Form is how it leaves something open.
func (e *Piece) Form() Form { return e.bearing.Value().form }

// Stance is how it leans.
func (e *Piece) Stance() Stance { return e.bearing.Value().stance }

// By is who says so, "" for the author.
func (e *Piece) By() string {
	l := e.read()
	l.text()
	return l.text()
}

// When is the time of publication.
func (e *Piece) When() When { return e.when }

// Finding is what found it.
func (e *Piece) Finding() Finding { return Finding{e.bearing.Value().by, e.confidence} }
