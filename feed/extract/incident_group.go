package extract

import (
	"crisisdesk/feed/linear"
	"crisisdesk/model"
)

// What must hold of probabilities and log-odds, chosen by cross-validation on
// the training documents.
var (
	keepAbove  = float32(0.3)  // of a telling that counts
	worthAbove = float32(0.45) // of an event that becomes a report
	joinAbove  = -0.5          // mean log-odds at which a telling joins an event
)

// groups puts tellings of one event together: indices into e.tellings, the
// events in the order in which they are first told. A telling joins the event
// whose tellings it is most like on average.
func (e *events) groups() [][]int { return e.groupsBy(e.x.models.incidents) }

func (e *events) groupsBy(m *incidentModels) [][]int {
	var out [][]int
	e.alike = map[[2]int]float64{}
	for i := range e.tellings {
		if e.tellings[i].keep < keepAbove {
			continue
		}
		best, at := joinAbove, -1
		for g := max(0, len(out)-48); g < len(out); g++ {
			if e.tellings[out[g][0]].kind.Family() != e.tellings[i].kind.Family() {
				continue
			}
			if score := e.likeness(m, out[g], i); score > best {
				best, at = score, g
			}
		}
		if at < 0 {
			out = append(out, []int{i})
		} else {
			out[at] = append(out[at], i)
		}
	}
	if m.merge != nil {
		out = e.mergeGroups(m, out)
	}
	return out
}

// likeness is the mean of the log-odds that telling i is of one event with
// each telling of a group.
func (e *events) likeness(m *incidentModels, group []int, i int) float64 {
	sum, n := 0.0, 0
	for k := len(group) - 1; k >= 0 && n < 8; k-- {
		n++
		switch {
		case m.same != nil:
			sum += e.oneOdds(m, group[k], i)
		case e.sameByRule(&e.tellings[group[k]], &e.tellings[i]):
			sum++
		default:
			sum--
		}
	}
	return sum / float64(n)
}

// sameByRule decides where no model is trained.
func (e *events) sameByRule(a, b *telling) bool {
	if a.kind.Family() != b.kind.Family() || a.dated && b.dated && !near(a.said, b.said) {
		return false
	}
	return a.kind == b.kind || a.sentence == b.sentence && violent(a.kind)
}

// near reports whether two intervals come within a day of each other.
func near(a, b model.When) bool {
	if a.Bounded() {
		a.From, a.To = a.From-1, a.To+1
	}
	return a.Overlaps(b)
}

// sameFeatures compares two tellings, a before b.
func (e *events) sameFeatures(a, b *telling, f *linear.Features) {
	f.Reset()
	kinds := string(a.kind) + "+" + string(b.kind)
	if b.kind < a.kind {
		kinds = string(b.kind) + "+" + string(a.kind)
	}
	family := "families"
	switch {
	case a.kind == b.kind:
		family = "kind"
	case a.kind.Family() == b.kind.Family():
		family = "family"
	}
	f.Add("alike", family)
	f.Add("kinds", kinds)
	f.AddIf(a.lemma == b.lemma, "lemma", family)
	f.AddIf(a.lemma == b.lemma, "lemma", string(a.kind))
	f.AddIf(a.kinds&b.kinds != 0, "lexical kind")
	f.Add("parts", a.part(), b.part(), family)

	gap := grade(b.sentence-a.sentence, 0, 1, 2, 4, 8, 16)
	f.Add("gap", gap)
	f.Add("gap", gap, family)
	f.Add("gap", gap, kinds)
	sa, sb := e.sentence(a.sentence), e.sentence(b.sentence)
	f.AddIf(sa.Block == sb.Block, "block", family)
	f.Add("article", article(sb, b), family)
	f.Add("article", article(sb, b), article(sa, a))
	f.AddIf(e.kinds[sa.Block] == model.Title, "title", family)
	f.AddIf(e.kinds[sa.Block] == model.Title, "title", string(b.kind))
	if a.sentence == b.sentence {
		e.betweenFeatures(a, b, f)
	}
	e.agreementFeatures(a, b, family, f)
}

// betweenFeatures are the words between two tellings of one sentence.
func (e *events) betweenFeatures(a, b *telling, f *linear.Features) {
	s := e.sentence(a.sentence)
	d := grade(b.start-a.end, 0, 1, 3, 6, 12, 20)
	f.Add("distance", d)
	f.Add("distance", d, string(a.kind), string(b.kind))
	for i := a.end; i < b.start && i < a.end+12; i++ {
		switch c := e.class[a.sentence][i]; c {
		case "word", "NOUN", "ADJ", "PROPN", "ADV", "VERB":
		default:
			f.Add("between", c)
		}
		switch w := lower(s.Tokens[i].Form); w {
		case "after", "before", "and", "while", "but", "when", "since", "as", "then", "later", ";", "killing", "in", "of":
			f.Add("between word", w, a.part(), b.part())
		}
	}
}

// agreementFeatures say whether dates, places, actors and figures agree.
func (e *events) agreementFeatures(a, b *telling, family string, f *linear.Features) {
	date := datesAgree(a, b)
	f.Add("date", date, family)
	f.Add("ages", e.age(a), e.age(b))
	places := e.agree(a.sentence, b.sentence, func(n *naming) string { return n.place })
	actors := e.agree(a.sentence, b.sentence, func(n *naming) string { return n.actor })
	f.Add("places", places, family)
	f.Add("actors", actors, family)
	f.Add("date and place", date, places, family)
	f.Add("date and kind", date, string(a.kind), string(b.kind))
	f.Add("place and kind", places, string(a.kind), string(b.kind))
	f.AddIf(e.shareFigure(a, b), "figure", family)
}

// datesAgree compares the dates said with two tellings: "agree", "differ", "first", "second", "none".
func datesAgree(a, b *telling) string {
	switch {
	case a.dated && b.dated && near(a.said, b.said):
		return "agree"
	case a.dated && b.dated:
		return "differ"
	case a.dated:
		return "first"
	case b.dated:
		return "second"
	}
	return "none"
}

// shareFigure reports whether one figure stands in the sentences of both.
func (e *events) shareFigure(a, b *telling) bool {
	if a.sentence == b.sentence {
		return false
	}
	for _, x := range e.figures[a.sentence] {
		for _, y := range e.figures[b.sentence] {
			if x.min == y.min && x.min > 2 {
				return true
			}
		}
	}
	return false
}

// agree compares what two sentences name: "share", "differ", "first", "second", "none".
func (e *events) agree(a, b int, key func(*naming) string) string {
	first, second := false, false
	for i := range e.names[a] {
		k := key(&e.names[a][i])
		if k == "" {
			continue
		}
		first = true
		for j := range e.names[b] {
			if key(&e.names[b][j]) == k {
				return "share"
			}
		}
	}
	for j := range e.names[b] {
		second = second || key(&e.names[b][j]) != ""
	}
	switch {
	case first && second:
		return "differ"
	case first:
		return "first"
	case second:
		return "second"
	}
	return "none"
}
