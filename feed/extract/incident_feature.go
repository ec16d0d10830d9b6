package extract

import (
	"crisisdesk/feed/language"
	"crisisdesk/feed/linear"
	"crisisdesk/model"
)

// tellFeatures describes a word that may tell of an event: the word, what the
// lexicon says of it, what stands around it, and how real and how recent the
// sentence makes it.
func (e *events) tellFeatures(t *telling, f *linear.Features) {
	f.Reset()
	e.wordFeatures(t, f)
	e.contextFeatures(t, f)
	e.realityFeatures(t, f)
	e.settingFeatures(t, f)
	if e.sentence(t.sentence).Parsed {
		e.treeFeatures(t, f)
	}
}

// kindFeatures describes what kind of event a word tells of: the word and the
// words of its sentence, the nearer the more.
func (e *events) kindFeatures(t *telling, f *linear.Features) {
	f.Reset()
	e.wordFeatures(t, f)
	s := e.sentence(t.sentence)
	for i := range s.Tokens {
		if i >= t.start && i < t.end || i < t.start-20 || i > t.end+20 {
			continue
		}
		w := lemmaOf(&s.Tokens[i])
		f.Add("with", w)
		f.AddIf(i > t.start-6 && i < t.end+6, "near", w)
	}
	for _, m := range e.marks[t.sentence].events {
		if m.Start == t.start {
			continue
		}
		for _, w := range m.Entries {
			f.Add("beside", w.Kind)
			f.AddIf(w.Strong, "strong beside", w.Kind)
			f.AddIf(t.kinds == 0, "bare beside", w.Kind)
		}
	}
}

func (t *telling) part() string {
	switch {
	case t.outcome != "" && t.kinds == 0:
		return "toll"
	case t.verb:
		return "verb"
	case t.kinds == 0:
		return "other"
	}
	return "noun"
}

func (e *events) wordFeatures(t *telling, f *linear.Features) {
	s := e.sentence(t.sentence)
	part := t.part()
	last := lower(s.Tokens[t.end-1].Form)
	f.Add("lemma", t.lemma)
	f.Add("lemma", t.lemma, part)
	f.Add("form", last)
	f.Add("part", part)
	f.Add("tag", s.Tokens[t.end-1].XPOS)
	for i, k := range kindNames {
		if t.kinds.has(i) {
			f.Add("kind", string(k))
			f.Add("kind", string(k), part)
			f.AddIf(t.strong, "strong", string(k))
		}
	}
	f.AddIf(t.outcome != "", "outcome", t.outcome, part)
}

func (e *events) contextFeatures(t *telling, f *linear.Features) {
	s, c := e.sentence(t.sentence), e.class[t.sentence]
	at := func(list []string, i int) string {
		if i < 0 || i >= len(list) {
			return ""
		}
		return list[i]
	}
	word := func(i int) string {
		if i < 0 || i >= len(s.Tokens) {
			return ""
		}
		return lower(s.Tokens[i].Form)
	}
	a, b := t.start, t.end
	f.Add("w-1", word(a-1))
	f.Add("w-2", word(a-2))
	f.Add("w+1", word(b))
	f.Add("w+2", word(b+1))
	f.Add("w-1+1", word(a-1), word(b))
	f.Add("c-1", at(c, a-1))
	f.Add("c+1", at(c, b))
	f.Add("c-2-1", at(c, a-2), at(c, a-1))
	f.Add("c+1+2", at(c, b), at(c, b+1))
	f.Add("c+1+2+3", at(c, b), at(c, b+1), at(c, b+2))
	f.Add("lemma c-1", t.lemma, at(c, a-1))
	f.Add("lemma c+1", t.lemma, at(c, b))
	for i := max(0, a-7); i < min(len(s.Tokens), b+7); i++ {
		if i >= a && i < b {
			continue
		}
		f.Add("bag", word(i))
		if i < a {
			f.Add("left", c[i])
		} else {
			f.Add("right", c[i])
		}
	}
	for _, m := range e.marks[t.sentence].events {
		if m.Start != t.start {
			f.Add("beside", m.Entries[0].Kind)
			f.Add("beside", m.Entries[0].Kind, string(t.kinds.first()))
		}
	}
}

// irreal are words that make what follows a plan, a wish, a condition, a
// habit or a denial.
var irreal = map[string]string{
	"will": "modal", "would": "modal", "could": "modal", "may": "modal", "might": "modal", "should": "modal", "must": "modal",
	"can": "modal", "shall": "modal", "'ll": "modal", "wo": "modal", "ca": "modal", "cannot": "modal",
	"if": "if", "unless": "if", "whether": "if", "until": "if", "no": "not", "not": "not", "never": "not", "n't": "not", "n’t": "not",
	"without": "not", "neither": "not", "nor": "not", "any": "any", "every": "each", "each": "each", "often": "habit", "frequently": "habit",
	"regularly": "habit", "always": "habit", "repeatedly": "habit", "usually": "habit", "routinely": "habit", "sometimes": "habit",
	"plan": "plan", "plans": "plan", "planned": "plan", "planning": "plan", "due": "plan", "scheduled": "plan", "expected": "plan",
	"next": "plan", "want": "wish", "wants": "wish", "wanted": "wish", "urge": "wish", "urged": "wish", "call": "wish", "called": "wish",
	"demand": "wish", "demanded": "wish", "hope": "wish", "threat": "threat", "threatened": "threat", "warned": "threat", "vowed": "threat",
	"fear": "threat", "fears": "threat", "risk": "threat", "possible": "threat", "prevent": "threat", "avoid": "threat", "against": "against",
	"counter": "against", "anti": "against", "future": "plan", "potential": "threat", "more": "more", "further": "more", "another": "another",
	"new": "new", "since": "since", "past": "past", "previous": "past", "earlier": "past", "history": "past", "years": "past", "decades": "past",
}

