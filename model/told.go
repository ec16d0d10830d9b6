package model

import "unique"

// Told is a report on a board: a [Report] in little memory, as [Said] is a
// statement.
type Told struct {
	in         *page
	telling    unique.Handle[telling]
	origin     unique.Handle[Origin]
	places     []Place
	actors     []Actor
	tolls      []toll
	when       When
	doubt      Doubt
	confidence float32
	numbers    uint32 // where they begin on the page
	firstByte  int32  // where it starts in its document
}

// telling is how a report tells an event, and what found it.
type telling struct {
	kind      Kind
	status    Status
	claimedBy string
	by        string
}

// toll is a [Casualty] in little memory.
type toll struct {
	count    unique.Handle[counted]
	min, max int
	numbers  uint32 // where they begin on the page of the report
}

// counted is what a toll is the number of, and who gives it.
type counted struct {
	side      string
	outcome   Outcome
	claimedBy string
}

// outcome is what befell those who are counted.
func (t *toll) outcome() Outcome { return t.count.Value().outcome }

// who is the victims as the text of p calls them.
func (t *toll) who(p *page) string {
	l := leaf{p, t.numbers}
	return l.text()
}

// told is r in little memory, with its words on p, which is to have them all.
func (w *wording) told(p *page, r *Report) Told {
	x := Told{
		in:      p,
		telling: unique.Make(telling{r.Kind, r.Status, r.ClaimedBy, r.Finding.By}),
		origin:  unique.Make(r.Origin),
		places:  r.Places, actors: r.Actors,
		when: r.When, doubt: r.Doubt, confidence: r.Finding.Confidence,
		numbers: w.here(), firstByte: firstByte(r.Evidence),
	}
	w.text(r.Summary)
	w.spans(r.Evidence)
	w.name(string(r.ID))
	if r.Casualties != nil {
		x.tolls = make([]toll, len(r.Casualties))
	}
	for i, c := range r.Casualties {
		x.tolls[i] = toll{unique.Make(counted{c.Side, c.Outcome, c.ClaimedBy}), c.Min, c.Max, w.here()}
		w.text(c.Who)
		w.span(c.Evidence)
	}
	return x
}

func (x *Told) read() leaf { return leaf{x.in, x.numbers} }

// Document is the one that tells it.
func (x *Told) Document() DocumentID { return x.in.document }

// Kind is the kind of the event.
func (x *Told) Kind() Kind { return x.telling.Value().kind }

// Status is how the report puts the event.
func (x *Told) Status() Status { return x.telling.Value().status }

// ClaimedBy is who claims it, where somebody is said to.
func (x *Told) ClaimedBy() string { return x.telling.Value().claimedBy }

// Origin is who it really comes from.
func (x *Told) Origin() Origin { return x.origin.Value() }

// summary is the words that tell it most fully.
func (x *Told) summary() string {
	l := x.read()
	return l.text()
}

// Evidence is the clause that tells it most fully, then further mentions.
func (x *Told) Evidence() []Span {
	l := x.read()
	l.text()
	return l.spans()
}

// clause is the one that tells it most fully, the zero Span where there is none.
func (x *Told) clause() Span {
	l := x.read()
	l.text()
	if l.number() == 0 {
		return Span{}
	}
	return l.span()
}

// ID names the report.
func (x *Told) ID() ReportID {
	l := x.read()
	l.text()
	for range l.number() {
		l.span()
	}
	return ReportID(l.name())
}

// Casualties are its figures.
func (x *Told) Casualties() []Casualty {
	if x.tolls == nil {
		return nil
	}
	out := make([]Casualty, len(x.tolls))
	for i, t := range x.tolls {
		of, l := t.count.Value(), leaf{x.in, t.numbers}
		out[i] = Casualty{l.text(), of.side, of.outcome, t.min, t.max, of.claimedBy, l.span()}
	}
	return out
}

// Report is all of it.
func (x *Told) Report() *Report {
	how, l := x.telling.Value(), x.read()
	r := &Report{
		Document: x.Document(), Kind: how.kind, When: x.when, Doubt: x.doubt, Places: x.places, Actors: x.actors, Casualties: x.Casualties(),
		Status: how.status, ClaimedBy: how.claimedBy, Origin: x.Origin(), Finding: Finding{how.by, x.confidence},
	}
	r.Summary, r.Evidence, r.ID = l.text(), l.spans(), ReportID(l.name())
	return r
}
