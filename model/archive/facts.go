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
	text(w, &d.ID)
	text(w, &d.Path)
	text(w, &d.SHA256)
	integer(w, &d.Size)
	text(w, &d.Title)
	text(w, &d.Outlet)
	text(w, &d.OutletID)
	text(w, &d.OwnerID)
	list(w, &d.Authors, text[string])
	when(w, &d.Published.When)
	text(w, &d.Published.KnownFrom)
	text(w, &d.Language)
	list(w, &d.Passages, passage)
	list(w, (*[]uint32)(&d.Sketch), integer[uint32])
	list(w, &d.Notes, text[string])
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
	text(w, &o.Key)
	text(w, &o.Name)
}

func finding(w *walk, f *model.Finding) {
	text(w, &f.By)
	w.float32(&f.Confidence)
}

func report(w *walk, r *model.Report) {
	text(w, &r.ID)
	text(w, &r.Document)
	text(w, &r.Kind)
	when(w, &r.When)
	list(w, &r.Places, place)
	list(w, &r.Actors, actor)
	list(w, &r.Casualties, casualty)
	text(w, &r.Status)
	text(w, &r.ClaimedBy)
	origin(w, &r.Origin)
	text(w, &r.Summary)
	list(w, &r.Evidence, span)
	finding(w, &r.Finding)
}

func place(w *walk, p *model.Place) {
	text(w, &p.ID)
	text(w, &p.Name)
	text(w, &p.Country)
	text(w, &p.Kind)
	w.float(&p.Lat)
	w.float(&p.Lon)
	list(w, &p.Within, text[string])
}

func actor(w *walk, a *model.Actor) {
	text(w, &a.ID)
	text(w, &a.Name)
	text(w, &a.Side)
	text(w, &a.Role)
}

func casualty(w *walk, c *model.Casualty) {
	text(w, &c.Who)
	text(w, &c.Side)
	text(w, &c.Outcome)
	integer(w, &c.Min)
	integer(w, &c.Max)
	text(w, &c.ClaimedBy)
	span(w, &c.Evidence)
}

func statement(w *walk, s *model.Statement) {
	text(w, &s.ID)
	text(w, &s.Document)
	speaker(w, &s.Speaker)
	text(w, &s.Act)
	text(w, &s.Mode)
	text(w, &s.Text)
	text(w, &s.Addressee)
	when(w, &s.When)
	span(w, &s.Cue)
	list(w, &s.Evidence, span)
	origin(w, &s.Origin)
	finding(w, &s.Finding)
}

func speaker(w *walk, s *model.Speaker) {
	text(w, &s.Name)
	text(w, &s.ActorID)
	text(w, &s.Side)
	text(w, &s.Role)
	text(w, &s.Affiliation)
	span(w, &s.Surface)
}

func evidence(w *walk, e *model.Evidence) {
	span(w, &e.Span)
	text(w, &e.Topic)
	text(w, &e.Text)
	text(w, &e.Form)
	text(w, &e.Stance)
	text(w, &e.By)
	origin(w, &e.Origin)
	when(w, &e.When)
	finding(w, &e.Finding)
}
