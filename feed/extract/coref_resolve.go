package extract

import (
	"strconv"
	"strings"

	"crisisdesk/feed/linear"
)

// talk is what the reading of a page remembers of who has spoken.
type talk struct {
	spoken   []int // entities, in the order in which they spoke
	turn     int   // entity whose turn it is in an interview, -1 outside
	features linear.Features
}

func (t *talk) latest() int {
	if len(t.spoken) == 0 {
		return -1
	}
	return t.spoken[len(t.spoken)-1]
}

// ago counts the speakers since the entity spoke, -1 where it has not.
func (t *talk) ago(e int) int {
	const reach = 12
	for i := len(t.spoken) - 1; i >= max(0, len(t.spoken)-reach); i-- {
		if t.spoken[i] == e {
			return len(t.spoken) - 1 - i
		}
	}
	return -1
}

// resolve finds whom a mention means: the entity of its name, the antecedent of
// an anaphor, or somebody new.
func (x *Extractor) resolve(d *discourse, t *talk, k int) int {
	m := &d.mentions[k]
	if m.entity >= 0 {
		return m.entity
	}
	if relative(d.words[m.head].lemma) {
		if e := d.antecedentOf(m); e >= 0 {
			return e
		}
	}
	if by := d.bringsOut(m); by >= 0 {
		return x.resolve(d, t, by)
	}
	if m.kind != pronoun && m.article == "a" {
		return d.introduce(k)
	}
	if w := &d.words[m.head]; w.speech != nil && (d.words[m.from].XPOS == "PRP$" || d.at(m.from+1, m.from).lemma == "same") && t.latest() >= 0 {
		return t.latest() // "her statement said", "the same statement said"
	}
	if actor := d.describedActor(m); m.kind == described && actor != "" && d.words[m.head].known != "office" {
		return d.body(k, actor)
	}
	if e := d.holder(k); e >= 0 {
		return e
	}
	best, top := -1, float32(0.5)
	if anaphoric(d.words[m.head].lemma) {
		top = 0
	}
	for _, e := range d.antecedents(t, k) {
		if p := x.means(d, t, k, e); p > top {
			best, top = e, p
		}
	}
	if best >= 0 {
		d.learnGender(k, best)
		return best
	}
	if m.kind == pronoun && t.latest() >= 0 && d.compatible(k, t.latest()) && anaphoric(d.words[m.head].lemma) {
		return t.latest()
	}
	return d.introduce(k)
}

// learnGender notes what a pronoun tells of the person whom it means.
func (d *discourse) learnGender(k, e int) {
	if g := genderOf(d.words[d.mentions[k].head].lemma); g != anyGender && d.entities[e].gender == anyGender {
		d.entities[e].gender = g
	}
}

// antecedentOf is the entity of the phrase right before a relative pronoun, -1
// where it has none.
func (d *discourse) antecedentOf(m *mention) int {
	for k := d.firstMention(m.from) - 1; k >= 0 && d.mentions[k].tail >= m.from-1; k-- {
		if n := &d.mentions[k]; n.to >= m.from-1 || n.tail >= m.from-1 {
			if n.entity < 0 && n.kind == described {
				return d.introduce(k)
			}
			if n.entity >= 0 && (n.tail >= m.from-1 && n.tail > n.to || d.firstMention(m.from)-1 == k) {
				return n.entity
			}
		}
	}
	return -1
}

func anaphoric(lemma string) bool {
	switch lemma {
	case "he", "she", "it", "they", "him", "her", "them", "who", "which":
		return true
	}
	return false
}

// introduce makes an entity of somebody without a name.
func (d *discourse) introduce(k int) int {
	m := &d.mentions[k]
	words := stretch{m.from, m.tail}
	for i := m.to; i < m.tail; i++ {
		if ofCalendar(d.words[i].Form) {
			words.to = m.to // "the ministry on Thursday night"
		}
	}
	e := entity{name: plainName(d.textOf(words)), actor: d.describedActor(m), person: d.human(m), described: true, plural: m.plural, first: m.from, last: m.from, role: words}
	d.entities = append(d.entities, e)
	m.entity = len(d.entities) - 1
	d.describe(m.entity, words)
	return m.entity
}

