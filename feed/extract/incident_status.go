package extract

import "crisisdesk/model"

// status says whether the text asserts an event or only tells of a claim or a
// denial, and who claims it.
func (e *events) status(group []int) (model.Status, string) {
	asserted, denied, by := false, false, ""
	for _, i := range group {
		t := &e.tellings[i]
		st, _ := e.sayer(t)
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

// sayer is the statement that holds the word of a telling, and the words of it
// that do; nil where the text speaks for itself.
func (e *events) sayer(t *telling) (*model.Statement, model.Span) {
	at := e.sentence(t.sentence).Tokens[t.start].Start
	for k := range e.heard.statements {
		for _, span := range e.heard.statements[k].Evidence {
			if at >= span.Start && at < span.End {
				return &e.heard.statements[k], span
			}
		}
	}
	return nil, model.Span{}
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

// origin is the outlet that the sentences of a group credit, the zero Origin
// where they credit none.
func (e *events) origin(group []int) model.Origin {
	for _, i := range group {
		if o := e.x.credited(e.page, e.tellings[i].sentence); o.Key != "" {
			return o
		}
	}
	return model.Origin{}
}
