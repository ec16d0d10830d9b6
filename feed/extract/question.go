package extract

import (
	"crisisdesk/feed/extract/linear"
	"crisisdesk/model"
)

// evidence finds the sentences that leave something open. A sentence is one
// piece of evidence at most: two in one sentence are rare, and an officer
// reads it whole. A few words that carry on what the sentence before them
// left open ("Not true. The footage is old.") belong to it.
func (x *Extractor) evidence(p *page, statements []model.Statement, _ []model.Report) []model.Evidence {
	var out []model.Evidence
	r := x.reading(p)
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
			out = append(out, x.evidenceAt(p, i, v, statements))
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

func (x *Extractor) evidenceAt(p *page, i int, v verdict, statements []model.Statement) model.Evidence {
	e := model.Evidence{
		Span: p.span(p.sentences[i].Start, p.sentences[i].End), Topic: v.topic, Text: v.text,
		Form: v.form, Stance: v.stance, When: p.doc.Published.When, Finding: v.finding,
	}
	if s := statementOver(e.Span, statements); s != nil {
		e.By, e.Origin = s.Speaker.Name, s.Origin
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

// statementOver is the statement whose words share most with a span, nil
// where none does.
func statementOver(span model.Span, statements []model.Statement) *model.Statement {
	var best *model.Statement
	most := 0
	for i := range statements {
		for _, e := range statements[i].Evidence {
			if n := min(e.End, span.End) - max(e.Start, span.Start); n > most {
				best, most = &statements[i], n
			}
		}
	}
	return best
}
