package extract

import (
	"unicode"
	"unicode/utf8"

	"crisisdesk/feed/language"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// classes says of each token what it is part of: the kind of an actor, a
// place, a figure, a date, a noun for people, an event word. Other tokens have
// themselves where they are function words, else their part of speech.
// Features over classes carry over to crises whose names no lexicon has.
func (e *events) classes(i int) []string {
	s := e.sentence(i)
	out := make([]string, len(s.Tokens))
	for k := range s.Tokens {
		out[k] = wordClass(&s.Tokens[k])
	}
	for _, f := range e.marks[i].events {
		fill(out, f.Start, f.End, "event")
	}
	for _, f := range e.marks[i].tolls {
		fill(out, f.Start, f.End, "toll")
	}
	for _, f := range e.marks[i].speech {
		fill(out, f.Start, f.End, "speech")
	}
	for k := range e.names[i] {
		n := &e.names[i][k]
		fill(out, n.start, n.end, e.nameClass(n))
	}
	for k := range e.figures[i] {
		fill(out, e.figures[i][k].start, e.figures[i][k].end, "number")
	}
	for k := range e.dates[i] {
		fill(out, e.dates[i][k].start, e.dates[i][k].end, "date")
	}
	return out
}

func fill(out []string, start, end int, class string) {
	for k := start; k < end; k++ {
		out[k] = class
	}
}

// nameClass is what a naming is: "state", "armed_group", "place", "civilian".
func (e *events) nameClass(n *naming) string {
	switch {
	case n.people != "":
		return n.people
	case n.actor != "" && n.as == lexicon.Demonym:
		return "demonym"
	case n.actor != "" && n.place != "":
		return "capital"
	case n.actor != "":
		a, _ := e.x.lex.Actor(n.actor)
		return a.Kind
	case n.place != "":
		return "place"
	case n.outlet != "":
		return "outlet"
	}
	return "name"
}

// wordClass is the class of a token that is part of nothing else.
func wordClass(t *language.Token) string {
	if r, _ := utf8.DecodeRuneInString(t.Form); !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return t.Form
	}
	switch t.UPOS {
	case language.NoUPOS:
		if len(t.Form) <= 5 {
			return lower(t.Form)
		}
		return "word"
	case language.ADP, language.DET, language.AUX, language.CCONJ, language.SCONJ, language.PART, language.PRON:
		return lower(t.Form)
	}
	return t.UPOS.String()
}

// isVerb reports whether a token is a full verb; without a tag, by its ending.
func isVerb(t *language.Token) bool {
	if t.UPOS != language.NoUPOS {
		return t.UPOS == language.VERB
	}
	n := len(t.Form)
	return n > 4 && t.Form[n-2:] == "ed" && t.Form[0] >= 'a' && t.Form[0] <= 'z'
}

// violent reports whether a kind is one in which people come to harm.
func violent(k model.Kind) bool { return k.Family() == model.Violent }
