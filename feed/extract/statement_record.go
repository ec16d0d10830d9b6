package extract

import (
	"fmt"
	"strings"

	"crisisdesk/model"
)

// records turns what was found into statements.
func (x *Extractor) records(d *discourse, all []said) []model.Statement {
	out := make([]model.Statement, 0, len(all))
	for i := range all {
		a := &all[i]
		s := model.Statement{
			Document: d.doc.ID,
			Speaker:  x.speakerOf(d, a.speaker),
			Mode:     d.mode(a.content),
			When:     d.doc.Published.When,
			Finding:  model.Finding{By: a.by, Confidence: a.confidence},
		}
		if a.turn != nil {
			s.Mode = model.Direct
		}
		s.Act = x.act(d, a, s.Mode)
		s.Origin = d.originOf(a.speaker)
		if a.addressee >= 0 && a.addressee != a.speaker.mention {
			s.Addressee = d.textOf(d.mentions[a.addressee].stretch)
		}
		for _, c := range a.content {
			start, end := d.bytes(c)
			s.Evidence = append(s.Evidence, d.span(start, end))
			if s.Text != "" {
				s.Text += " … "
			}
			s.Text += d.text[start:end]
		}
		if !a.cue.empty() {
			start, end := d.bytes(a.cue)
			s.Cue = d.span(start, end)
		}
		s.ID = model.StatementID(fmt.Sprintf("%s:s%d", d.doc.ID, s.Evidence[0].Start))
		out = append(out, s)
	}
	return out
}

// speakerOf fills in what the document and the lexicon know of a speaker.
func (x *Extractor) speakerOf(d *discourse, s speaker) model.Speaker {
	var out model.Speaker
	if s.mention >= 0 {
		m := &d.mentions[s.mention]
		start, end := d.bytes(m.stretch)
		out.Surface = d.span(start, end)
		out.Name = plainName(out.Surface.Text)
	}
	if s.entity < 0 {
		return out
	}
	e := &d.entities[s.entity]
	out.Name = e.name
	out.Role, out.Affiliation = d.roleOf(e)
	if out.ActorID = e.actor; e.actor != "" {
		if side, ok := x.lex.Side(e.actor); ok {
			out.Side = side.ID
		}
	}
	return out
}

// originOf is the speaker as a source: all unnamed voices of a document are one.
func (d *discourse) originOf(s speaker) model.Origin {
	switch {
	case s.entity < 0:
		return model.Origin{}
	case d.entities[s.entity].actor != "":
		return model.Origin{Key: d.entities[s.entity].actor, Name: d.entities[s.entity].name}
	case d.entities[s.entity].described:
		return model.Origin{Key: "unnamed in " + string(d.doc.ID), Name: "unnamed voices"}
	}
	return model.Origin{Key: strings.Join(d.entities[s.entity].words, " "), Name: d.entities[s.entity].name}
}

// mode says how far quotation marks cover the content.
func (d *discourse) mode(content []stretch) model.Mode {
	in, all := 0, 0
	for _, c := range content {
		i, n := d.quoted(c)
		in, all = in+i, all+n
	}
	switch {
	case in == 0:
		return model.Indirect
	case 10*in >= 9*all:
		return model.Direct
	}
	return model.Mixed
}
