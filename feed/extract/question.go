package extract

import (
	"crisisdesk/feed/extract/linear"
	"crisisdesk/model"
)

// evidence finds the sentences that leave something open. A sentence is one
// piece of evidence at most: two in one sentence are rare, and an officer
// reads it whole.
func (x *Extractor) evidence(p *page, statements []model.Statement, reports []model.Report) []model.Evidence {
	var out []model.Evidence
	r := x.reading(p)
	var f linear.Features
	for i := range p.sentences {
		v := x.verdict(r, i, &f)
		if v.form == "" {
			continue
		}
		e := model.Evidence{
			Span: p.span(p.sentences[i].Start, p.sentences[i].End), Topic: v.topic, Text: v.text,
			Form: v.form, Stance: v.stance, When: p.doc.Published.When, Finding: v.finding,
		}
		if s := statementOver(e.Span, statements); s != nil {
			e.By, e.Origin = s.Speaker.Name, s.Origin
		}
		out = append(out, e)
	}
	return out
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