func (e *events) realityFeatures(t *telling, f *linear.Features) {
	s := e.sentence(t.sentence)
	for i := t.start - 1; i >= 0 && i > t.start-10; i-- {
		w := lower(s.Tokens[i].Form)
		if w == ";" || w == ":" {
			break
		}
		if kind, ok := irreal[w]; ok {
			f.Add("before", kind)
			if t.start-i <= 4 {
				f.Add("just before", kind)
				f.Add("just before", kind, t.part())
			}
			if t.start-i == 1 {
				f.Add("right before", w)
			}
		}
		f.AddIf(w == "to" && i == t.start-1, "infinitive", t.part())
	}
	for i := t.end; i < min(len(s.Tokens), t.end+6); i++ {
		if kind, ok := irreal[lower(s.Tokens[i].Form)]; ok {
			f.Add("after", kind)
		}
	}
	for _, h := range e.marks[t.sentence].hedges {
		f.Add("hedge", h.Entries[0].Kind)
	}
	for _, m := range e.marks[t.sentence].speech {
		if m.Start < t.start {
			f.Add("said before", m.Entries[0].Act)
		} else {
			f.Add("said after", m.Entries[0].Act)
		}
	}
	f.AddIf(quoted(s, t.start), "quoted")
	if n := len(s.Tokens); n > 0 && s.Tokens[n-1].Form == "?" {
		f.Add("asked")
	}
	f.Add("article", article(s, t), t.part())
	f.Add("article", article(s, t), t.lemma)
}

// quoted reports whether a token stands within quotation marks.
func quoted(s *language.Sentence, at int) bool {
	for i := at - 1; i >= 0; i-- {
		switch s.Tokens[i].Quote {
		case language.OpenQuote:
			return true
		case language.CloseQuote:
			return false
		}
	}
	return false
}

// article is the word that opens the noun phrase of a telling.
func article(s *language.Sentence, t *telling) string {
	for i := t.start - 1; i >= 0 && i >= t.start-5; i-- {
		switch w := lower(s.Tokens[i].Form); w {
		case "the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "our", "'s", "’s", "such", "no", "any",
			"another", "other", "first", "second", "third", "last", "latest", "several", "some", "many", "all", "both", "two", "three":
			return w
		case ",", "in", "of", "by", "and", "to", "for", "on", "with":
			return ""
		}
	}
	return ""
}

func (e *events) settingFeatures(t *telling, f *linear.Features) {
	s := e.sentence(t.sentence)
	kind := t.kinds.first()
	f.Add("age", e.age(t))
	f.Add("age", e.age(t), string(kind))
	places, actors := 0, 0
	for i := range e.names[t.sentence] {
		n := &e.names[t.sentence][i]
		switch {
		case n.place != "":
			places++
		case n.actor != "" || n.proper:
			actors++
		}
	}
	f.AddIf(places > 0, "place")
	f.AddIf(places > 0, "place", string(kind))
	f.AddIf(actors > 0, "actor", string(kind))
	f.AddIf(len(e.figures[t.sentence]) > 0, "figure", string(kind))
	f.AddIf(len(e.marks[t.sentence].tolls) > 0, "toll", string(kind))
	f.Add("passage", passageNames[e.kinds[s.Block]])
	f.Add("block", e.blocks[s.Block].Kind.String())
	switch {
	case t.sentence < 3:
		f.Add("head")
	case t.sentence > len(e.sentences)*3/4:
		f.Add("tail")
	}
	f.Add("length", grade(len(s.Tokens), 6, 12, 20, 30, 45))
}

var passageNames = [...]string{model.Body: "body", model.Title: "title", model.Standfirst: "standfirst", model.Heading: "heading", model.Caption: "caption"}

// age says how long before publication the date said beside a telling is.
func (e *events) age(t *telling) string {
	if !t.dated {
		return "undated"
	}
	now := e.clock.now()
	if now == 0 {
		return "dated"
	}
	d := int(now - t.said.Latest())
	if t.said.Latest() == 0 {
		return "dated"
	}
	if d < 0 {
		return "future"
	}
	return grade(d, 1, 3, 10, 45, 200, 500, 1000)
}

var bucketNames = [...]string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"}

// grade names the first limit that n does not exceed.
func grade(n int, limits ...int) string {
	for i, l := range limits {
		if n <= l {
			return bucketNames[i]
		}
	}
	return bucketNames[len(limits)]
}

// treeFeatures are the telling's relation to its head and its own dependents.
func (e *events) treeFeatures(t *telling, f *linear.Features) {
	s := e.sentence(t.sentence)
	at := headToken(s, t.start, t.end)
	tok := &s.Tokens[at]
	f.Add("rel", tok.Rel)
	f.Add("rel", tok.Rel, t.part())
	if tok.Head >= 0 {
		h := &s.Tokens[tok.Head]
		f.Add("head", lemmaOf(h))
		f.Add("head", tok.Rel, lemmaOf(h))
		f.Add("head class", tok.Rel, e.class[t.sentence][tok.Head])
	}
	for i := range s.Tokens {
		if s.Tokens[i].Head != at {
			continue
		}
		c := &s.Tokens[i]
		f.Add("child", c.Rel)
		f.Add("child", c.Rel, e.class[t.sentence][i])
		f.Add("child", c.Rel, lemmaOf(c))
		f.AddIf(c.Rel == "nsubj" || c.Rel == "obj" || c.Rel == "nsubj:pass", "child", t.lemma, c.Rel)
	}
}