// compatible reports whether a mention can stand for an entity at all.
func (d *discourse) compatible(k, e int) bool {
	x := &d.entities[e]
	if d.ofOthers(&d.mentions[k], x) {
		return false
	}
	a, _ := d.lex.Actor(x.actor)
	lemma := d.words[d.mentions[k].head].lemma
	switch lemma {
	case "he", "she", "him", "her":
		if g := genderOf(lemma); x.gender != anyGender && x.gender != g {
			return false
		}
		return !x.plural && (x.person && x.actor == "" || a.Kind == "person" || a.Kind == "office")
	case "it", "which":
		return !x.person && !x.plural
	case "they", "them":
		return x.plural || !x.person || x.actor != ""
	}
	return true
}

// human reports whether a description is of people.
func (d *discourse) human(m *mention) bool {
	w := &d.words[m.head]
	if m.kind != pronoun && (w.speech != nil || w.known != "" && w.known != "person" && w.known != "office") {
		return false // "her statement", "the army"
	}
	return w.people != "" && w.people != "group" || titles[w.lemma] || m.kind == pronoun && w.lemma != "it"
}

// antecedents lists the entities that an anaphor may mean, nearest first.
func (d *discourse) antecedents(t *talk, k int) []int {
	const most, reach = 10, 120
	var out []int
	for i := len(t.spoken) - 1; i >= max(0, len(t.spoken)-4); i-- {
		if !containsInt(out, t.spoken[i]) && d.compatible(k, t.spoken[i]) {
			out = append(out, t.spoken[i])
		}
	}
	for j := k - 1; j >= max(0, k-reach) && len(out) < most; j-- {
		if e := d.mentions[j].entity; e >= 0 && !containsInt(out, e) && d.compatible(k, e) {
			out = append(out, e)
		}
	}
	head := strings.ToLower(d.words[d.mentions[k].head].Form)
	if d.mentions[k].kind == pronoun {
		return out
	}
	for e := len(d.entities) - 1; e >= max(0, len(d.entities)-100) && len(out) < 2*most; e-- {
		if contains(d.entities[e].roles, head) && d.entities[e].first < d.mentions[k].from && !containsInt(out, e) && d.compatible(k, e) {
			out = append(out, e)
		}
	}
	return out
}

func containsInt(list []int, n int) bool {
	for _, x := range list {
		if x == n {
			return true
		}
	}
	return false
}

// means is how likely mention k means entity e.
func (x *Extractor) means(d *discourse, t *talk, k, e int) float32 {
	model := x.models.statements.meant
	if model == nil {
		return d.ruledMeaning(t, k, e)
	}
	d.meaningFeatures(&t.features, t, k, e)
	var p [2]float32
	model.Probabilities(&t.features, p[:])
	return p[1]
}

// ruledMeaning is the fallback: roles in common for a description, the kind
// of entity and how lately it spoke for a pronoun.
func (d *discourse) ruledMeaning(t *talk, k, e int) float32 {
	m, x := &d.mentions[k], &d.entities[e]
	p := float32(0)
	if m.kind == pronoun {
		fits := false
		switch d.words[m.head].lemma {
		case "he", "she", "him", "her", "who":
			fits = x.person || x.actor == "" && !x.plural
		case "it", "which":
			fits = !x.person && !x.plural
		case "they", "them":
			fits = x.plural || !x.person
		}
		if !fits {
			return 0
		}
		p = 0.55
	} else if contains(x.roles, strings.ToLower(d.words[m.head].Form)) && m.plural == x.plural {
		p = 0.7
	}
	if ago := t.ago(e); ago >= 0 && p > 0 {
		p += 0.25 / float32(1+ago)
	}
	return p
}

