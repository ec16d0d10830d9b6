package extract

import (
	"strings"

	"crisisdesk/feed/language"
	"crisisdesk/feed/lexicon"
)

// mentionKind says how words refer to somebody.
type mentionKind uint8

const (
	described mentionKind = iota // "a senior diplomat"
	named                        // "Defence Minister Khawaja Asif"
	pronoun                      // "he"
)

// mention is a noun phrase that may name a speaker.
type mention struct {
	stretch
	head    int
	kind    mentionKind
	name    stretch // the proper name in it, titles aside; of a named one only
	title   bool    // the name follows a title
	owner   bool    // it owns the mention around it: "Pakistan" in "Pakistan's army"
	entity  int     // index in discourse.entities, -1 where it stands for none of its own
	tail    int     // end of the phrase with what is attached by "of", "in" and the like
	plural  bool
	article string // "the", "a" or ""
}

// findMentions cuts the sentences into noun phrases.
func (d *discourse) findMentions() {
	for _, s := range d.bounds {
		for i := s.from; i < s.to; {
			i = max(d.phraseAt(i, s.to), i+1)
		}
	}
	d.attachTails()
}

// phraseAt adds the mention that starts at word i and returns its end, or i.
func (d *discourse) phraseAt(i, end int) int {
	w := &d.words[i]
	if w.XPOS == "WDT" || w.UPOS == language.PRON && w.XPOS != "PRP$" && w.XPOS != "WP$" && !opensNoun(d.at(i+1, i)) {
		if speakingPronoun(w.lemma) || speakingPronoun(strings.ToLower(w.Form)) {
			d.add(mention{stretch: stretch{i, i + 1}, head: i, kind: pronoun, entity: -1})
		}
		return i + 1
	}
	if !opensPhrase(w) || asks(w) {
		return i
	}
	from, head := i, -1
	for j := i; j < end; j++ {
		w := &d.words[j]
		if w.clitic() && head >= 0 {
			d.addNoun(from, j, head, true)
			head = -1
			continue
		}
		if head >= 0 && (onlyVerbs[w.Form] || d.anew(j)) {
			end = j
			break
		}
		if w.nominal() || w.UPOS == language.NUM || head < 0 && j > from && w.UPOS == language.ADJ && d.words[from].UPOS == language.DET {
			head = j
			continue
		}
		if !d.insidePhrase(j, from) {
			end = j
			break
		}
	}
	if head >= 0 {
		d.addNoun(from, head+1, head, false)
		return head + 1
	}
	if w.UPOS == language.DET && speakingPronoun(w.lemma) {
		d.add(mention{stretch: stretch{i, i + 1}, head: i, kind: pronoun, entity: -1})
	}
	return i + 1
}

// anew reports whether word j opens another phrase, though no mark stands
// before it: "the district hospital | four women", "15 Oct. | Spin Boldak".
func (d *discourse) anew(j int) bool {
	w, before := &d.words[j], &d.words[j-1]
	switch {
	case w.UPOS == language.NUM:
		return before.nominal() && before.UPOS == language.NOUN && opensNoun(d.at(j+1, j))
	case w.UPOS == language.PROPN:
		return ofCalendar(before.Form) && !ofCalendar(w.Form)
	}
	return false
}

// onlyVerbs report and are no nouns, though a tagger may take them for such
// behind one: "Islamabad speaks of 200 dead".
var onlyVerbs = wordSet("speaks says tells insists maintains admits denies argues reckon reckons acknowledges boasts")

func opensPhrase(w *word) bool {
	switch w.UPOS {
	case language.DET, language.ADJ, language.NUM, language.NOUN, language.PROPN, language.PRON:
		return true
	}
	return false
}

// asks reports whether a determiner or pronoun asks for the noun behind it:
// "what Pakistan wants" is not about a phrase "what Pakistan".
func asks(w *word) bool { return w.lemma == "what" || w.lemma == "whatever" || w.lemma == "how" }

// opensNoun reports whether the word goes on a phrase that a determiner opens.
func opensNoun(w *word) bool {
	switch w.UPOS {
	case language.ADJ, language.NUM, language.NOUN, language.PROPN:
		return true
	}
	return false
}

// insidePhrase reports whether word j, no noun itself, can stand inside a
// phrase that started at from: an adjective or participle before a noun, a hyphen.
func (d *discourse) insidePhrase(j, from int) bool {
	w, next := &d.words[j], d.at(j+1, j)
	if w.capital() && w.known != "" && opensNoun(next) {
		return true
	}
	if next.Form == "-" && w.End == next.Start && d.at(j+2, j).Start == next.End {
		return true // "a long-form piece"
	}
	switch w.UPOS {
	case language.DET:
		return j == from || d.words[j-1].UPOS == language.DET
	case language.ADJ:
		return j == from || opensNoun(next) || d.words[j-1].clitic()
	case language.PRON:
		return j == from
	case language.ADV:
		return j > from && next.UPOS == language.ADJ && d.words[j-1].UPOS == language.DET
	case language.VERB:
		return j > from && (w.XPOS == "VBN" || w.XPOS == "VBG") && opensNoun(next) && d.words[j-1].UPOS != language.NOUN
	}
	glued := j > from && d.words[j-1].End == w.Start && w.End == next.Start
	return glued && (w.Form == "-" || w.Form == "‑" || w.Form == "/" || w.Form == "&")
}

