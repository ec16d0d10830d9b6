package extract

import (
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// evidence finds the sentences that leave something open. A sentence is one
// piece of evidence at most: two answers in one sentence are rare, and an
// officer reads it whole.
func (x *Extractor) evidence(p *page, statements []model.Statement, reports []model.Report) []model.Evidence {
	var out []model.Evidence
	for i := range p.sentences {
		form, found := x.openByRule(p, i)
		if form == "" {
			continue
		}
		s, topic, text := &p.sentences[i], otherTopic, ""
		bearing := x.topic(p, i)
		if bearing != nil {
			topic = bearing.Question.Topic
			if bearing.Question.Standing {
				text = bearing.Question.Text
			}
		}
		out = append(out, model.Evidence{
			Span:    p.span(s.Start, s.End),
			Topic:   topic,
			Text:    text,
			Form:    form,
			Stance:  stanceByRule(form, bearing),
			By:      speakerOf(s.Start, s.End, statements),
			When:    p.doc.Published.When,
			Finding: found,
		})
	}
	return out
}

// openByRule is the form in which a sentence leaves something open, "" where
// it does not: a question asked in it, else the first of its hedges.
func (x *Extractor) openByRule(p *page, i int) (model.Form, model.Finding) {
	s := &p.sentences[i]
	for j := len(s.Tokens) - 1; j >= 0 && j > len(s.Tokens)-4; j-- {
		if s.Tokens[j].Form == "?" {
			return model.Explicit, model.Finding{By: "question mark"}
		}
	}
	for _, h := range p.marks[i].hedges {
		for _, e := range h.Entries {
			return model.Form(e.Form), model.Finding{By: "hedge: " + e.Lemma}
		}
	}
	for _, h := range p.marks[i].speech {
		for _, e := range h.Entries {
			if e.Act == string(model.Deny) && e.POS != lexicon.Noun {
				return model.DisputedFor, model.Finding{By: "denial: " + e.Lemma}
			}
		}
	}
	return "", model.Finding{}
}

// speakerOf names whoever says the words between start and end, "" where the
// author does.
func speakerOf(start, end int, statements []model.Statement) string {
	for i := range statements {
		for _, e := range statements[i].Evidence {
			if e.Start < end && start < e.End {
				return statements[i].Speaker.Name
			}
		}
	}
	return ""
}
