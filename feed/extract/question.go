package extract

import (
	"crisisdesk/feed/linear"
	"crisisdesk/model"
)

// evidence finds the sentences that leave something open. A sentence is one
// piece of evidence at most: two in one sentence are rare, and an officer
// reads it whole. A few words that carry on what the sentence before them
// left open ("Not true. The footage is old.") belong to it.
func (x *Extractor) evidence(p *page, statements []model.Statement, _ []model.Report) []model.Evidence {
	var out []model.Evidence
	r := x.reading(p, statements)
	var f linear.Features
	last := verdict{}
	for i := range p.sentences {
		v := x.verdict(r, i, &f)
		switch {
		case v.form == "":
		case v.form == last.form && v.topic == last.topic && r.carriesOn(i):
			e := &out[len(out)-1]
			e.Span = p.span(e.Span.Start, p.sentences[i].End)
		default:
			e := r.evidence(i, v)
			if o := x.credited(p, i); o.Key != "" {
				e.Origin = o
			}
			out = append(out, e)
		}
		last = v
	}
	return out
}

// fewWords is the most that a sentence says which belongs to its neighbour.
const fewWords = 6

// carriesOn reports whether sentence i and the one before it stand together
// and one of them is no more than a few words.
func (r *reading) carriesOn(i int) bool {
	return i > 0 && r.sentences[i].Block == r.sentences[i-1].Block &&
		min(len(r.words[i]), len(r.words[i-1])) <= fewWords
}

func (r *reading) evidence(i int, v verdict) model.Evidence {
	e := model.Evidence{
		Span: r.span(r.sentences[i].Start, r.sentences[i].End), Topic: v.topic, Text: v.text,
		Form: v.form, Stance: v.stance, When: r.doc.Published.When, Finding: v.finding,
	}
	if said := r.said[i]; said != nil {
		e.By, e.Origin = said.Speaker.Name, said.Origin
	}
	return e
}

// verdict judges sentence i by the models, or by rule where they are missing;
// its form is "" where the sentence leaves nothing open.
func (x *Extractor) verdict(r *reading, i int, f *linear.Features) verdict {
	if m := x.models.questions; m.open != nil {
		return m.judge(r, i, f)
	}
	return judgeByRule(r, i)
}
