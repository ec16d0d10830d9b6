package extract

import (
	"strings"

	"crisisdesk/feed/language"
	"crisisdesk/feed/lexicon"
)

// entity is somebody whom a document names, with all that it says of who that is.
type entity struct {
	name      string   // the fullest form
	words     []string // of that form, lower case
	actor     string   // entry of the lexicon
	person    bool
	plural    bool
	described bool // it has no name
	common    bool // its name is a noun that several sides have: "the Army"
	gender    gender
	roles     []string // lower-case nouns that describe it: "minister", "spokesman"
	role      stretch  // the words of its fullest description
	first     int      // word of the first mention
	last      int      // word of the latest mention seen by link
}

// gender is what titles and pronouns have told of a person so far.
type gender uint8

const (
	anyGender gender = iota
	female
	male
)

// genderOf is the gender that a word tells, if any.
func genderOf(word string) gender {
	switch word {
	case "he", "him", "his", "himself", "mr", "spokesman", "chairman", "king", "prince", "father", "brother", "son", "husband", "man",
		"businessman", "mullah", "maulana", "imam", "sir", "lord", "uncle", "widower":
		return male
	case "she", "her", "herself", "mrs", "ms", "miss", "spokeswoman", "chairwoman", "queen", "princess", "mother", "sister", "daughter",
		"wife", "woman", "businesswoman", "lady", "dame", "aunt", "widow":
		return female
	}
	return anyGender
}

// link gathers the named mentions of the page under entities, and reads titles
// and appositions as descriptions of them.
func (d *discourse) link() {
	index := map[string][]int{} // last word of a name → entities
	for k := range d.mentions {
		m := &d.mentions[k]
		if m.kind != named || m.name.empty() {
			continue
		}
		e := d.entityOf(m, index)
		m.entity = e
		d.entities[e].last = m.from
		if m.title {
			d.describe(e, stretch{m.from, m.name.from})
		}
	}
	for k := range d.mentions {
		d.apposition(k)
	}
	for k := range d.mentions {
		if m := &d.mentions[k]; m.kind == described && m.entity < 0 && !m.owner && m.article != "a" {
			d.linkOffice(k)
		}
	}
}

// entityOf finds the entity that a named mention means, or makes it.
func (d *discourse) entityOf(m *mention, index map[string][]int) int {
	name := d.textOf(m.name)
	words := nameParts(name)
	if len(words) == 0 {
		words = []string{strings.ToLower(name)}
	}
	last := words[len(words)-1]
	actor := d.words[m.name.to-1].actor
	for _, e := range index[last] {
		if x := &d.entities[e]; agree(x.words, words) && (x.actor == actor || x.actor == "" || actor == "" || len(words) == 1 && words[0] == initials(x.words)) {
			if len(words) > len(x.words) {
				x.name, x.words = name, words
			}
			x.person = x.person || m.title
			return e
		}
	}
	if actor != "" {
		for e := range d.entities {
			if d.entities[e].actor == actor {
				return e
			}
		}
	}
	kind := d.knownAs(m.name)
	e := entity{name: plainName(name), words: words, actor: actor, first: m.from, plural: m.plural, common: d.isShared(m.name.to - 1),
		person: m.title || kind == "person" || kind == "" && strings.ContainsAny(name, " \n") && !organisation(words)}
	d.entities = append(d.entities, e)
	n := len(d.entities) - 1
	const manyOfOneName = 50
	for _, w := range []string{last, words[0], initials(words)} {
		if w != "" && len(index[w]) < manyOfOneName {
			index[w] = append(index[w], n)
		}
	}
	return n
}

// knownAs is the kind of what the lexicon knows by a name. A place that ends a
// longer name is part of that of a person: "Omar Gurbaz".
func (d *discourse) knownAs(name stretch) string {
	kind := d.words[name.to-1].known
	if first := &d.words[name.from]; kind == "place" && first.known == "" && first.UPOS == language.PROPN {
		return ""
	}
	return kind
}

// isShared reports whether a word is of a noun that several sides have, and no
// more beside it.
func (d *discourse) isShared(i int) bool {
	f := d.foundAt(&d.words[i])
	return f != nil && f.Entries[0].As == lexicon.Common
}

func nameParts(name string) []string {
	return strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == ' ' || r == '-' || r == '.' || r == '\n' })
}

// initials is the acronym of a name of three words or more, "" for a shorter one.
func initials(words []string) string {
	if len(words) < 2 {
		return ""
	}
	var b strings.Builder
	for _, w := range words {
		b.WriteByte(w[0])
	}
	return b.String()
}

// agree reports whether one name is a part of the other, or its acronym.
func agree(a, b []string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(b) == 1 && b[0] == initials(a) {
		return true
	}
	for _, w := range b {
		if !contains(a, w) {
			return false
		}
	}
	return true
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

var organisations = wordSet(`ministry office department council committee commission agency union party group army forces
	force police court parliament assembly government administration movement front network news times post tv radio
	institute university centre center bank corps command bureau authority association foundation society organisation
	organization programme program nations states republic emirate house team board services service press airport border
	line treaty agreement war act operation deal process accord declaration convention corridor river sea valley mountains
	street road avenue park plan protocol state group channel review diplomat insider herald
	district province city pass road bazaar square hospital mission embassy international`)

func organisation(words []string) bool {
	return organisations[words[len(words)-1]] || organisations[words[0]]
}

// describe files the nouns of a description under an entity.
func (d *discourse) describe(e int, s stretch) {
	x := &d.entities[e]
	for i := s.from; i < s.to; i++ {
		w := &d.words[i]
		if w.mark() || w.UPOS == language.DET || w.UPOS == language.ADP {
			continue
		}
		l := strings.TrimSuffix(strings.ToLower(w.Form), ".")
		if g := genderOf(l); g != anyGender && w.UPOS != language.PRON {
			x.gender = g
		}
		if !contains(x.roles, l) && len(x.roles) < 24 {
			x.roles = append(x.roles, l)
		}
	}
	if s.to-s.from > x.role.to-x.role.from {
		x.role = s
	}
}

// apposition joins two phrases that a comma parts and that mean one person:
// "Khalid Zadran, the police spokesman," and "the spokesman, Khalid Zadran,"; and
// "Gul Bibi, 45, a teacher,".
func (d *discourse) apposition(k int) {
	m := &d.mentions[k]
	if m.kind == pronoun || m.owner || d.at(m.tail, m.head).Form != "," {
		return
	}
	next := m.tail + 1
	if d.at(next, m.head).UPOS == language.NUM && d.at(next+1, m.head).Form == "," {
		next += 2 // how old he is
	}
	n := d.mentionAt(next)
	if n == nil || n.from != next || d.words[n.head].sentence != d.words[m.head].sentence || n.owner && n.kind == named {
		return
	}
	if n.owner || d.dumb(m) { // "the Taliban's spokesman": the phrase around it; "on Monday, a spokesman said"
		return
	}
	after := d.at(n.tail, n.head)
	closed := after == &blank || after.mark() || after.verbal() || after.UPOS == language.AUX || after.speech != nil
	switch {
	case m.kind == named && n.kind == described && m.entity >= 0:
		if !m.plural && !n.plural && (d.entities[m.entity].person || n.article == "a" && closed) {
			d.describe(m.entity, stretch{n.from, n.tail})
			n.entity = m.entity
		}
	case m.kind == described && n.kind == named && n.entity >= 0 && closed && !m.plural && (d.entities[n.entity].person || m.article == "a"):
		d.describe(n.entity, stretch{m.from, m.tail})
		m.entity = n.entity
	}
}
