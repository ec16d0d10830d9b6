package model

import "unique"

// Told is a report on a board: a [Report] in little memory, as [Said] is a
// statement.
type Told struct {
	in          *page
	telling     unique.Handle[telling]
	origin      unique.Handle[Origin]
	places      []Place
	actors      []Actor
	tolls       []toll
	evidence    run
	when        When
	doubt       Doubt
	confidence  float32
	id, summary stretch
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
	who      stretch
	evidence mark
}

// counted is what a toll is the number of, and who gives it.
type counted struct {
	side      string
	outcome   Outcome
	claimedBy string
}

// outcome is what befell those who are counted.
func (t *toll) outcome() Outcome { return t.count.Value().outcome }

// told is r in little memory, with its words on p, which has them all.
func (w *wording) told(p *page, r *Report) Told {
	x := Told{
		in:      p,
		telling: unique.Make(telling{r.Kind, r.Status, r.ClaimedBy, r.Finding.By}),
		origin:  unique.Make(r.Origin),
		places:  r.Places, actors: r.Actors, evidence: w.run(r.Evidence),
		when: r.When, doubt: r.Doubt, confidence: r.Finding.Confidence,
		id: w.put(string(r.ID)), summary: w.put(r.Summary),
	}
	if r.Casualties != nil {
		x.tolls = make([]toll, len(r.Casualties))
	}
	for i, c := range r.Casualties {
		x.tolls[i] = toll{unique.Make(counted{c.Side, c.Outcome, c.ClaimedBy}), c.Min, c.Max, w.put(c.Who), w.mark(c.Evidence)}
	}
	return x
}

// ID names the report.
func (x *Told) ID() ReportID { return ReportID(x.in.at(x.id)) }

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

// Evidence is the clause that tells it most fully, then further mentions.
func (x *Told) Evidence() []Span { return x.in.spans(x.evidence) }

// clause is the one that tells it most fully, the zero Span where there is none.
func (x *Told) clause() Span {
	if x.evidence.from == x.evidence.to {
		return Span{}
	}
	return x.in.span(x.in.marks[x.evidence.from])
}

// Casualties are its figures.
func (x *Told) Casualties() []Casualty {
	if x.tolls == nil {
		return nil
	}
	out := make([]Casualty, len(x.tolls))
	for i, t := range x.tolls {
		of := t.count.Value()
		out[i] = Casualty{x.in.at(t.who), of.side, of.outcome, t.min, t.max, of.claimedBy, x.in.span(t.evidence)}
	}
	return out
}

// Report is all of it.
func (x *Told) Report() *Report {
	how := x.telling.Value()
	return &Report{
		ID: x.ID(), Document: x.Document(), Kind: how.kind, When: x.when, Doubt: x.doubt, Places: x.places, Actors: x.actors, Casualties: x.Casualties(),
		Status: how.status, ClaimedBy: how.claimedBy, Origin: x.Origin(), Summary: x.in.at(x.summary), Evidence: x.Evidence(),
		Finding: Finding{how.by, x.confidence},
	}
}

// firstByte is where it starts in its document.
func (x *Told) firstByte() int32 { return x.in.firstByte(x.evidence) }
