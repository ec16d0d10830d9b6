package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crisisdesk/feed/language"
	"crisisdesk/feed/lexicon"
)

// discourse is a page as one row of words, with what attribution asks of each:
// is it quoted, does it name somebody, may it report speech.
type discourse struct {
	*page
	lex        *lexicon.Lexicon
	words      []word
	bounds     []stretch // of each sentence
	quotations []stretch // what stands between quotation marks
	whole      []stretch // of each, the quotation over several blocks that it is part of
	mentions   []mention // by first word; one that holds another stands after it
	entities   []entity
	turns      []turn
	turnOf     []int // of each sentence: 1 + index of its turn, 0 outside
}

// stretch is a run of words, from inclusive, to exclusive.
type stretch struct{ from, to int }

func (s stretch) holds(i int) bool    { return s.from <= i && i < s.to }
func (s stretch) empty() bool         { return s.from >= s.to }
func (s stretch) meets(o stretch) int { return min(s.to, o.to) - max(s.from, o.from) }

// word is a token with its place in the discourse.
type word struct {
	*language.Token
	lemma     string
	sentence  int
	quotation int // 1 + index of the quotation that holds it, 0 outside
	mention   int // 1 + index of the longest mention that holds it, 0 outside
	speech    *lexicon.SpeechWord
	phrase    int     // words of the lexicon's speech phrase that starts here, 0 where none does
	people    string  // kind of people word, "" for others
	actor     string  // ID of the actor named here
	inside    float32 // how likely it is part of what somebody says
	event     string  // kind of incident that the word is evidence of, "" for others
	hedge     string  // kind of hedge, "" for others
	known     string  // kind of that actor, "place" for a place, "outlet"
}

// longestSentence bounds the work on a sentence: what follows is not read.
const longestSentence = 400

func (x *Extractor) discourse(p *page) *discourse {
	d := &discourse{page: p, lex: x.lex}
	n := 0
	for i := range p.sentences {
		n += min(len(p.sentences[i].Tokens), longestSentence)
	}
	d.words = make([]word, 0, n)
	for i := range p.sentences {
		tokens := p.sentences[i].Tokens
		tokens = tokens[:min(len(tokens), longestSentence)]
		from := len(d.words)
		for j := range tokens {
			t := &tokens[j]
			d.words = append(d.words, word{Token: t, lemma: lemmaOf(t), sentence: i})
		}
		d.look(i, from)
		d.bounds = append(d.bounds, stretch{d.behindDateline(from), len(d.words)})
	}
	d.quote()
	d.findMentions()
	d.link()
	d.turnOf = make([]int, len(d.bounds))
	d.findTurns()
	return d
}

// behindDateline is the first word of the last sentence that is no dateline
// ("KABUL, Oct 10 (Agency) —"); from is its first word. Who is known to act, or
// is told of in small letters, before a colon says what follows: "UNAMA: 42 dead".
func (d *discourse) behindDateline(from int) int {
	const longest = 14
	w := &d.words[from]
	if len(w.Form) < 3 || strings.ToUpper(w.Form) != w.Form || !w.capital() {
		return from
	}
	small := false
	for i := from + 1; i < min(len(d.words)-1, from+longest); i++ {
		switch w := &d.words[i]; w.Form {
		case "—", "–", "--", "-", ":":
			if w.Form == "-" && w.Start == d.words[i-1].End {
				continue
			}
			if w.Form == ":" && (d.words[from].actor != "" || small) {
				return from
			}
			return i + 1
		default:
			if w.verbal() && !w.capital() {
				return from
			}
			small = small || w.nominal() && !w.capital()
		}
	}
	return from
}

func lemmaOf(t *language.Token) string {
	if t.Lemma != "" {
		return t.Lemma
	}
	return strings.ToLower(t.Form)
}

