package extract

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"crisisdesk/feed/language"
	"crisisdesk/feed/lexicon"
)

// How much the naming of a country says of whose a noun is that several have:
// it fades from sentence to sentence, what follows in the sentence is rather
// whom it deals with ("the ministry accused Kabul"), the rest of the page says
// little, and who stands right beside it nearly all.
// Where the page speaks so many times as much of another country, the noun is
// that one's: "the army" of a page on Mali.
const (
	countryFades  = 0.6
	countryAhead  = -0.2
	countryAtAll  = 0.1
	countryOutlet = 0.5
	countryBeside = 5
	countryElse   = 2
	officeHolder  = 3 // of somebody who holds the office that the noun is
)

// namesAhead is how many of the names behind a noun are looked at.
const namesAhead = 8

// sharedNoun is a noun that several sides have, where it is nobody's whom the
// lexicon knows: the tokens [start, end), the kind of actor that it is
// elsewhere, whether a name ends with it, and whether it means a party at all: a
// title before a name, and "a government", mean none.
type sharedNoun struct {
	start, end  int
	kind        string
	name, party bool
}

// settleNouns gives nouns that several sides have ("the army", "the foreign
// minister") to the one that the page speaks of where they stand; where it
// speaks of none of them, and where they mean no party, they are no names.
func (x *Extractor) settleNouns(p *page) {
	all := newSpoken()
	for i := range p.marks {
		x.hearOf(all, p.marks[i].names, countryAtAll)
	}
	if o, ok := x.lex.Outlet(p.doc.OutletID); ok && o.Country != "" {
		all.countries[o.Country] += countryOutlet
	}
	near := newSpoken()
	for i := range p.marks {
		near.fade()
		x.settleSentence(p, i, all, near)
	}
}

// settleSentence settles the nouns of a sentence, by what the page speaks of
// near it and at all.
func (x *Extractor) settleSentence(p *page, i int, all, near spoken) {
	m, s := &p.marks[i], &p.sentences[i]
	kept := m.names[:0:0]
	for k, f := range m.names {
		if f.Entries[0].As != lexicon.Common {
			x.hearOf(near, m.names[k:k+1], 1)
			kept = append(kept, f)
			continue
		}
		a, _ := x.lex.Actor(f.Entries[0].ID)
		noun := sharedNoun{start: startOfName(s, kept, f.Start), end: f.End, kind: a.Kind}
		beside, title := x.beside(s, m.names, k)
		switch {
		case title || nobody(s, f.Start, f.End):
		case noun.start < f.Start:
			noun.name = true
		default:
			ahead := newSpoken()
			x.hearOf(ahead, m.names[k+1:min(len(m.names), k+1+namesAhead)], countryAhead)
			if f.Entries = x.ownersOf(f.Entries, all, near, ahead, beside); len(f.Entries) > 0 {
				kept = append(kept, f)
				continue
			}
			noun.party = true
		}
		m.nouns = append(m.nouns, noun)
	}
	m.names = kept
}

// startOfName is where a name that no lexicon knows starts, of which a noun at a
// token is the end ("the Rapid Support Forces"), the token itself where it is none.
func startOfName(s *language.Sentence, known []lexicon.Found[lexicon.Name], at int) int {
	start := at
	for start > 1 && upper(s.Tokens[start].Form) && upper(s.Tokens[start-1].Form) && !covers(known, start-1) && nominalTag(s.Tokens[start-1].UPOS) {
		start--
	}
	return start
}

// upper reports whether a word is written with a capital.
func upper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// nominalTag reports whether a tag is one of what stands inside a name.
func nominalTag(t language.UPOS) bool {
	return t == language.PROPN || t == language.NOUN || t == language.ADJ
}

// covers reports whether the last of some names holds a token.
func covers(names []lexicon.Found[lexicon.Name], token int) bool {
	n := len(names)
	return n > 0 && names[n-1].Start <= token && token < names[n-1].End
}

// spoken is how much a page speaks of each country, by its code, and of those
// who hold each office, by its entry.
type spoken struct{ countries, offices map[string]float64 }

func newSpoken() spoken { return spoken{map[string]float64{}, map[string]float64{}} }

// fade makes what was spoken of before count less.
func (s spoken) fade() {
	for c := range s.countries {
		s.countries[c] *= countryFades
	}
	for o := range s.offices {
		s.offices[o] *= countryFades
	}
}

