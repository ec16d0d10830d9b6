package archive

import (
	"crisisdesk/model"
)

// encodeFacts gives the body that [decodeFacts] reads.
func encodeFacts(f *model.Facts) []byte {
	return encode(func(w *walk) { facts(w, f) })
}

// decodeFacts reads facts as they were encoded, nil and empty lists apart.
func decodeFacts(body []byte) (*model.Facts, error) {
	f := &model.Facts{}
	if err := decode(body, func(w *walk) { facts(w, f) }); err != nil {
		return nil, err
	}
	return f, nil
}

// Compact is f in as little memory as it takes: it keeps nothing of the text of
// its document but the words in it, and shares with other facts what is equal.
func Compact(f *model.Facts) *model.Facts {
	out, err := decodeFacts(encodeFacts(f))
	if err != nil { // what was encoded just now is not damaged
		return f
	}
	return out
}

func facts(w *walk, f *model.Facts) {
	if f.Document == nil {
		f.Document = &model.Document{}
	}
	document(w, f.Document)
	list(w, &f.Reports, report)
	list(w, &f.Statements, statement)
	list(w, &f.Evidence, evidence)
}

func document(w *walk, d *model.Document) {
	own(w, &d.ID)
	own(w, &d.Path)
	own(w, &d.SHA256)
	integer(w, &d.Size)
	own(w, &d.Title)
	term(w, &d.Outlet)
	term(w, &d.OutletID)
	term(w, &d.OwnerID)
	list(w, &d.Authors, term[string])
	when(w, &d.Published.When)
	term(w, &d.Published.KnownFrom)
	term(w, &d.Language)
	list(w, &d.Passages, passage)
	list(w, (*[]uint16)(&d.Sketch), integer[uint16])
	list(w, &d.Notes, own[string])
}

func passage(w *walk, p *model.Passage) {
	integer(w, &p.Start)
	integer(w, &p.End)
	small(w, &p.Kind)
}

func when(w *walk, x *model.When) {
	integer(w, &x.From)
	integer(w, &x.To)
	small(w, &x.Precision)
}

func span(w *walk, s *model.Span) {
	text(w, &s.Document)
	integer(w, &s.Start)
	integer(w, &s.End)
	text(w, &s.Text)
}

func origin(w *walk, o *model.Origin) {
	term(w, &o.Key)
	term(w, &o.Name)
}

func finding(w *walk, f *model.Finding) {
	term(w, &f.By)
	w.float32(&f.Confidence)
}

func report(w *walk, r *model.Report) {
	text(w, &r.ID)
	text(w, &r.Document)
	term(w, &r.Kind)
	when(w, &r.When)
	small(w, &r.Doubt)
	sharedList(w, &r.Places, place, common.places)
	sharedList(w, &r.Actors, actor, common.actors)
	list(w, &r.Casualties, casualty)
	term(w, &r.Status)
	term(w, &r.ClaimedBy)
	origin(w, &r.Origin)
	text(w, &r.Summary)
	list(w, &r.Evidence, span)
	finding(w, &r.Finding)
}

func place(w *walk, p *model.Place) {
	term(w, &p.ID)
	term(w, &p.Name)
	term(w, &p.Country)
	term(w, &p.Kind)
	w.float(&p.Lat)
	w.float(&p.Lon)
	list(w, &p.Within, term[string])
	small(w, &p.Doubt)
}

func actor(w *walk, a *model.Actor) {
	term(w, &a.ID)
	term(w, &a.Name)
	term(w, &a.Side)
	term(w, &a.Role)
}

func casualty(w *walk, c *model.Casualty) {
	text(w, &c.Who)
	term(w, &c.Side)
	term(w, &c.Outcome)
	integer(w, &c.Min)
	integer(w, &c.Max)
	term(w, &c.ClaimedBy)
	span(w, &c.Evidence)
}

func statement(w *walk, s *model.Statement) {
	text(w, &s.ID)
	text(w, &s.Document)
	speaker(w, &s.Speaker)
	term(w, &s.Act)
	term(w, &s.Mode)
	text(w, &s.Text)
	text(w, &s.Addressee)
	when(w, &s.When)
	span(w, &s.Cue)
	list(w, &s.Evidence, span)
	origin(w, &s.Origin)
	finding(w, &s.Finding)
}

func speaker(w *walk, s *model.Speaker) {
	term(w, &s.Name)
	term(w, &s.ActorID)
	term(w, &s.Side)
	term(w, &s.Role)
	term(w, &s.Affiliation)
	span(w, &s.Surface)
}

func evidence(w *walk, e *model.Evidence) {
	span(w, &e.Span)
	term(w, &e.Topic)
	term(w, &e.Text)
	term(w, &e.Form)
	term(w, &e.Stance)
	term(w, &e.By)
	origin(w, &e.Origin)
	when(w, &e.When)
	finding(w, &e.Finding)
}
