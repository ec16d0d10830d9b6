package extract

import (
	"strconv"

	"crisisdesk/feed/language"
	"crisisdesk/feed/linear"
	"crisisdesk/model"
)

// outcomeNames are the classes of the toll model; the first is that a figure
// counts nobody who came to harm.
var outcomeNames = []string{
	"none", string(model.Killed), string(model.Wounded), string(model.Captured), string(model.Missing), string(model.Displaced),
}

// victims are the people that a figure counts, or a single one who is named.
type victims struct {
	figure
	who string
}

// victimsOf lists what may count victims in a sentence: its figures, and one
// person who is named or called "a soldier".
func (e *events) victimsOf(i int) []victims {
	s := e.sentence(i)
	var out []victims
	for _, f := range e.figures[i] {
		out = append(out, victims{f, e.counted(i, f.end)})
	}
	for k := range e.names[i] {
		n := &e.names[i][k]
		if n.people == "" && !n.proper && e.nameClass(n) != "person" || n.shared {
			continue
		}
		if n.people != "" && (!singular(s, n) || inFigure(out, n.start)) {
			continue
		}
		one := figure{start: n.start, end: n.end, number: n.start, min: 1, max: 1}
		out = append(out, victims{one, e.nameText(i, n)})
	}
	return out
}

func inFigure(vs []victims, token int) bool {
	for i := range vs {
		if token >= vs[i].start && token <= vs[i].end+2 {
			return true
		}
	}
	return false
}

// singular reports whether a noun for people means one: "a reporter", "their driver".
func singular(s *language.Sentence, n *naming) bool {
	t := &s.Tokens[n.end-1]
	if t.XPOS != "" {
		return t.XPOS == "NN" || t.XPOS == "NNP"
	}
	last := t.Form[len(t.Form)-1]
	return last != 's' && t.Form != "people" && t.Form != "children" && t.Form != "women" && t.Form != "men"
}

// counted is what a figure counts: the noun phrase after it, "people" where
// none follows.
func (e *events) counted(i, from int) string {
	s := e.sentence(i)
	if from < len(s.Tokens) && lower(s.Tokens[from].Form) == "of" {
		from++
		for from < len(s.Tokens) && (s.Tokens[from].UPOS == language.DET || s.Tokens[from].UPOS == language.NUM) {
			from++ // "five of the raiders", "ten of 214 men"
		}
	}
	if from < len(s.Tokens) && s.Tokens[from].UPOS == language.ADP {
		return "people" // "2,000 within two days"
	}
	end, noun := from, 0
	for end < len(s.Tokens) && end < from+5 && e.inPhrase(i, end) {
		end++
		if p := s.Tokens[end-1].UPOS; p == language.NOUN || p == language.PROPN || p == language.NoUPOS {
			noun = end
		}
	}
	if noun == 0 || uncounted[lower(s.Tokens[noun-1].Form)] {
		return "people"
	}
	return e.text[s.Tokens[from].Start:s.Tokens[noun-1].End]
}

// uncounted are the nouns after a figure that do not say whom it counts.
var uncounted = wordSet(`life lives death deaths dead body bodies corpse corpses coffin coffins casualty casualties fatality
	fatalities victim victims name names other others injury injuries`)

// inPhrase reports whether a token can stand in a noun phrase after a figure.
func (e *events) inPhrase(i, at int) bool {
	switch e.class[i][at] {
	case "toll", "date", "were", "in", "had", "have", "was", "and", "at", "on", "who", "are", "as":
		return false
	}
	t := &e.sentence(i).Tokens[at]
	switch t.UPOS {
	case language.NoUPOS:
		return t.Form[0] >= 'A'
	case language.NOUN, language.PROPN, language.ADJ, language.DET, language.NUM, language.PART:
		return true
	case language.ADP:
		return lower(t.Form) == "of"
	}
	return t.Form == "-"
}

