package extract

import (
	"crisisdesk/feed/language"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// layout says where the content of a cue stands.
type layout uint8

const (
	noLayout layout = iota // the cue reports nothing
	after                  // he said that …
	before                 // …, he said
	around                 // …, he said, …
	entire                 // he denied it: the reporting clause is what there is
)

var layoutNames = []string{"none", "after", "before", "around", "entire"}

// cueKind says by what construction a cue reports.
type cueKind uint8

const (
	verbCue   cueKind = iota // said
	nounCue                  // the claim that
	phraseCue                // according to
	colonCue                 // Naqvi: …
	thatCue                  // he said that …, and that
)

var cueKindNames = [...]string{"verb", "noun", "phrase", "colon", "that"}

// cue is a word that may report speech.
type cue struct {
	stretch            // the words of the cue itself
	at         int     // its main word
	kind       cueKind // by what construction
	layout     layout  // as decided
	confidence float32
	subject    int // index of the mention that is most likely its subject, -1 where none is
	right      int // index of the mention right behind it, -1 where none is
	clause     int // first word of its reporting clause
	end        int // end of its reporting clause
	teller     int // index of the mention that an aside names, -1 where it is none
	content    []stretch
	speaker    speaker
}

// cues lists the candidates of a sentence, left to right.
func (d *discourse) cues(s stretch) []cue {
	var out []cue
	for i := s.from; i < s.to; i++ {
		c, ok := d.cueAt(i, s)
		if !ok {
			continue
		}
		c.subject, c.right = d.subjectOf(&c, s), d.rightOf(&c, s)
		d.reportingClause(&c, s)
		if k, clause := d.aside(&c, s); k >= 0 {
			c.clause, c.end = clause.from, clause.to
			c.teller = k
		}
		out = append(out, c)
		i = c.to - 1
	}
	return out
}

func (d *discourse) cueAt(i int, s stretch) (cue, bool) {
	w := &d.words[i]
	c := cue{stretch: stretch{i, i + 1}, at: i, teller: -1}
	phrase := ""
	if w.speech != nil {
		c.to = min(i+w.phrase, s.to)
		phrase = w.speech.POS
	}
	switch {
	case phrase == lexicon.Adverbial:
		c.kind = phraseCue
	case w.Form == ":" && i > s.from && d.colonReports(i, s):
		c.kind = colonCue
	case w.lemma == "that" && i > s.from+3 && d.joins(i-1):
		c.kind = thatCue
	case w.verbal() || phrase == lexicon.Verb && !w.nominal():
		c.kind = verbCue
	case w.UPOS == language.NOUN && (phrase != "" || d.at(i+1, i).lemma == "that" && d.at(i+1, i).UPOS == language.SCONJ):
		c.kind = nounCue
	default:
		return c, false
	}
	return c, true
}

// joins reports whether word i coordinates what stands on both sides of it.
func (d *discourse) joins(i int) bool {
	w := &d.words[i]
	return w.Form == "," || w.Form == ";" || w.lemma == "and" || w.lemma == "but"
}

// colonReports reports whether what stands before a colon can be a speaker's
// name, and no verb is there to report for it.
func (d *discourse) colonReports(i int, s stretch) bool {
	if u := d.turnAt(d.words[i].sentence); u != nil && i < u.body {
		return false
	}
	const longestLabel, longestCredit = 9, 6
	if i-s.from <= longestLabel && i+1 < s.to {
		for j := s.from; j < i; j++ {
			if d.words[j].verbal() && d.words[j].speech != nil {
				return false
			}
		}
		return true
	}
	return s.to-i <= longestCredit
}

// subjectOf guesses who does what a cue reports: by the tree, else the nearest
// phrase to its left that hangs on no preposition.
func (d *discourse) subjectOf(c *cue, s stretch) int {
	if c.kind == phraseCue || c.kind == thatCue {
		return -1
	}
	if k := d.adjacent(c, s); k >= 0 {
		return k
	}
	if k := d.subjectInTree(c.at); k >= 0 {
		return k
	}
	for i := c.at - 1; i >= s.from; i-- {
		w := &d.words[i]
		if w.quotation > 0 && d.words[c.at].quotation != w.quotation {
			return -1
		}
		if w.mention > 0 {
			k := w.mention - 1
			m := &d.mentions[k]
			if !prepositional(d.at(m.from-1, m.from)) {
				return k
			}
			i = m.from
			continue
		}
		if w.verbal() && c.kind == verbCue && i < c.at-1 && d.words[i].speech != nil {
			break
		}
	}
	return -1
}

// adjacent is the phrase right before a verb and its auxiliaries where it
// hangs on no preposition and opens its clause, -1 where there is none.
func (d *discourse) adjacent(c *cue, s stretch) int {
	i := c.from - 1
	for i >= s.from && auxiliary(&d.words[i]) {
		i--
	}
	if i < s.from || d.words[i].mention == 0 || c.kind != verbCue {
		return -1
	}
	k := d.words[i].mention - 1
	m := &d.mentions[k]
	before := d.at(m.from-1, m.from)
	if m.kind == pronoun && !relative(d.words[m.head].lemma) || before == &blank || before.UPOS == language.CCONJ || before.lemma == "that" ||
		before.mark() && d.at(m.from-2, m.from).mention == 0 {
		return k
	}
	return -1
}

func relative(lemma string) bool { return lemma == "who" || lemma == "which" || lemma == "whose" }

func prepositional(w *word) bool { return w.UPOS == language.ADP && w.lemma != "than" }

// subjectInTree is the mention that the tree gives as subject of word i, or of
// the verb that it is joined to, -1 where the tree has none.
func (d *discourse) subjectInTree(i int) int {
	s := d.sentence(i)
	for range 4 {
		for j := s.from; j < s.to; j++ {
			if r := d.words[j].Rel; len(r) >= 5 && r[:5] == "nsubj" && d.head(j) == i && d.words[j].mention > 0 {
				return d.words[j].mention - 1
			}
		}
		switch d.words[i].Rel {
		case "conj", "advcl", "xcomp":
			if i = d.head(i); i < 0 {
				return -1
			}
		default:
			return -1
		}
	}
	return -1
}

// rightOf is the phrase right behind a cue: "said Guo", "according to the ministry".
func (d *discourse) rightOf(c *cue, s stretch) int {
	if c.to < s.to && d.words[c.to].mention > 0 {
		if k := d.words[c.to].mention - 1; d.mentions[k].from == c.to {
			return k
		}
	}
	return -1
}

// reportingClause bounds the words that report: cue, speaker and what belongs
// to them, as against what is said.
func (d *discourse) reportingClause(c *cue, s stretch) {
	c.clause, c.end = c.from, c.to
	if c.kind == thatCue {
		return
	}
	if c.subject >= 0 && c.kind != phraseCue {
		const reach = 12
		m := &d.mentions[c.subject]
		if m.from < c.from && c.from-m.to <= reach && m.from >= s.from && !d.shared(c, m) {
			c.clause = d.apposed(m, s)
		}
	}
	if q := d.quoteEnd(c, s); q > c.clause {
		c.clause = q
	}
	for c.clause > s.from && c.clause == c.from && c.kind == verbCue && auxiliary(&d.words[c.clause-1]) {
		c.clause--
	}
	if c.right >= 0 {
		c.end = d.mentions[c.right].to
	}
}

// shared reports whether a subject belongs to another verb first: "he came
// and said".
func (d *discourse) shared(c *cue, m *mention) bool {
	if d.head(m.head) == c.at {
		return false
	}
	for i := m.to; i < c.from; i++ {
		if d.words[i].verbal() {
			return true
		}
	}
	return false
}

// apposed is where the phrase starts that m is apposed to, or m itself.
func (d *discourse) apposed(m *mention, s stretch) int {
	if m.entity >= 0 && d.at(m.from-1, m.from).Form == "," {
		if b := d.mentionAt(m.from - 2); b != nil && b.entity == m.entity && b.from >= s.from {
			return b.from
		}
	}
	return m.from
}

// quoteEnd is the word behind the quotation that closes before a cue with no
// other verb between, 0 where there is none.
func (d *discourse) quoteEnd(c *cue, s stretch) int {
	const reach = 30
	for i := c.from - 1; i >= max(s.from, c.from-reach); i-- {
		w := &d.words[i]
		if w.Quote == language.CloseQuote {
			return i + 1
		}
		if w.verbal() && w.quotation == 0 {
			break
		}
	}
	return 0
}

func auxiliary(w *word) bool {
	return w.UPOS == language.AUX || w.UPOS == language.ADV || w.lemma == "to" || w.lemma == "not"
}

// ruled is the layout that a fixed rule would choose: the fallback where no
// model is at hand, and a feature where one is.
func (d *discourse) ruled(c *cue, s stretch) layout {
	w := &d.words[c.at]
	if c.kind == thatCue || c.kind != colonCue && w.speech == nil || w.quotation > 0 {
		return noLayout
	}
	left := d.at(c.clause-1, c.at)
	leftContent := left.Quote == language.CloseQuote || left.Form == ","
	switch c.kind {
	case colonCue:
		if s.to-c.at <= 6 && c.at-s.from > 6 {
			return before
		}
		return after
	case phraseCue:
		if c.from == s.from {
			return after
		}
		return before
	case nounCue:
		if next := d.at(c.to, c.at); w.speech.That && next.lemma == "that" {
			return after
		}
		return noLayout
	}
	end := d.clauseEnds(c, s)
	switch {
	case leftContent && c.clause-s.from > 3 && end:
		return before
	case leftContent && c.clause-s.from > 3 && c.right >= 0 && c.subject < 0:
		return before
	case w.speech.That || d.opensContent(c, s) || w.speech.Act != string(model.Comment):
		if c.subject < 0 && c.right < 0 {
			return noLayout
		}
		return after
	}
	return noLayout
}

// clauseEnds reports whether the sentence, or a quotation mark, follows the
// reporting clause of a cue at once.
func (d *discourse) clauseEnds(c *cue, s stretch) bool {
	w := d.at(c.end, c.at)
	return w == &blank || w.mark() && w.Form != ":" || w.Quote == language.OpenQuote
}

// opensContent reports whether a that, a colon or a quotation follows the cue closely.
func (d *discourse) opensContent(c *cue, s stretch) bool {
	const reach = 8
	for i := c.to; i < min(s.to, c.to+reach); i++ {
		w := &d.words[i]
		if w.lemma == "that" || w.Form == ":" || w.Quote == language.OpenQuote {
			return true
		}
		if w.verbal() {
			return false
		}
	}
	return false
}

// answers reports whether a verb has no content but a word for what somebody
// else said: "denied the charge", "rejects this".
func (d *discourse) answers(c *cue, s stretch) bool {
	i := c.to
	if c.kind != verbCue || i >= s.to {
		return false
	}
	if u := d.words[i].UPOS; u == language.DET && i+1 < s.to && d.words[i+1].UPOS == language.NOUN {
		i++
	}
	w := &d.words[i]
	if !(w.UPOS == language.NOUN && w.speech != nil) && w.UPOS != language.PRON && w.UPOS != language.DET {
		return false
	}
	if i+1 >= s.to {
		return true
	}
	next := &d.words[i+1]
	return next.mark() && next.Quote == 0 && next.Form != ":" || next.UPOS == language.CCONJ
}