// meaningFeatures describes entity e as what mention k means.
func (d *discourse) meaningFeatures(f *linear.Features, t *talk, k, e int) {
	f.Reset()
	m, x := &d.mentions[k], &d.entities[e]
	head := strings.ToLower(d.words[m.head].Form)
	form := "description"
	if m.kind == pronoun {
		form = d.words[m.head].lemma
	}
	class := d.words[m.head].people
	kind := "other"
	switch {
	case x.person:
		kind = "person"
	case x.actor != "":
		a, _ := d.lex.Actor(x.actor)
		kind = a.Kind
	case x.described:
		kind = "thing"
	}
	if x.plural {
		kind += "s"
	}
	ago := t.ago(e)
	same := m.kind != pronoun && contains(x.roles, head)
	f.Add("form kind", form, kind)
	f.Add("head kind", head, kind)
	f.Add("ago", bucket(ago), form)
	f.Add("ago kind", bucket(ago), form, kind)
	f.Add("fit", form, kind, bucket(ago), strconv.FormatBool(same))
	f.Add("role", strconv.FormatBool(same), class, m.article)
	f.Add("role ago", strconv.FormatBool(same), bucket(ago))
	f.Add("plural", strconv.FormatBool(m.plural), strconv.FormatBool(x.plural), form)
	f.AddIf(m.kind != pronoun && contains(x.words, head), "name holds head", form)
	d.distanceFeatures(f, t, k, e, form, kind)
	shared := 0
	for i := m.from; i < m.to; i++ {
		if contains(x.roles, strings.ToLower(d.words[i].Form)) {
			shared++
		}
	}
	f.Add("shared", bucket(shared), bucket(m.to-m.from), m.article)
}

// distanceFeatures tell how far back entity e stands from mention k, and how it
// was mentioned there.
func (d *discourse) distanceFeatures(f *linear.Features, t *talk, k, e int, form, kind string) {
	m, x, ago := &d.mentions[k], &d.entities[e], t.ago(e)
	sentences := d.words[m.from].sentence - d.words[min(d.lastBefore(k, e), len(d.words)-1)].sentence
	f.Add("distance", bucket(sentences), form)
	f.Add("distance kind", bucket(sentences), form, kind)
	f.AddIf(t.latest() == e, "latest", form, kind)
	if g := genderOf(d.words[m.head].lemma); g != anyGender {
		f.Add("gender", strconv.Itoa(int(g)), strconv.Itoa(int(x.gender)))
	}
	if last := d.mentionBefore(k, e); last >= 0 {
		n := &d.mentions[last]
		opens := d.firstMention(d.sentence(n.from).from) == last
		f.Add("antecedent", strconv.FormatBool(opens), strconv.FormatBool(n.owner), form, bucket(sentences))
		f.Add("antecedent rel", d.words[n.head].Rel, form, bucket(sentences))
		f.AddIf(prepositional(d.at(n.from-1, n.from)), "behind preposition", form)
	} else {
		f.Add("not mentioned", form)
	}
	rank := bucket(d.between(k, e))
	f.Add("rank", rank, form, bucket(ago))
	f.Add("rank distance", rank, form, bucket(sentences), strconv.FormatBool(ago == 0))
}

// between counts the entities that could be meant and are named behind the
// latest mention of e.
func (d *discourse) between(k, e int) int {
	const reach = 120
	var seen []int
	for j := k - 1; j >= max(0, k-reach) && len(seen) < 13; j-- {
		n := d.mentions[j].entity
		if n == e {
			return len(seen)
		}
		if n >= 0 && !containsInt(seen, n) && d.compatible(k, n) {
			seen = append(seen, n)
		}
	}
	return len(seen)
}

// lastBefore is the first word of the latest mention of e before mention k.
func (d *discourse) lastBefore(k, e int) int {
	if j := d.mentionBefore(k, e); j >= 0 {
		return d.mentions[j].from
	}
	return d.entities[e].first
}

// mentionBefore is the latest mention of e before mention k, -1 where none is near.
func (d *discourse) mentionBefore(k, e int) int {
	const reach = 200
	for j := k - 1; j >= max(0, k-reach); j-- {
		if d.mentions[j].entity == e {
			return j
		}
	}
	return -1
}