func speakingPronoun(s string) bool {
	switch s {
	case "he", "she", "it", "they", "i", "we", "one", "both", "others", "another", "some", "those", "many", "most", "few", "all", "none", "who", "which", "you", "neither", "him", "her", "them", "nobody":
		return true
	}
	return false
}

// addNoun adds a phrase with a noun; an owner holds only part of its sentence's
// phrase. A name owns what it says: "TTP" in "a TTP statement".
func (d *discourse) addNoun(from, to, head int, owner bool) {
	if !owner && head > from && d.words[head].speech != nil && d.words[head].UPOS == language.NOUN && d.words[head-1].UPOS == language.PROPN {
		d.addNoun(from, head, head-1, true)
	}
	m := mention{stretch: stretch{from, to}, head: head, owner: owner, entity: -1}
	first := strings.ToLower(d.words[from].Form)
	switch first {
	case "the", "this", "that", "these", "those", "its", "his", "her", "their":
		m.article = "the"
	case "a", "an", "another", "one":
		m.article = "a"
	}
	m.plural = d.words[head].XPOS == "NNS" || d.words[head].XPOS == "NNPS"
	if titles[d.words[head].lemma] && d.words[from].UPOS != language.DET {
		m.article = "the"
	}
	if titles[d.words[head].lemma] {
		d.add(m)
		return
	}
	if d.words[head].UPOS == language.PROPN || d.words[head].capital() && d.words[head].known != "" {
		m.kind = named
		m.name, m.title = d.properName(from, to)
		if !owner {
			m.name.to = d.nameEnd(m.name)
		}
	}
	d.add(m)
}

// nameEnd is the end of a name that goes on in the lexicon behind its noun:
// "Ministry of Defence".
func (d *discourse) nameEnd(name stretch) int {
	if name.empty() {
		return name.to
	}
	w := &d.words[name.to-1]
	f := d.foundAt(w)
	if f == nil || f.Entries[0].Kind != lexicon.ActorName {
		return name.to
	}
	end, last := name.to, d.sentences[w.sentence].Tokens[f.End-1].End
	for d.at(end, name.to-1) != &blank && d.words[end].End <= last {
		end++
	}
	return end
}

func (d *discourse) add(m mention) {
	m.tail = m.to
	d.mentions = append(d.mentions, m)
	for i := m.from; i < m.to; i++ {
		d.words[i].mention = len(d.mentions)
	}
}

// properName is the run of capitals that ends a phrase, behind its title, and
// whether there is a title. That of a ministry or an army holds whose it is:
// "Qatar's Foreign Ministry".
func (d *discourse) properName(from, to int) (stretch, bool) {
	start, owned := to, bodies[d.words[to-1].known]
	for start > from {
		w := &d.words[start-1]
		if !w.capital() && w.Form != "-" && !particle(w.Form) && !(w.clitic() && owned) || w.clitic() && !owned || w.UPOS == language.DET {
			break
		}
		start--
	}
	for start < to && !d.words[start].capital() {
		start++
	}
	for i := to - 2; i >= from; i-- {
		if w := &d.words[i]; w.clitic() {
			break
		} else if titles[strings.TrimSuffix(strings.ToLower(w.Form), ".")] && d.words[i+1].capital() {
			return stretch{max(i+1, start), to}, true
		}
	}
	return stretch{start, to}, false
}

// bodies are the kinds of actors that a side has and that are no person.
var bodies = wordSet("ministry military government intelligence police")

func particle(s string) bool {
	switch s {
	case "al", "ul", "e", "i", "bin", "ibn", "de", "van", "von", "ur", "der", "el":
		return true
	}
	return false
}

// titles stand before the names of people; general English.
var titles = wordSet(`mr mrs ms miss dr prof professor sir lord lady dame president minister premier chancellor secretary
	spokesman spokesperson spokeswoman general gen lieutenant lt colonel col major maj brigadier brig captain capt admiral marshal
	sergeant sgt commander chief director ambassador envoy governor mayor senator judge justice chairman chairwoman chair
	leader analyst expert journalist reporter correspondent king prince princess crown sheikh mullah maulana maulvi mawlawi
	mufti qari hafiz haji syed imam ayatollah pope bishop cardinal rev reverend hon pm fm cm dg ceo lawyer activist official
	commissioner inspector superintendent representative rapporteur coordinator adviser advisor aide author historian
	lawmaker mp deputy diplomat economist farmer trader driver shopkeeper resident doctor ex-minister retd founder head`)

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// attachTails lets each phrase reach over what follows it with a preposition:
// "the president of the Red Cross", "people in the city".
func (d *discourse) attachTails() {
	for k := len(d.mentions) - 1; k >= 0; k-- {
		m := &d.mentions[k]
		if m.kind == pronoun || m.owner {
			continue
		}
		switch d.at(m.to, m.head).lemma {
		case "of", "in", "from", "at", "for", "with", "on", "to":
		default:
			continue
		}
		if n := d.mentionAt(m.to + 1); n != nil && d.at(m.to+1, m.head) != &blank && n.from == m.to+1 && n.kind != pronoun {
			m.tail = max(n.tail, n.to)
		}
	}
}

// mentionAt is the longest mention that holds word i, or nil.
func (d *discourse) mentionAt(i int) *mention {
	if i < 0 || i >= len(d.words) || d.words[i].mention == 0 {
		return nil
	}
	return &d.mentions[d.words[i].mention-1]
}