// countTolls reads the figures of the page and gives each row to the event
// that it belongs to.
func (e *events) countTolls(groups [][]int) {
	e.tolls = map[int][]model.Casualty{}
	owners := e.owners(groups)
	for i := range e.sentences {
		if len(e.marks[i].tolls) == 0 && len(e.marks[i].events) == 0 && len(e.figures[i]) == 0 {
			continue
		}
		for _, v := range e.victimsOf(i) {
			outcome := e.outcome(i, &v)
			if outcome == "" {
				continue
			}
			if g := owners.of(i, &v, outcome); g >= 0 {
				e.addRow(groups[g][0], e.row(i, &v, outcome))
			}
		}
	}
}

// row makes the casualty row of a figure.
func (e *events) row(i int, v *victims, outcome model.Outcome) model.Casualty {
	s := e.sentence(i)
	return model.Casualty{
		Who: v.who, Outcome: outcome, Min: v.min, Max: v.max, ClaimedBy: e.claimedBy(i, v),
		Evidence: e.span(s.Tokens[v.start].Start, s.Tokens[min(v.end, len(s.Tokens))-1].End),
	}
}

// addRow adds a row unless the event has it already. A row that nobody is
// known to claim gives way to one that somebody claims.
func (e *events) addRow(to int, c model.Casualty) {
	for k := range e.tolls[to] {
		old := &e.tolls[to][k]
		if old.Min != c.Min || old.Max != c.Max || old.Outcome != c.Outcome {
			continue
		}
		switch {
		case old.ClaimedBy == "":
			*old = c
			return
		case c.ClaimedBy == "" || c.ClaimedBy == old.ClaimedBy:
			return
		}
	}
	e.tolls[to] = append(e.tolls[to], c)
}

// rows are the casualty rows of an event.
func (e *events) rows(group []int) []model.Casualty { return e.tolls[group[0]] }

// noToll is how likely a figure must be to count nobody who came to harm. It is
// above one half, as the model doubts much that is right; higher still finds
// hardly more, and makes figures up.
var noToll = float32(0.78)

// outcome is what became of the people of a figure, "" where it counts none.
func (e *events) outcome(i int, v *victims) model.Outcome {
	m := e.x.models.casualties.toll
	if m == nil {
		return e.outcomeByRule(i, v)
	}
	e.tollFeatures(i, v, &e.bag)
	p := make([]float32, len(outcomeNames))
	m.Probabilities(&e.bag, p)
	e.weighToll(i, v, p)
	if p[0] > noToll {
		return ""
	}
	best := 1
	for k := range p {
		if k > 0 && p[k] > p[best] {
			best = k
		}
	}
	return model.Outcome(outcomeNames[best])
}

// outcomeByRule takes the word for what became of people that a figure is the
// object of ("killing 12"), else the next to its right, else the last to its left.
func (e *events) outcomeByRule(i int, v *victims) model.Outcome {
	var left, right model.Outcome
	for _, t := range e.marks[i].tolls {
		switch {
		case t.Start >= v.end:
			if right == "" && t.Start-v.end < 14 && !e.breaks(i, v.end, t.Start) {
				right = model.Outcome(t.Entries[0].Outcome)
			}
		case t.End == v.start:
			return model.Outcome(t.Entries[0].Outcome)
		case t.End <= v.start && v.start-t.End < 10:
			left = model.Outcome(t.Entries[0].Outcome)
		}
	}
	if right != "" {
		return right
	}
	return left
}

// breaks reports whether another clause starts between two tokens.
func (e *events) breaks(i, from, to int) bool {
	for k := from; k < to; k++ {
		switch e.class[i][k] {
		case ";", "while", "when", "after", "(", ")", "speech", "said":
			return true
		}
	}
	return false
}

// tollAbove is the outcome of the nearest word for it on the way from a
// figure to the root of the tree.
func (e *events) tollAbove(i int, v *victims) string {
	s := e.sentence(i)
	for _, at := range pathIn(s, headToken(s, v.start, min(v.end, len(s.Tokens))), 8) {
		for _, t := range e.marks[i].tolls {
			if at >= t.Start && at < t.End {
				return t.Entries[0].Outcome
			}
		}
	}
	return ""
}

