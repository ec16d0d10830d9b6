package extract

import (
	"strings"

	"crisisdesk/feed/language"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// naming is a name in a sentence, or a noun for people: the tokens
// [start, end) and what they may mean.
type naming struct {
	start, end int
	actor      string // entry of the lexicon, "" where it is none
	place      string // entry of the lexicon, "" where it is none
	outlet     string
	as         lexicon.As // what the words are to the actor
	people     string     // kind of people, for a common noun
	proper     bool       // a name that no lexicon knows
	shared     bool       // a noun that several sides have: "the army"
	opens      bool       // an adjective that opens such a name: "Saudi Maternity Hospital"
}

// namings finds the names and nouns for people of a sentence, from left to right.
func (p *page) namings(i int) []naming {
	s, m := &p.sentences[i], &p.marks[i]
	var out []naming
	for _, f := range m.names {
		n := naming{start: f.Start, end: f.End}
		for _, e := range f.Entries {
			switch {
			case e.Kind == lexicon.ActorName && n.actor == "":
				n.actor, n.as = e.ID, e.As
			case e.Kind == lexicon.PlaceName && n.place == "":
				n.place = e.ID
			case e.Kind == lexicon.OutletName && n.outlet == "":
				n.outlet = e.ID
			}
		}
		out = append(out, n)
	}
	for _, n := range m.nouns {
		switch {
		case n.name:
			out = append(out, naming{start: n.start, end: n.end, proper: true})
		case n.party:
			out = append(out, naming{start: n.start, end: n.end, people: n.kind, shared: true})
		}
	}
	known := len(out)
	for _, f := range m.people {
		if !covered(out[:known], f.Start, f.End) {
			out = append(out, naming{start: f.Start, end: f.End, people: f.Entries[0].Kind})
		}
	}
	out = append(out, properNames(s, out)...)
	sortNamings(out)
	for k := range out[:max(0, len(out)-1)] {
		out[k].opens = out[k].as == lexicon.Demonym && out[k+1].proper && out[k+1].start == out[k].end
	}
	return out
}

// withoutTitles leaves out the offices of those who are named right behind
// them: "Afghan Commerce Minister Nooruddin Azizi" is one party, and not two.
func (e *events) withoutTitles(ns []naming) []naming {
	out := ns[:0]
	for k, n := range ns {
		a, _ := e.x.lex.Actor(n.actor)
		if a.Kind == "office" && k+1 < len(ns) && ns[k+1].start == n.end {
			if next, known := e.x.lex.Actor(ns[k+1].actor); ns[k+1].proper || known && next.Kind == "person" {
				continue
			}
		}
		out = append(out, n)
	}
	return out
}

func covered(ns []naming, start, end int) bool {
	for i := range ns {
		if ns[i].start < end && start < ns[i].end {
			return true
		}
	}
	return false
}

func sortNamings(ns []naming) {
	for i := 1; i < len(ns); i++ {
		for j := i; j > 0 && ns[j].start < ns[j-1].start; j-- {
			ns[j], ns[j-1] = ns[j-1], ns[j]
		}
	}
}

// properNames finds runs of capitalised words that known does not cover.
func properNames(s *language.Sentence, known []naming) []naming {
	var out []naming
	for i := 0; i < len(s.Tokens); {
		if !capitalised(s, i) || covered(known, i, i+1) {
			i++
			continue
		}
		end := i + 1
		for end < len(s.Tokens) && !covered(known, end, end+1) && (capitalised(s, end) || joins(s, end)) {
			end++
		}
		out = append(out, naming{start: i, end: end, proper: true})
		i = end
	}
	return out
}

// capitalised reports whether a token is written as a name: by its tag where
// there is one, else by its first letter, not at the head of the sentence.
func capitalised(s *language.Sentence, i int) bool {
	t := &s.Tokens[i]
	if !upper(t.Form) {
		return false
	}
	if monthWords[lower(t.Form)] != 0 || weekdayWords[lower(t.Form)] != 0 {
		return false
	}
	if t.UPOS != language.NoUPOS {
		return t.UPOS == language.PROPN
	}
	return i > 0 && s.Tokens[i-1].Quote == language.NoQuote && len(t.Form) > 1
}

// joins reports whether a token ties two parts of one name: "Amir-ul-Mulk",
// "Shams al Din", "Dera Ismail Khan".
func joins(s *language.Sentence, i int) bool {
	if i+2 < len(s.Tokens) && s.Tokens[i].Form == "al" && isDash(s.Tokens[i+1].Form) && capitalised(s, i+2) {
		return true // "Abdel Fattah al-Burhan"
	}
	if i+1 >= len(s.Tokens) || !capitalised(s, i+1) && !isDash(s.Tokens[i].Form) {
		return false
	}
	switch s.Tokens[i].Form {
	case "-", "al", "ul", "ur", "e", "of", "bin", "de":
		return s.Tokens[i].Form != "-" || s.Tokens[i].Start == s.Tokens[i-1].End && s.Tokens[i+1].Start == s.Tokens[i].End
	}
	return false
}

// nameText is the words of a naming, as one writes a name.
func (p *page) nameText(sentence int, n *naming) string {
	s := &p.sentences[sentence]
	return plainName(p.text[s.Tokens[n.start].Start:s.Tokens[n.end-1].End])
}

// plainName is a name as one writes it, however a page sets it: on one line,
// with straight apostrophes.
func plainName(s string) string {
	if !strings.ContainsAny(s, "\n\r\t’\u00a0") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.ReplaceAll(oneLine(s), "’", "'")
}

// placeOf makes a Place of an entry of the lexicon.
func (x *Extractor) placeOf(id string) (model.Place, bool) {
	e, ok := x.lex.Place(id)
	if !ok {
		return model.Place{}, false
	}
	out := model.Place{ID: e.ID, Name: e.Name, Country: e.Country, Kind: e.Kind}
	if len(e.At) == 2 {
		out.Lat, out.Lon = e.At[0], e.At[1]
	}
	for up, ok := x.lex.Place(e.Within); ok && len(out.Within) < 8; up, ok = x.lex.Place(up.Within) {
		out.Within = append(out.Within, up.ID)
	}
	return out, true
}