func (s spoken) add(o spoken) {
	for c, v := range o.countries {
		s.countries[c] += v
	}
	for k, v := range o.offices {
		s.offices[k] += v
	}
}

// hearOf adds weight to each country that names speak of, and to the offices
// of persons among them.
func (x *Extractor) hearOf(s spoken, names []lexicon.Found[lexicon.Name], weight float64) {
	for k := range names {
		n := names[k].Entries[0]
		if n.As == lexicon.Common {
			continue
		}
		if c := x.countryOf(n); c != "" {
			s.countries[c] += weight
		}
		if a, _ := x.lex.Actor(n.ID); n.Kind == lexicon.ActorName {
			for _, t := range a.Offices {
				s.offices[t.Office] += officeHolder * weight
			}
		}
	}
}

// countryOf is the country of an actor or place, "" where it has none.
func (x *Extractor) countryOf(n lexicon.Name) string {
	switch n.Kind {
	case lexicon.ActorName:
		a, _ := x.lex.Actor(n.ID)
		return a.Country
	case lexicon.PlaceName:
		p, _ := x.lex.Place(n.ID)
		return p.Country
	}
	return ""
}

// ownersOf are the entries of a noun whose country the page speaks of most,
// none where it speaks of another far more. On a page that speaks of no country
// a noun is that of its only owner.
func (x *Extractor) ownersOf(entries []lexicon.Name, of ...spoken) []lexicon.Name {
	sum := newSpoken()
	for _, s := range of {
		sum.add(s)
	}
	if len(sum.countries) == 0 && len(entries) == 1 {
		return entries
	}
	score := func(n lexicon.Name) float64 { return sum.countries[x.countryOf(n)] + sum.offices[n.ID] }
	best := entries[0]
	for _, n := range entries {
		if score(n) > score(best) {
			best = n
		}
	}
	top := score(best)
	for _, v := range sum.countries {
		if v > countryElse*top {
			return nil
		}
	}
	if top == 0 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(entries), func(n lexicon.Name) bool { return score(n) < top || x.countryOf(n) != x.countryOf(best) })
}

// beside is the country of whom the noun that is the k-th name of a sentence
// describes: "Khawaja Asif, the defence minister,". A title says nothing that
// the name behind it does not.
func (x *Extractor) beside(s *language.Sentence, names []lexicon.Found[lexicon.Name], k int) (country spoken, title bool) {
	next, comma := names[k].End, false
	if comma = next < len(s.Tokens) && s.Tokens[next].Form == ","; comma {
		next++
	}
	country = newSpoken()
	switch {
	case k+1 < len(names) && names[k+1].Start == next && x.isPerson(&names[k+1]):
		x.hearOf(country, names[k+1:k+2], countryBeside)
		title = !comma
	case k+1 < len(names) && names[k+1].Start == next:
	case next < len(s.Tokens) && capitalised(s, next):
		return country, true
	}
	if k > 0 && onlyArticle(s, names[k-1].End, names[k].Start) && x.isPerson(&names[k-1]) {
		x.hearOf(country, names[k-1:k], countryBeside)
	}
	return country, title
}

func (x *Extractor) isPerson(f *lexicon.Found[lexicon.Name]) bool {
	a, ok := x.lex.Actor(f.Entries[0].ID)
	return ok && f.Entries[0].Kind == lexicon.ActorName && a.Kind == "person"
}

// onlyArticle reports whether a comma, and an article behind it, is all
// between two tokens.
func onlyArticle(s *language.Sentence, from, to int) bool {
	if from >= to || s.Tokens[from].Form != "," {
		return false
	}
	return to == from+1 || to == from+2 && lower(s.Tokens[from+1].Form) == "the"
}

// Words before a noun that means nobody in particular, and before one that
// means others than the state's.
var (
	anybodys = wordSet("a an any no each every either neither whichever some both another")
	lessers  = wordSet("provincial local former pro shadow regional")
)

// nobody reports whether a noun over tokens from start means nobody whom a
// lexicon knows: "a government", but not "a government office"; nor is the PM
// of "1:12 PM" anybody.
func nobody(s *language.Sentence, start, end int) bool {
	before := start - 1
	if before > 0 && s.Tokens[before].Form == "-" {
		before--
	}
	if before < 0 {
		return false
	}
	word := lower(s.Tokens[before].Form)
	describes := end < len(s.Tokens) && s.Tokens[end].UPOS == language.NOUN
	return lessers[word] || anybodys[word] && !describes || startsWithDigit(word) && isShortForm(s.Tokens[start].Form)
}