// tollFeatures describes a figure by what it counts and by the words for what
// became of people around it.
func (e *events) tollFeatures(i int, v *victims, f *linear.Features) {
	f.Reset()
	s, c := e.sentence(i), e.class[i]
	word := func(k int) string {
		if k < 0 || k >= len(s.Tokens) {
			return ""
		}
		return lower(s.Tokens[k].Form)
	}
	class := func(k int) string {
		if k < 0 || k >= len(c) {
			return ""
		}
		return c[k]
	}
	size := "many"
	if v.min == 1 {
		size = "one"
	}
	f.Add("size", size)
	f.Add("w+1", word(v.end))
	f.Add("w+2", word(v.end+1))
	f.Add("w-1", word(v.start-1))
	f.Add("c+1", class(v.end))
	f.Add("c+1+2", class(v.end), class(v.end+1))
	f.Add("c-1", class(v.start-1))
	f.Add("c-2-1", class(v.start-2), class(v.start-1))
	f.Add("self", class(v.start), size)
	for k := v.end; k < v.end+4; k++ {
		f.Add("right", class(k))
	}
	e.tollWords(i, v, size, f)
	for k := v.end; k < min(len(c), v.end+8); k++ {
		if c[k] == "toll" {
			break
		}
		f.Add("until toll", c[k], size)
	}
	for k := max(0, v.start-5); k < min(len(c), v.end+6); k++ {
		f.Add("bag", word(k))
	}
	e.eventWords(i, v, size, f)
	near := string(e.outcomeByRule(i, v))
	f.Add("near", near)
	f.Add("near", near, size)
	f.Add("near", near, class(v.end))
	f.Add("near", near, class(v.start), size)
	if s.Parsed {
		e.wordsAbove(i, v, size, near, f)
	}
}

// tollWords describes the words of a figure's sentence for what became of people.
func (e *events) tollWords(i int, v *victims, size string, f *linear.Features) {
	left, right := "", ""
	for _, t := range e.marks[i].tolls {
		o := t.Entries[0].Outcome
		f.Add("toll", o)
		f.Add("toll", o, size)
		if t.End <= v.start {
			left = o
			f.Add("toll left", o, grade(v.start-t.End, 0, 1, 2, 4, 8, 16))
			f.Add("toll left word", t.Entries[0].Lemma)
		} else if right == "" {
			right = o
			f.Add("toll right", o, grade(t.Start-v.end, 0, 1, 2, 4, 8, 16))
			f.Add("toll right", o, grade(t.Start-v.end, 0, 1, 2, 4, 8, 16), size)
			f.Add("toll right word", t.Entries[0].Lemma)
		}
	}
	f.Add("tolls", left, right, size)
}

// eventWords describes the events that a figure's sentence tells, and what
// stands in the sentence before.
func (e *events) eventWords(i int, v *victims, size string, f *linear.Features) {
	for _, m := range e.marks[i].events {
		f.Add("event", m.Entries[0].Kind, size)
		side, gap := "left", v.start-m.End
		if m.Start >= v.end {
			side, gap = "right", m.Start-v.end
		}
		f.Add("event side", m.Entries[0].Kind, side)
		f.Add("event gap", m.Entries[0].Kind, side, grade(gap, 0, 2, 4, 8))
	}
	if i > 0 {
		for _, t := range e.marks[i-1].tolls {
			f.Add("toll before", t.Entries[0].Outcome, strconv.FormatBool(len(e.marks[i].tolls) > 0))
		}
		f.AddIf(len(e.figures[i-1]) > 0, "figure before", strconv.FormatBool(len(e.marks[i].tolls) > 0))
	}
}

// wordsAbove describes what stands above a figure in the tree of its sentence.
func (e *events) wordsAbove(i int, v *victims, size, near string, f *linear.Features) {
	s, c := e.sentence(i), e.class[i]
	above := e.tollAbove(i, v)
	f.Add("above", above)
	f.Add("above", above, size)
	f.Add("above", above, near)
	for step, at := range pathIn(s, min(v.number, len(s.Tokens)-1), 3) {
		t := &s.Tokens[at]
		f.Add("up", grade(step, 0, 1, 2), t.Rel, lemmaOf(t))
		f.Add("up", grade(step, 0, 1, 2), t.Rel, c[at])
	}
}
