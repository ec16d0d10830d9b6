package extract

import (
	"crisisdesk/feed/language"
	"crisisdesk/feed/linear"
	"crisisdesk/model"
)

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
	f.Add("possessive", grade(one(word(n.end) == "'s" || word(n.end) == "’s"), 0), side, part, family)
	voice := "active"
	if t.verb && passive(s, t) {
		voice = "passive"
	}
	f.Add("voice", voice, side, family)
	f.Add("voice", voice, side, prep, family)
	e.roleBetween(t, sentence, n, side, family, f)
	f.Add("order", grade(e.order(sentence, n), 0, 1, 2, 4))
	for _, m := range e.marks[sentence].speech {
		f.AddIf(m.Start == n.end || m.Start == n.end+1, "speaks")
		f.AddIf(m.End == n.start, "spoke")
	}
	if s.Parsed {
		e.rolePath(s, t, n, k, class, f)
	}
}

// roleBetween describes the words between a naming and a telling.
func (e *events) roleBetween(t *telling, sentence int, n *naming, side, family string, f *linear.Features) {
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
	a, b := pathIn(s, headToken(s, n.start, n.end), 12), pathIn(s, headToken(s, t.start, t.end), 12)
	i, j, ok := meeting(a, b)
	if !ok {
		return
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
