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
	by         stretch
	place      mark
}

// bearing is how evidence bears on a question, and what found it.
type bearing struct {
	topic, text string
	form        Form
	stance      Stance
	by          string
}

// piece is e in little memory, with its words on p, which has them all.
func (w *wording) piece(p *page, e *Evidence) Piece {
	return Piece{
		in:      p,
		bearing: unique.Make(bearing{e.Topic, e.Text, e.Form, e.Stance, e.Finding.By}),
		origin:  unique.Make(e.Origin),
		when:    e.When, confidence: e.Finding.Confidence,
		by: w.put(e.By), place: w.mark(e.Span),
	}
}

// Document is the one that it stands in.
func (e *Piece) Document() DocumentID { return e.in.document }

// Span is where it stands.
func (e *Piece) Span() Span { return e.in.span(e.place) }

// Form is how it leaves something open.
func (e *Piece) Form() Form { return e.bearing.Value().form }

// Stance is how it leans.
func (e *Piece) Stance() Stance { return e.bearing.Value().stance }

// By is who says so, "" for the author.
func (e *Piece) By() string { return e.in.at(e.by) }

// When is the time of publication.
func (e *Piece) When() When { return e.when }

// Finding is what found it.
func (e *Piece) Finding() Finding { return Finding{e.bearing.Value().by, e.confidence} }
