package model

import "unique"

// Said is a statement on a board: a [Statement] in little memory. Its words are
// those of its document's [page], and who speaks, how and for whom is in memory
// once for all that is said so.
type Said struct {
	in         *page
	speaker    unique.Handle[Speaker] // without the words that name the speaker here
	manner     unique.Handle[manner]
	origin     unique.Handle[Origin]
	when       When
	confidence float32
	numbers    uint32 // where they begin on the page
	firstByte  int32  // where it starts in its document
}

// manner is how something is said, and what found it.
type manner struct {
	act  Act
	mode Mode
	by   string
}

// said is s in little memory, with its words on p, which is to have them all.
func (w *wording) said(p *page, s *Statement) Said {
	speaker := s.Speaker
	speaker.Surface = Span{}
	x := Said{
		in:      p,
		speaker: unique.Make(speaker),
		manner:  unique.Make(manner{s.Act, s.Mode, s.Finding.By}),
		origin:  unique.Make(s.Origin),
		when:    s.When, confidence: s.Finding.Confidence,
		numbers: w.here(), firstByte: firstByte(s.Evidence),
	}
	w.text(s.Text)
	w.text(s.Addressee)
	w.spans(s.Evidence)
	w.name(string(s.ID))
	w.span(s.Speaker.Surface)
	w.span(s.Cue)
	return x
}

func (x *Said) read() leaf { return leaf{x.in, x.numbers} }

// Document is the one that tells it.
func (x *Said) Document() DocumentID { return x.in.document }

// When is the time of it.
func (x *Said) When() When { return x.when }

// Act is what is done by saying it.
func (x *Said) Act() Act { return x.manner.Value().act }

// Text is what was said, without the reporting clause.
func (x *Said) Text() string {
	l := x.read()
	return l.text()
}

// Addressee is whom it is said to.
func (x *Said) Addressee() string {
	l := x.read()
	l.text()
	return l.text()
}

// overlap is how many bytes of the document from start to end the words said
// have at most in common with it, in one piece.
func (x *Said) overlap(start, end int) int {
	l, most := x.read(), 0
	l.text()
	l.text()
	for range l.number() {
		s := l.span()
		most = max(most, min(s.End, end)-max(s.Start, start))
	}
	return most
}

// ID names the statement.
func (x *Said) ID() StatementID {
	l := x.read()
	l.text()
	l.text()
	for range l.number() {
		l.span()
	}
	return StatementID(l.name())
}

// Origin is who it really comes from.
func (x *Said) Origin() Origin { return x.origin.Value() }

// Speaker is who says it, without the words that name the speaker here.
func (x *Said) Speaker() Speaker { return x.speaker.Value() }

// Statement is all of it.
func (x *Said) Statement() *Statement {
	manner, l := x.manner.Value(), x.read()
	s := &Statement{
		Document: x.Document(), Speaker: x.Speaker(), Act: manner.act, Mode: manner.mode, When: x.when,
		Origin: x.Origin(), Finding: Finding{manner.by, x.confidence},
	}
	s.Text, s.Addressee, s.Evidence = l.text(), l.text(), l.spans()
	s.ID, s.Speaker.Surface, s.Cue = StatementID(l.name()), l.span(), l.span()
	return s
}
