package extract

import (
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// credited is the outlet that a sentence of a page credits: "wrote X in Y",
// "citing Z", "Y reported", "a piece by Y". The zero Origin says that it
// credits none but the one that published the page.
func (x *Extractor) credited(p *page, sentence int) model.Origin {
	for _, f := range p.marks[sentence].names {
		for _, e := range f.Entries {
			if e.Kind != lexicon.OutletName || e.ID == p.doc.OutletID || !p.credits(sentence, f.Start, f.End) {
				continue
			}
			if o, ok := x.lex.Outlet(e.ID); ok {
				return model.Origin{Key: o.ID, Name: o.Name}
			}
		}
	}
	return model.Origin{}
}

// credits reports whether the words around the name of an outlet, the tokens
// [start, end), make it the source of what the sentence says.
func (p *page) credits(sentence, start, end int) bool {
	s := &p.sentences[sentence]
	for i := start - 1; i >= 0 && i >= start-3; i-- {
		switch lower(s.Tokens[i].Form) {
		case "citing", "quoting", "told", "wrote", "cited", "quoted":
			return true
		case "by", "in", "from", "of":
			if i > 0 && written[lemmaOf(&s.Tokens[i-1])] {
				return true
			}
		}
	}
	for _, m := range p.marks[sentence].speech {
		if m.Start >= end && m.Start <= end+2 || m.End <= start && start-m.End <= 2 && m.Entries[0].POS == lexicon.Adverbial {
			return true
		}
	}
	return false
}

// written are the words for what an outlet brings out.
var written = map[string]bool{
	"piece": true, "article": true, "report": true, "story": true, "investigation": true, "essay": true, "interview": true,
	"account": true, "dispatch": true, "analysis": true, "column": true, "editorial": true, "exposé": true,
}
