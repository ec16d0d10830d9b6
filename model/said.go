package model

import "unique"

// Said is a statement on a board: a [Statement] in little memory. Its words are
// those of its document's [page], and who speaks, how and for whom is in memory
// once for all that is said so.
type Said struct {
	in                  *page
	speaker             unique.Handle[Speaker] // without the words that name the speaker here
	manner              unique.Handle[manner]
	origin              unique.Handle[Origin]
	when                When
	confidence          float32
	id, text, addressee stretch
	surface, cue        mark
	evidence            run
}

// manner is how something is said, and what found it.
type manner struct {
	act  Act
	mode Mode
	by   string
}

// said is s in little memory, with its words on p, which has them all.
func (w *wording) said(p *page, s *Statement) Said {
	speaker := s.Speaker
	speaker.Surface = Span{}
	return Said{
		in:      p,
		speaker: unique.Make(speaker),
		manner:  unique.Make(manner{s.Act, s.Mode, s.Finding.By}),
		origin:  unique.Make(s.Origin),
		when:    s.When, confidence: s.Finding.Confidence,
		id: w.put(string(s.ID)), text: w.put(s.Text), addressee: w.put(s.Addressee),
		surface: w.mark(s.Speaker.Surface), cue: w.mark(s.Cue), evidence: w.run(s.Evidence),
	}
}

// ID names the statement.
func (x *Said) ID() StatementID { return StatementID(x.in.at(x.id)) }

// Document is the one that tells it.
func (x *Said) Document() DocumentID { return x.in.document }

// When is the time of it.
func (x *Said) When() When { return x.when }

// Act is what is done by saying it.
func (x *Said) Act() Act { return x.manner.Value().act }

// Text is what was said, without the reporting clause.
func (x *Said) Text() string { return x.in.at(x.text) }

// Addressee is whom it is said to.
func (x *Said) Addressee() string { return x.in.at(x.addressee) }

// Origin is who it really comes from.
func (x *Said) Origin() Origin { return x.origin.Value() }

// Speaker is who says it, without the words that name the speaker here.
func (x *Said) Speaker() Speaker { return x.speaker.Value() }

// Statement is all of it.
func (x *Said) Statement() *Statement {
	manner, speaker := x.manner.Value(), x.Speaker()
	speaker.Surface = x.in.span(x.surface)
	return &Statement{
		ID: x.ID(), Document: x.Document(), Speaker: speaker, Act: manner.act, Mode: manner.mode,
		Text: x.Text(), Addressee: x.Addressee(), When: x.when, Cue: x.in.span(x.cue), Evidence: x.in.spans(x.evidence),
		Origin: x.Origin(), Finding: Finding{manner.by, x.confidence},
	}
}

// firstByte is where it starts in its document.
func (x *Said) firstByte() int32 { return x.in.firstByte(x.evidence) }
