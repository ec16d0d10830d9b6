package extract

import "crisisdesk/feed/lexicon"

// claimant is who gives the figure at a token: the speaker of the statement
// that holds it, else who the sentence credits. "" where the text itself
// asserts it.
func (e *events) claimant(i, token int) string {
	s := e.sentence(i)
	at := s.Tokens[min(token, len(s.Tokens)-1)].Start
	for k := range e.statements {
		for _, span := range e.statements[k].Evidence {
			if at >= span.Start && at < span.End {
				return e.statements[k].Speaker.Name
			}
		}
	}
	return e.credited(i)
}

// credited is who stands as the subject of a word of speech in a sentence, or
// after "according to".
func (e *events) credited(i int) string {
	s := e.sentence(i)
	for _, m := range e.marks[i].speech {
		after := m.Entries[0].POS == lexicon.Adverbial || lower(s.Tokens[m.End-1].Form) == "to"
		for k := range e.names[i] {
			n := &e.names[i][k]
			if e.partyKey(i, n) == "" && n.outlet == "" {
				continue
			}
			if after && n.start >= m.End && n.start <= m.End+3 || !after && n.end <= m.Start && n.end >= m.Start-3 {
				return e.actor(i, n).Name
			}
		}
	}
	return ""
}
