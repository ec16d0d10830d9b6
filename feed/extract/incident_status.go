package extract

import (
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// status says whether the text asserts an event or only tells of a claim or a
// denial, and who claims it.
func (e *events) status(group []int) (model.Status, string) {
	asserted, denied, by := false, false, ""
	for _, i := range group {
		t := &e.tellings[i]
		st := e.sayer(t)
		switch {
		case st == nil && e.denies(t):
			denied = true
		case st == nil:
			asserted = asserted || e.kinds[e.sentence(t.sentence).Block] != model.Title
		case st.Act == model.Deny:
			denied = true
		case by == "":
			by = e.speaker(&st.Speaker)
		}
	}
	switch {
	case denied && (by != "" || asserted):
		return model.Disputed, by
	case denied:
		return model.Denied, ""
	case by != "" && !asserted:
		return model.Claimed, by
	}
	return model.Reported, ""
}

// sayer is the statement that holds the word of a telling, nil where the text
// speaks for itself.
func (e *events) sayer(t *telling) *model.Statement {
	at := e.sentence(t.sentence).Tokens[t.start].Start
	for k := range e.statements {
		for _, span := range e.statements[k].Evidence {
			if at >= span.Start && at < span.End {
				return &e.statements[k]
			}
		}
	}
	return nil
}

// denies reports whether a word of denial stands before a telling.
func (e *events) denies(t *telling) bool {
	for _, h := range e.marks[t.sentence].hedges {
		if h.Entries[0].Kind == "denial" && h.End <= t.start {
			return true
		}
	}
	return false
}

// origin is the outlet that the sentences of a group credit: "wrote X in Y",
// "citing Z", "Y reported". The zero Origin says that they credit none.
func (e *events) origin(group []int) model.Origin {
	for _, i := range group {
		sentence := e.tellings[i].sentence
		for k := range e.names[sentence] {
			n := &e.names[sentence][k]
			if n.outlet == "" || n.outlet == e.doc.OutletID || !e.credits(sentence, n) {
				continue
			}
			if o, ok := e.x.lex.Outlet(n.outlet); ok {
				return model.Origin{Key: o.ID, Name: o.Name}
			}
		}
	}
	return model.Origin{}
}

// credits reports whether a word of speech or of citing stands by an outlet.
func (e *events) credits(sentence int, n *naming) bool {
	s := e.sentence(sentence)
	for i := n.start - 1; i >= 0 && i >= n.start-3; i-- {
		switch lower(s.Tokens[i].Form) {
		case "citing", "quoting", "told", "wrote", "cited", "quoted":
			return true
		}
	}
	for _, m := range e.marks[sentence].speech {
		if m.Start >= n.end && m.Start <= n.end+2 || m.End <= n.start && n.start-m.End <= 2 && m.Entries[0].POS == lexicon.Adverbial {
			return true
		}
	}
	return false
}