// look marks what the lexicon knows among the words of sentence i, which start
// at from.
func (d *discourse) look(i, from int) {
	here := d.words[from:]
	inside := func(start, end int) []word { return here[min(start, len(here)):min(end, len(here))] }
	m := &d.marks[i]
	for k := range m.speech {
		f := &m.speech[k]
		if f.Start < len(here) {
			here[f.Start].speech, here[f.Start].phrase = &f.Entries[0], f.End-f.Start
		}
	}
	for _, f := range m.people {
		for k := range inside(f.Start, f.End) {
			here[f.Start+k].people = f.Entries[0].Kind
		}
	}
	for _, f := range m.events {
		for k := range inside(f.Start, f.End) {
			here[f.Start+k].event = f.Entries[0].Kind
		}
	}
	for _, f := range m.tolls {
		if f.Start < len(here) {
			here[f.Start].event = f.Entries[0].Outcome
		}
	}
	for _, f := range m.hedges {
		if f.Start < len(here) {
			here[f.Start].hedge = f.Entries[0].Kind
		}
	}
	for _, n := range m.nouns {
		for k := range inside(n.start, n.end) {
			here[n.start+k].known = n.kind
		}
	}
	for _, f := range m.names {
		id, kind := d.nameOf(f.Entries[0])
		of := inside(f.Start, f.End)
		for k := range of {
			of[k].actor, of[k].known = id, kind
		}
		d.lookAtOwner(of)
	}
}

// lookAtOwner marks whose something is in a name of the lexicon: "Kabul" in
// "Kabul's foreign ministry" and in "the foreign ministry in Kabul".
func (d *discourse) lookAtOwner(name []word) {
	if len(name) < 3 {
		return
	}
	forms := make([]string, 0, len(name))
	for i := range name {
		if name[i].clitic() {
			break // "Pakistan's military" may be a name by itself
		}
		forms = append(forms, name[i].Form)
	}
	for _, f := range d.lex.Parts(d.lex.Fold(forms)) {
		if f.End-f.Start == len(name) || f.Entries[0].As == lexicon.Common {
			continue
		}
		id, kind := d.nameOf(f.Entries[0])
		for i := f.Start; i < f.End; i++ {
			name[i].actor, name[i].known = id, kind
		}
	}
}

func (d *discourse) nameOf(n lexicon.Name) (actor, kind string) {
	switch n.Kind {
	case lexicon.ActorName:
		a, _ := d.lex.Actor(n.ID)
		return n.ID, a.Kind
	case lexicon.PlaceName:
		return "", "place"
	}
	return "", "outlet"
}

// at is the word at i, or a blank one outside the sentence of the word near.
func (d *discourse) at(i, near int) *word {
	if i < 0 || i >= len(d.words) || d.words[i].sentence != d.words[near].sentence {
		return &blank
	}
	return &d.words[i]
}

var blank = word{Token: &language.Token{Head: -1}, sentence: -1}

func (d *discourse) sentence(i int) stretch { return d.bounds[d.words[i].sentence] }

func (d *discourse) blockOf(sentence int) int { return d.sentences[sentence].Block }

// head is the word that governs word i in the tree, -1 where there is none.
func (d *discourse) head(i int) int {
	if d.words[i].Head < 0 {
		return -1
	}
	return min(d.sentence(i).from+d.words[i].Head, d.sentence(i).to-1)
}

// bytes are where a stretch of words starts and ends in the text.
func (d *discourse) bytes(s stretch) (start, end int) {
	return d.words[s.from].Start, d.words[s.to-1].End
}

func (d *discourse) textOf(s stretch) string {
	if s.empty() {
		return ""
	}
	start, end := d.bytes(s)
	return d.text[start:end]
}

// capital reports whether the word starts with a capital letter.
func (w *word) capital() bool { return upper(w.Form) }

func (w *word) nominal() bool {
	return w.UPOS == language.NOUN || w.UPOS == language.PROPN
}

func (w *word) verbal() bool { return w.UPOS == language.VERB }

func (w *word) reports() bool { return w.speech != nil }

func (w *word) mark() bool {
	r, _ := utf8.DecodeRuneInString(w.Form)
	return w.UPOS == language.PUNCT || r != utf8.RuneError && unicode.IsPunct(r)
}

// clitic is a possessive 's.
func (w *word) clitic() bool {
	return (w.Form == "'s" || w.Form == "’s" || w.Form == "'" || w.Form == "’") && w.UPOS == language.PART
}
