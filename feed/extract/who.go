package extract

import (
	"strings"

	"crisisdesk/feed/extract/linear"
	"crisisdesk/feed/language"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// party is somebody named in a page who may have a part in an event.
type party struct {
	key   string // the lexicon's entry, else the words
	named int    // how often the page names it
	first model.Actor
}

// parties collects who is named in a page, each once, in the order of the text.
func (e *events) parties() map[string]*party {
	out := map[string]*party{}
	for i := range e.names {
		for k := range e.names[i] {
			n := &e.names[i][k]
			key := e.partyKey(i, n)
			if key == "" {
				continue
			}
			if out[key] == nil {
				out[key] = &party{key: key, first: e.actor(i, n)}
			}
			out[key].named++
		}
	}
	return out
}

// partyKey tells parties apart: "" for what is only a place or an outlet.
func (e *events) partyKey(sentence int, n *naming) string {
	switch {
	case n.actor != "":
		return n.actor
	case n.people != "" || n.proper:
		return lower(e.nameText(sentence, n))
	}
	return ""
}

// actor makes an Actor of a naming, without a role: its name is the fullest
// that the page has for it. Adjectives and metonyms ("Pakistani", "Islamabad")
// give the name of the entry.
func (e *events) actor(sentence int, n *naming) model.Actor {
	if n.actor == "" {
		return model.Actor{Name: e.nameText(sentence, n) + e.inBrackets(sentence, n)}
	}
	entry, _ := e.x.lex.Actor(n.actor)
	side, _ := e.x.lex.Side(n.actor)
	out := model.Actor{ID: entry.ID, Name: e.called[n.actor], Side: side.ID}
	if out.Name == "" {
		out.Name = entry.Name
	}
	return out
}

// callActors notes the fullest name that the page has for each actor, with
// the short form that follows it in brackets.
func (e *events) callActors() {
	e.called = map[string]string{}
	for i := range e.names {
		for k := range e.names[i] {
			n := &e.names[i][k]
			if n.actor == "" || n.as != lexicon.Proper {
				continue
			}
			if name := e.nameText(i, n) + e.inBrackets(i, n); len(name) > len(e.called[n.actor]) {
				e.called[n.actor] = name
			}
		}
	}
}

// inBrackets is a short form that follows a name: " (ISPR)", "" where none does.
func (e *events) inBrackets(sentence int, n *naming) string {
	ts := e.sentence(sentence).Tokens
	if n.end+2 >= len(ts) || ts[n.end].Form != "(" || ts[n.end+2].Form != ")" {
		return ""
	}
	short := ts[n.end+1].Form
	if short != strings.ToUpper(short) || len(short) > 8 || short[0] < 'A' || short[0] > 'Z' {
		return ""
	}
	return " (" + short + ")"
}

// actors gives the parties of an event their roles.
func (e *events) actors(group []int, kind model.Kind) []model.Actor {
	m := e.x.models.incidents.role
	type part struct {
		actor model.Actor
		p     [3]float32
		order int
	}
	parts := map[string]*part{}
	var keys []string
	e.eachCandidate(group, func(t *telling, sentence int, n *naming) {
		key := e.partyKey(sentence, n)
		if key == "" {
			return
		}
		var p [3]float32
		if m == nil {
			p = e.roleByRule(t, sentence, n, kind)
		} else {
			e.roleFeatures(t, sentence, n, kind, &e.bag)
			m.Probabilities(&e.bag, p[:])
		}
		if parts[key] == nil {
			parts[key] = &part{actor: e.actor(sentence, n), order: len(keys)}
			keys = append(keys, key)
		}
		for k := range p {
			parts[key].p[k] = max(parts[key].p[k], p[k])
		}
	})
	var out []model.Actor
	for role, label := range []model.Role{1: model.Initiator, 2: model.Target} {
		if role == 0 {
			continue
		}
		top := float32(0)
		for _, k := range keys {
			top = max(top, parts[k].p[role])
		}
		for _, k := range keys {
			q := parts[k]
			if q.p[role] >= roleAbove && q.p[role] >= q.p[3-role] || q.p[role] == top && top > roleLeast && q.p[role] >= q.p[3-role] {
				a := q.actor
				a.Role = label
				out = append(out, a)
			}
		}
	}
	return out
}

var roleAbove, roleLeast = float32(0.4), float32(0.15)

// eachCandidate calls f for every naming that may have a part in an event:
// those of the sentences that tell of it, and of the one before.
func (e *events) eachCandidate(group []int, f func(t *telling, sentence int, n *naming)) {
	seen := map[int]bool{}
	for _, i := range group {
		t := &e.tellings[i]
		for s := t.sentence; s >= max(0, t.sentence-1); s-- {
			if s != t.sentence && seen[s] {
				continue
			}
			seen[s] = true
			for k := range e.names[s] {
				f(t, s, &e.names[s][k])
			}
		}
		for _, n := range e.objects(t) {
			f(t, t.sentence, &n)
		}
	}
}

// objects are the things without a name that suffer a telling: what the verb
// has for an object, or the noun with "on" or "against".
func (e *events) objects(t *telling) []naming {
	s := e.sentence(t.sentence)
	if !s.Parsed || !violent(t.kind) {
		return nil
	}
	at := headToken(s, t.start, t.end)
	var out []naming
	for i := range s.Tokens {
		c := &s.Tokens[i]
		if c.Head != at || i >= t.start && i < t.end || c.UPOS != language.NOUN {
			continue
		}
		switch c.Rel {
		case "obj", "nsubj:pass":
		case "nmod", "obl":
			if w := caseOf(s, i); w != "on" && w != "against" && w != "at" && w != "into" {
				continue
			}
		default:
			continue
		}
		start := i
		for start > 0 && start > i-4 && e.class[t.sentence][start-1] != "date" && modifies(s, start-1, i) {
			start--
		}
		if n := (naming{start: start, end: i + 1, proper: true}); !covered(e.names[t.sentence], i, i+1) {
			out = append(out, n)
		}
	}
	return out
}

// caseOf is the preposition that marks a token.
func caseOf(s *language.Sentence, at int) string {
	for i := at - 1; i >= 0 && i > at-6; i-- {
		if s.Tokens[i].Head == at && s.Tokens[i].Rel == "case" {
			return lower(s.Tokens[i].Form)
		}
	}
	return ""
}

// modifies reports whether a token is an adjective or noun before the head.
func modifies(s *language.Sentence, i, head int) bool {
	if s.Tokens[i].Head != head {
		return false
	}
	switch s.Tokens[i].Rel {
	case "amod", "compound", "nummod":
		return true
	}
	return false
}

// roleByRule: who stands before a verb or owns a noun begins it, who follows
// suffers it.
func (e *events) roleByRule(t *telling, sentence int, n *naming, kind model.Kind) [3]float32 {
	if sentence != t.sentence || n.actor == "" {
		return [3]float32{1, 0, 0}
	}
	if n.end <= t.start || kind.Family() == model.Diplomatic {
		return [3]float32{0, 1, 0}
	}
	return [3]float32{0, 0, 1}
}

// roleFeatures describes how a naming stands to the word that tells of an event.
func (e *events) roleFeatures(t *telling, sentence int, n *naming, kind model.Kind, f *linear.Features) {
	f.Reset()
	class := e.nameClass(n)
	k := string(kind)
	f.Add("kind", k)
	f.Add("class", class)
	f.Add("class", class, k)
	if sentence != t.sentence {
		f.Add("before")
		f.Add("before", class, k)
		return
	}
	s := e.sentence(sentence)
	word := func(i int) string {
		if i < 0 || i >= len(s.Tokens) {
			return ""
		}
		return lower(s.Tokens[i].Form)
	}
	side, gap := "left", t.start-n.end
	if n.start >= t.end {
		side, gap = "right", n.start-t.end
	} else if n.end > t.start {
		side, gap = "in", 0
	}
	family := string(kind.Family())
	part := t.part()
	prep := e.preposition(s, n)
	f.Add("side", side, part, family)
	f.Add("side", side, k)
	f.Add("side", side, t.lemma)
	f.Add("side", side, class, family)
	f.Add("gap", side, grade(gap, 0, 1, 3, 6, 12, 20))
	f.Add("gap", side, grade(gap, 0, 1, 3, 6, 12, 20), part, family)
	f.Add("prep", prep)
	f.Add("prep", prep, side, part, family)
	f.Add("prep", prep, side, k)
	f.Add("prep", prep, t.lemma)
	f.Add("prep", prep, class, family)
	f.Add("next", word(n.end), side)
	f.Add("possessive", grade(boolInt(word(n.end) == "'s" || word(n.end) == "’s"), 0), side, part, family)
	voice := "active"
	if t.verb && passive(s, t) {
		voice = "passive"
	}
	f.Add("voice", voice, side, family)
	f.Add("voice", voice, side, prep, family)
	from, to := n.end, t.start
	if side == "right" {
		from, to = t.end, n.start
	}
	if to-from <= 5 {
		h := ""
		for i := from; i < to; i++ {
			h += e.class[sentence][i] + " "
		}
		f.Add("path", side, h)
		f.Add("path", side, h, family)
	}
	for i := from; i < to && i < from+12; i++ {
		switch c := e.class[sentence][i]; c {
		case "word", "NOUN", "ADJ", "ADV", "PROPN":
		default:
			f.Add("between", side, c)
		}
	}
	f.Add("order", grade(e.order(sentence, n), 0, 1, 2, 4))
	for _, m := range e.marks[sentence].speech {
		f.AddIf(m.Start == n.end || m.Start == n.end+1, "speaks")
		f.AddIf(m.End == n.start, "spoke")
	}
	if s.Parsed {
		e.rolePath(s, t, n, k, class, f)
	}
}

// preposition is the preposition that a naming hangs on, "" where it has none.
func (e *events) preposition(s *language.Sentence, n *naming) string {
	for i := n.start - 1; i >= 0 && i >= n.start-4; i-- {
		switch w := lower(s.Tokens[i].Form); w {
		case "by", "on", "against", "in", "of", "with", "between", "from", "to", "at", "for", "into", "over", "after", "near", "inside", "and", "as", "among", "towards":
			return w
		case "the", "a", "an", "of-the", "two", "his", "its", "their":
		default:
			if i < n.start-2 || s.Tokens[i].UPOS != language.ADJ && s.Tokens[i].UPOS != language.PROPN && s.Tokens[i].UPOS != language.NUM {
				return ""
			}
		}
	}
	return ""
}

// order is how many namings of the sentence stand before one.
func (e *events) order(sentence int, n *naming) int {
	for k := range e.names[sentence] {
		if e.names[sentence][k].start >= n.start {
			return k
		}
	}
	return 0
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// passive reports whether a verb follows a form of "be" or "get".
func passive(s *language.Sentence, t *telling) bool {
	for i := t.start - 1; i >= 0 && i >= t.start-3; i-- {
		switch lower(s.Tokens[i].Form) {
		case "was", "were", "been", "being", "is", "are", "be", "got", "'s":
			return true
		}
	}
	return false
}

// rolePath is the way through the tree from a naming to a telling.
func (e *events) rolePath(s *language.Sentence, t *telling, n *naming, kind, class string, f *linear.Features) {
	up := func(at int) (path []int) {
		for range 12 {
			path = append(path, at)
			if at = s.Tokens[at].Head; at < 0 {
				break
			}
		}
		return path
	}
	a, b := up(headToken(s, n.start, n.end)), up(headToken(s, t.start, t.end))
	for i, x := range a {
		for j, y := range b {
			if x != y {
				continue
			}
			way := ""
			for _, k := range a[:i] {
				way += s.Tokens[k].Rel + ">"
			}
			for k := j - 1; k >= 0; k-- {
				way += "<" + s.Tokens[b[k]].Rel
			}
			f.Add("way", way)
			f.Add("way", way, t.part(), string(model.Kind(kind).Family()))
			f.Add("way", way, kind)
			f.Add("way", way, class)
			f.Add("rel", s.Tokens[a[0]].Rel, kind)
			f.Add("steps", grade(i+j, 0, 1, 2, 3, 5))
			return
		}
	}
}

// headToken is the token of a run whose head lies outside it.
func headToken(s *language.Sentence, start, end int) int {
	for i := start; i < end; i++ {
		if h := s.Tokens[i].Head; h < start || h >= end {
			return i
		}
	}
	return end - 1
}
