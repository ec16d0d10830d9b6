package extract

import (
	"cmp"

	"crisisdesk/feed/language"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// telling is a word of a page that may tell of an event: a verb, a noun, or a
// word for what became of people.
type telling struct {
	sentence   int
	start, end int // tokens of the word
	kinds      kindSet
	strong     bool // the word is an event by itself
	verb       bool
	outcome    string // of a word that says what became of people
	lemma      string

	kind   model.Kind
	family model.Family
	odds   [len(kindNames)]float32 // probability of each kind
	keep   float32                 // how likely it tells of an event that counts
	said   model.When              // date said in the same sentence
	dated  bool                    // a date is said in the same sentence
	words  model.Span              // of somebody, in which it stands; the zero Span where the page speaks for itself
	heard  bool                    // the date is that on which these were said
}

// gap is how many tokens stand between a telling and others of its sentence.
func (t *telling) gap(start, end int) int { return max(start-t.end, t.start-end, 0) }

// violent reports whether a telling is most likely one of violence.
func (t *telling) violent() bool { return t.family == model.Violent }

// kindSet is a set of kinds, by their place in kindNames.
type kindSet uint32

var kindNames = [...]model.Kind{
	model.Airstrike, model.DroneStrike, model.Shelling, model.Clash, model.Attack, model.Bombing, model.Killing,
	model.Abduction, model.Arrest, model.Closure, model.Restriction, model.Deportation, model.Protest, model.Legal,
	model.Talks, model.Visit, model.Ceasefire, model.Agreement, model.Mediation, model.Recognition, model.Release,
	model.Other,
}

var kindIndex = func() map[model.Kind]int {
	m := map[model.Kind]int{}
	for i, k := range kindNames {
		m[k] = i
	}
	return m
}()

// relatives are, for each kind, those of its family.
var relatives = func() (out [len(kindNames)]kindSet) {
	for i, k := range kindNames {
		for j, o := range kindNames {
			if k.Family() == o.Family() {
				out[i] |= 1 << j
			}
		}
	}
	return out
}()

func (s kindSet) has(i int) bool { return s&(1<<i) != 0 }

// first is the kind that the lexicon names first.
func (s kindSet) first() model.Kind {
	for i, k := range kindNames {
		if s.has(i) {
			return k
		}
	}
	return ""
}

// maxTellings bounds the work on one page.
const maxTellings = 4000

// findTellings lists the words that may tell of an event, in order.
func (e *events) findTellings() {
	for i := range e.sentences {
		if e.class[i] == nil {
			continue
		}
		m := &e.marks[i]
		at := len(e.tellings)
		for _, f := range m.events {
			e.tellings = append(e.tellings, eventTelling(i, f))
		}
		for _, f := range m.tolls {
			if !e.told(at, f.Start, f.End) {
				e.tellings = append(e.tellings, telling{
					sentence: i, start: f.Start, end: f.End, verb: f.Entries[0].POS == lexicon.Verb,
					outcome: f.Entries[0].Outcome, lemma: f.Entries[0].Lemma,
				})
			}
		}
		e.otherVerbs(i, at)
		if len(e.tellings) > maxTellings {
			break
		}
	}
	e.resolveDates()
}

// judge decides how likely each telling tells of an event, and of which kind.
func (e *events) judge(m *incidentModels) {
	for i := range e.tellings {
		t := &e.tellings[i]
		if m.tell == nil {
			e.guess(t)
			continue
		}
		var p [2]float32
		e.tellFeatures(t, &e.bag)
		m.tell.Probabilities(&e.bag, p[:])
		t.keep = p[1]
		e.kindFeatures(t, &e.bag)
		m.kind.Probabilities(&e.bag, t.odds[:])
		e.weigh(m.sense, t)
		t.trustLexicon()
		t.kind = likeliest(&t.odds)
		t.family = t.kind.Family()
	}
	e.exchanges()
}

// What trustLexicon multiplies by.
const (
	lexicalKind = 2
	otherFamily = 0.1
)

// trustLexicon weighs the kinds that the lexicon gives to a word above those
// of its family, and these above all others: rare kinds have too few examples
// for a model to learn their words.
func (t *telling) trustLexicon() {
	if t.kinds == 0 {
		return
	}
	var near kindSet
	for i := range kindNames {
		if t.kinds.has(i) {
			near |= relatives[i]
		}
	}
	sum := float32(0)
	for i := range kindNames {
		switch {
		case t.kinds.has(i):
			t.odds[i] = t.odds[i]*lexicalKind + 0.02
		case !near.has(i):
			t.odds[i] *= otherFamily
		}
		sum += t.odds[i]
	}
	for i := range t.odds {
		t.odds[i] /= sum
	}
}

func likeliest(odds *[len(kindNames)]float32) model.Kind {
	best := 0
	for k := range odds {
		if odds[k] > odds[best] {
			best = k
		}
	}
	return kindNames[best]
}

func eventTelling(sentence int, f lexicon.Found[lexicon.EventWord]) telling {
	t := telling{sentence: sentence, start: f.Start, end: f.End}
	for _, w := range f.Entries {
		t.kinds |= 1 << kindIndex[model.Kind(w.Kind)]
		t.strong = t.strong || w.Strong
		t.verb = t.verb || w.POS == lexicon.Verb
		t.lemma = w.Lemma
	}
	t.kind = model.Kind(f.Entries[0].Kind)
	t.family = t.kind.Family()
	t.odds[kindIndex[t.kind]] = 1
	return t
}

// told reports whether a telling lies at some of these tokens.
func (e *events) told(from, start, end int) bool {
	for i := from; i < len(e.tellings); i++ {
		if e.tellings[i].start < end && start < e.tellings[i].end {
			return true
		}
	}
	return false
}

// otherVerbs adds the verbs of a sentence that no list of the lexicon has.
func (e *events) otherVerbs(i, from int) {
	s := e.sentence(i)
	listed := len(e.tellings)
	for k := range s.Tokens {
		if !isVerb(&s.Tokens[k]) || e.class[i][k] == "speech" {
			continue
		}
		covered := false
		for j := from; j < listed; j++ {
			covered = covered || k >= e.tellings[j].start && k < e.tellings[j].end
		}
		if !covered {
			e.tellings = append(e.tellings, telling{sentence: i, start: k, end: k + 1, verb: true, lemma: lemmaOf(&s.Tokens[k])})
		}
	}
}

// resolveDates works out when each time expression was, sentence by sentence:
// those of one sentence count from what was told before it.
func (e *events) resolveDates() {
	e.times = make([][]model.When, len(e.sentences))
	next := 0
	for i := range e.dates {
		for k := range e.dates[i] {
			m := &e.dates[i][k]
			w := e.clock.resolve(m)
			e.times[i] = append(e.times[i], w)
			if m.kind == onCalendar && m.month != 0 && w.Known() {
				e.clock.month = cmp.Or(w.From, w.To)
			}
		}
		for ; next < len(e.tellings) && e.tellings[next].sentence == i; next++ {
			t := &e.tellings[next]
			if e.date(t); t.said.Bounded() && t.said.Days() < 4 {
				e.clock.story = t.said.From
			}
		}
	}
}

// date gives a telling the date said closest to it.
func (e *events) date(t *telling) {
	_, t.words = e.sayer(t)
	if k := e.closestDate(t); k >= 0 {
		m := &e.dates[t.sentence][k]
		t.said, t.dated, t.heard = e.begun(t, m, e.times[t.sentence][k]), true, e.ofTeller(t, m)
	}
}

// closestDate is the date of its own sentence that stands nearest to a
// telling, rather one of its own than one on which somebody told of it; -1 if
// none is said.
func (e *events) closestDate(t *telling) int {
	best, at := 1<<30, -1
	for k := range e.dates[t.sentence] {
		m := &e.dates[t.sentence][k]
		gap := t.gap(m.start, m.end)
		if e.ofTeller(t, m) {
			gap += longestTelling
		}
		if e.times[t.sentence][k].Known() && gap < best {
			best, at = gap, k
		}
	}
	return at
}

// begun is when a telling happened, where an expression may say since when:
// then on the first day, unless it went on.
func (e *events) begun(t *telling, m *moment, when model.When) model.When {
	if m.since && m.day != 0 && !e.lasts(t, m) {
		return e.clock.interval(m)
	}
	return when
}

// lasts reports whether what a telling tells went on ever since a day ("forty
// were killed since 12 October"), and did not happen on it ("closed since 12
// October", "since 12 October, when they fought").
func (e *events) lasts(t *telling, since *moment) bool {
	if t.start > since.end {
		return false
	}
	for i, k := range kindNames {
		if t.kinds.has(i) && k != model.Deportation && !violent(k) {
			return false
		}
	}
	return true
}

// guess is the rule that decides where no model is trained: strong words, and
// weak ones beside a name and a date or toll, unless they are only possible.
func (e *events) guess(t *telling) {
	s := e.sentence(t.sentence)
	if unreal(s, t) {
		return
	}
	score := float32(0.1)
	if t.strong {
		score += 0.4
	}
	if t.dated {
		score += 0.2
	}
	for _, n := range e.names[t.sentence] {
		if n.place != "" {
			score += 0.15
			break
		}
	}
	if len(e.figures[t.sentence]) > 0 && len(e.marks[t.sentence].tolls) > 0 && kindIndex[t.kind] <= kindIndex[model.Abduction] {
		score += 0.2
	}
	if t.outcome != "" {
		score = 0
	}
	t.keep = score
}

// unreal reports whether the words before one make it a plan, a wish or a
// denial: "will strike", "to attack", "no talks".
func unreal(s *language.Sentence, t *telling) bool {
	for i := t.start - 1; i >= 0 && i > t.start-5; i-- {
		switch lower(s.Tokens[i].Form) {
		case "will", "would", "could", "may", "might", "should", "must", "can", "if", "no", "not", "never", "any", "against":
			return true
		case "to":
			return t.verb && i == t.start-1
		case ",", ";", "when", "after":
			return false
		}
	}
	return false
}
