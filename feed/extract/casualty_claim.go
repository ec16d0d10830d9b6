package extract

import (
	"strings"

	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// claimant is who gives the figure at a token: the speaker of the statement
// that holds it, else who the sentence credits. "" where the text itself
// asserts it.
func (e *events) claimant(i, token int) string {
	if name := e.creditBehind(i, token); name != "" {
		return name
	}
	s := e.sentence(i)
	if e.kinds[s.Block] == model.Title {
		return ""
	}
	at := s.Tokens[min(token, len(s.Tokens)-1)].Start
	if said := e.saidAt(at); said != nil {
		return e.speaker(&said.Speaker)
	}
	return e.credited(i)
}

// saidAt is the statement that holds a byte of the text; of several, one
// within another, the innermost. nil where the text itself speaks.
func (e *events) saidAt(at int) *model.Statement {
	var inner *model.Statement
	least := 0
	for k := range e.statements {
		for _, span := range e.statements[k].Evidence {
			if at >= span.Start && at < span.End && (inner == nil || span.End-span.Start < least) {
				inner, least = &e.statements[k], span.End-span.Start
			}
		}
	}
	return inner
}

// creditReach is how many tokens behind a figure a bracket may open that credits it.
const creditReach = 8

// creditBehind is whom a bracket behind a figure credits, "(UNAMA, as of
// Monday)", or the end of a title, "25 killed in two raids: ISPR".
func (e *events) creditBehind(i, token int) string {
	s := e.sentence(i)
	title := e.kinds[s.Block] == model.Title
	for k := range e.names[i] {
		n := &e.names[i][k]
		if n.start <= token || e.partyKey(i, n) == "" && n.outlet == "" {
			continue
		}
		switch s.Tokens[n.start-1].Form {
		case "(":
			if n.start-token <= creditReach {
				return e.actor(i, n).Name
			}
		case ":", "–", "—", "-":
			if title && n.end >= len(s.Tokens)-1 {
				return e.actor(i, n).Name
			}
		}
	}
	return ""
}

// speaker is the fullest name of a speaker: that of the lexicon where the page
// only describes it ("the army's media wing"), with the short form that
// follows in brackets ("the UN mission (UNAMA)").
func (e *events) speaker(s *model.Speaker) string {
	if name := e.called[s.ActorID]; strings.HasPrefix(s.Name, "the ") && name != "" || strings.Contains(name, s.Name) {
		return name
	}
	if a, ok := e.x.lex.Actor(s.ActorID); ok && strings.HasPrefix(s.Name, "the ") {
		return a.Name
	}
	if rest, ok := strings.CutPrefix(e.text[min(s.Surface.End, len(e.text)):], " ("); ok && s.Surface.End > 0 {
		if short, _, ok := strings.Cut(rest, ")"); ok && isShortForm(short) {
			return s.Name + " (" + short + ")"
		}
	}
	return s.Name
}

// credited is who stands as the subject of a word of speech in a sentence, or
// after "according to".
func (e *events) credited(i int) string {
	s := e.sentence(i)
	for _, m := range e.marks[i].speech {
		after := m.Entries[0].POS == lexicon.Adverbial || lower(s.Tokens[m.End-1].Form) == "to"
		for k := range e.names[i] {
			n := &e.names[i][k]
			if e.partyKey(i, n) == "" && n.outlet == "" || n.people == "civilian" || n.people == "fighter" || n.people == "soldier" || e.dateline(i, n) {
				continue
			}
			if after && n.start >= m.End && n.start <= m.End+3 || !after && n.end <= m.Start && n.end >= m.Start-3 {
				return e.actor(i, n).Name
			}
		}
	}
	return ""
}

// dateline reports whether a naming is the place that opens a report:
// "RAWALPINDI: ", "KABUL, Oct 10 — ".
func (e *events) dateline(i int, n *naming) bool {
	ts := e.sentence(i).Tokens
	if n.place == "" || n.start > 0 || n.end >= len(ts) {
		return false
	}
	switch ts[n.end].Form {
	case ":", "-", "–", "—", ",", "(":
		return true
	}
	return false
}
