package extract

import (
	"strings"

	"crisisdesk/feed/language"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

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
	if out.Name == "" || strings.EqualFold(out.Name, entry.Name) {
		out.Name = entry.Name // and not "SUDAN"
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
	if short := ts[n.end+1].Form; isShortForm(short) {
		return " (" + short + ")"
	}
	return ""
}

// isShortForm reports whether a word is written as an acronym.
func isShortForm(s string) bool {
	return len(s) > 1 && len(s) <= 8 && s == strings.ToUpper(s) && s[0] >= 'A' && s[0] <= 'Z'
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
			e.weighRole(t, sentence, n, kind, &p)
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

// roleAbove is how likely a part must be; the likeliest needs roleLeast.
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
		if c.Head != at || i >= t.start && i < t.end || c.UPOS != language.NOUN || uncounted[lower(c.Form)] {
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

// dateline reports whether a naming is the place that opens a report:
// "RAWALPINDI: ", "KABUL, Oct 10 — ".
func (e *events) dateline(i int, n *naming) bool {
	ts := e.sentence(i).Tokens
	if n.place == "" || n.start > 0 || n.end >= len(ts) {
		return false
	}
	switch ts[n.end].Form {
	case ":", "-", "–", "—", ",", "(":
		return true
	}
	return false
}
