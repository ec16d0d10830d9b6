package extract

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"crisisdesk/feed/language"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// reading is a page as the question models see it, sentence by sentence.
type reading struct {
	*page
	words    [][]string          // in lower case, with a class in place of each name and number
	cues     [][]hint            // among those words
	bears    [][]lexicon.Bearing // the questions of the lexicon that it bears on
	asks     []bool              // it ends in a question mark
	subject  [][]string          // words that say what it is about
	said     []*model.Statement  // whose words it is, nil where the author's
	bearing  map[*lexicon.Question]int
	leans    map[string]lean   // by topic
	theme    *lexicon.Question // what most sentences bear on, nil where none does
	personal int               // tenths of the sentences that say "I", "we" or "you"
	asking   int               // tenths of the sentences that ask
}

// lean is how many sentences of a page bear on a topic, and how many of them
// have words that lean to either side of its questions.
type lean struct{ supports, opposes, all int }

// hint is a cue word of one class at a place among the words of a sentence.
type hint struct {
	class string
	at    int
}

// Limits that keep the work on one sentence in bounds, however long it is.
const (
	maxCues    = 60 // paired with one another
	maxSubject = 40 // compared with those of other sentences
)

func (x *Extractor) reading(p *page, statements []model.Statement) *reading {
	n := len(p.sentences)
	r := &reading{
		page: p, words: make([][]string, n), cues: make([][]hint, n), bears: make([][]lexicon.Bearing, n), leans: map[string]lean{},
		asks: make([]bool, n), subject: make([][]string, n), bearing: map[*lexicon.Question]int{},
	}
	r.said = saidIn(p, statements)
	personal, asking := 0, 0
	for i := range p.sentences {
		r.words[i] = x.wording(p, i)
		r.cues[i] = cuesIn(r.words[i])
		r.bears[i] = x.lex.Bearings(p.marks[i].text)
		r.asks[i] = asksAtEnd(r.words[i])
		r.subject[i] = subjectOf(r.words[i])
		for _, b := range r.bears[i] {
			r.bearing[b.Question]++
			l := r.leans[b.Question.Topic]
			r.leans[b.Question.Topic] = lean{l.supports + one(b.Supports > 0), l.opposes + one(b.Opposes > 0), l.all + 1}
		}
		personal += one(isPersonal(r.cues[i]))
		asking += one(r.asks[i])
	}
	for i := range r.bears {
		for _, b := range r.bears[i] {
			if r.theme == nil || r.bearing[b.Question] > r.bearing[r.theme] {
				r.theme = b.Question
			}
		}
	}
	r.personal, r.asking = 10*personal/max(1, n), 10*asking/max(1, n)
	return r
}

// saidIn is, for each sentence, the statement whose words share most with it,
// nil where none does.
func saidIn(p *page, statements []model.Statement) []*model.Statement {
	out := make([]*model.Statement, len(p.sentences))
	most := make([]int, len(p.sentences))
	for k := range statements {
		for _, e := range statements[k].Evidence {
			from := sort.Search(len(p.sentences), func(i int) bool { return p.sentences[i].End > e.Start })
			for i := from; i < len(p.sentences) && p.sentences[i].Start < e.End; i++ {
				if n := min(e.End, p.sentences[i].End) - max(e.Start, p.sentences[i].Start); n > most[i] {
					out[i], most[i] = &statements[k], n
				}
			}
		}
	}
	return out
}

// wording is the words of sentence i in lower case, with a class in place of
// each name and number, so that what is learnt on one crisis holds for another.
func (x *Extractor) wording(p *page, i int) []string {
	tokens, names := p.sentences[i].Tokens, p.marks[i].names
	out := make([]string, 0, len(tokens))
	for t := 0; t < len(tokens); t++ {
		for len(names) > 0 && names[0].Start < t {
			names = names[1:]
		}
		if len(names) > 0 && t == names[0].Start {
			out = append(out, x.nameWording(names[0].Entries[0]))
			t = names[0].End - 1
			continue
		}
		w := tokenWording(tokens, t)
		if w == "<name>" && len(out) > 0 && out[len(out)-1] == w {
			continue
		}
		out = append(out, w)
	}
	return out
}

// nameWording is the class that stands for a name of the lexicon.
func (x *Extractor) nameWording(n lexicon.Name) string {
	switch n.Kind {
	case lexicon.PlaceName:
		return "<place>"
	case lexicon.OutletName:
		return "<outlet>"
	}
	a, _ := x.lex.Actor(n.ID)
	switch a.Kind {
	case "armed_group":
		return "<group>"
	case "person":
		return "<name>"
	case "organisation", "party":
		return "<body>"
	}
	return "<state>"
}

// tokenWording is what stands for token t: a class for a number, or for a
// capitalised word within a sentence that no list knows; else its lower case.
func tokenWording(tokens []language.Token, t int) string {
	form := tokens[t].Form
	r, _ := utf8.DecodeRuneInString(form)
	switch {
	case '0' <= r && r <= '9':
		return "<number>"
	case unicode.IsUpper(r) && t > 0 && form != "I":
		if prev := &tokens[t-1]; prev.Form != "." && prev.Form != ":" && prev.Quote == language.NoQuote {
			return "<name>"
		}
	}
	return strings.ToLower(form)
}

func cuesIn(words []string) []hint {
	var out []hint
	for t, w := range words {
		for _, class := range cueWords[w] {
			if len(out) == maxCues {
				return out
			}
			out = append(out, hint{class, t})
		}
	}
	return out
}

func isPersonal(cues []hint) bool {
	for _, c := range cues {
		if c.class == "me" || c.class == "you" {
			return true
		}
	}
	return false
}

// asksAtEnd reports whether a question mark ends the words, whatever closes
// behind it.
func asksAtEnd(words []string) bool {
	for t := max(0, len(words)-4); t < len(words); t++ {
		if words[t] == "?" {
			return true
		}
	}
	return false
}

// subjectOf is the first five bytes of each longer word, once: enough to see
// that two sentences speak of the same thing.
func subjectOf(words []string) []string {
	var out []string
	for _, w := range words {
		if len(w) < 4 || w[0] == '<' || functionWords[w] {
			continue
		}
		if w = w[:min(len(w), 5)]; !slices.Contains(out, w) {
			out = append(out, w)
		}
		if len(out) == maxSubject {
			break
		}
	}
	return out
}

// shared is how many words two subjects have in common.
func shared(a, b []string) int {
	n := 0
	for _, w := range a {
		n += one(slices.Contains(b, w))
	}
	return n
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
