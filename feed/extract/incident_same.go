package extract

import (
	"math"
	"slices"

	"crisisdesk/feed/dense"
	"crisisdesk/feed/language"
	"crisisdesk/feed/language/vectors"
	"crisisdesk/model"
)

// sameSlots are the words around a telling that are compared, each with each,
// with those around another.
var sameSlots = [...]int{slotWord, slotSentence, slotSubject, slotObject, slotChildren, slotHead}

// Words that the network is told of: between two tellings of one sentence,
// right before one, and where the sentence of the second opens.
var (
	betweenWords = [...]string{"after", "before", "and", "while", "but", "when", "since", "as", "then", ";", "in", "of"}
	anewWords    = [...]string{"another", "second", "also", "previous", "earlier", "separate", "had"}
	auxiliaries  = [...]string{"had", "was", "were", "has", "have", "would"}
	firstWords   = [...]string{
		"meanwhile", "elsewhere", "separately", "earlier", "later", "also", "another", "the", "on", "in", "last", "it", "he",
		"they", "this",
	}
)

// oneOdds are the log-odds that two tellings, a before b, tell of one event.
func (e *events) oneOdds(m *incidentModels, a, b int) float64 {
	if m.same == nil {
		if e.sameByRule(&e.tellings[a], &e.tellings[b]) {
			return 1
		}
		return -1
	}
	pair := [2]int{a, b}
	odds, known := e.alike[pair]
	if !known {
		var p [2]float32
		e.sense = e.sameSense(a, b, e.sense[:0])
		m.same.Probabilities(e.sense, p[:])
		odds = logOdds(p[1])
		e.alike[pair] = odds
	}
	return odds
}

// meaning is the words around a telling that are compared, as vectors of
// length one, or zero where there are none.
func (e *events) meaning(i int) []float32 {
	if e.meanings == nil {
		e.meanings = make([][]float32, len(e.tellings))
	}
	if e.meanings[i] == nil {
		var all [senseInputs]float32
		e.senseOf(&e.tellings[i], all[:])
		out := make([]float32, 0, len(sameSlots)*vectors.Dim)
		for _, k := range sameSlots {
			out = append(out, all[k*vectors.Dim:][:vectors.Dim]...)
			normalise(out[len(out)-vectors.Dim:])
		}
		e.meanings[i] = out
	}
	return e.meanings[i]
}

// normalise makes a vector one of length one, in place; zero stays.
func normalise(v []float32) {
	if length := float32(math.Sqrt(float64(dense.Dot(v, v)))); length > 0 {
		for i := range v {
			v[i] /= length
		}
	}
}

// seen is what a network is shown, number by number.
type seen []float32

func (x *seen) number(v float64) { *x = append(*x, float32(v)) }

func (x *seen) flags(holds ...bool) {
	for _, h := range holds {
		*x = append(*x, bit(h))
	}
}

// which tells one value of several.
func (x *seen) which(value string, of ...string) {
	for _, o := range of {
		x.flags(value == o)
	}
}

// likeness compares each vector of one row with each of another.
func (x *seen) likeness(u, v []float32) {
	for k := 0; k < len(u); k += vectors.Dim {
		for l := 0; l < len(v); l += vectors.Dim {
			*x = append(*x, dense.Dot(u[k:k+vectors.Dim], v[l:l+vectors.Dim]))
		}
	}
}

// words tells which of some words are among those of a text.
func (x *seen) words(text, of []string) {
	for _, w := range of {
		x.flags(slices.Contains(text, w))
	}
}

// sameSense appends to into what the network is to see of two tellings, a
// before b: how alike the words around them are, and what agrees.
func (e *events) sameSense(i, j int, into []float32) []float32 {
	x := seen(into)
	x.likeness(e.meaning(i), e.meaning(j))
	a, b := &e.tellings[i], &e.tellings[j]
	for _, k := range kindNames {
		x.flags(a.kind == k, b.kind == k)
	}
	x = append(x, a.keep, b.keep, dense.Dot(a.odds[:], b.odds[:]))
	x.flags(a.lemma == b.lemma, a.kind == b.kind, a.kinds&b.kinds != 0)
	x.which(a.part(), "toll", "verb", "noun")
	x.which(b.part(), "toll", "verb", "noun")
	e.sameWay(&x, i, j)
	e.sameFacts(&x, i, j)
	return x
}

// sameWay shows how far apart two tellings stand, and in what constructions.
func (e *events) sameWay(x *seen, i, j int) {
	a, b := &e.tellings[i], &e.tellings[j]
	sa, sb := e.sentence(a.sentence), e.sentence(b.sentence)
	gap, near := b.sentence-a.sentence, 0.0
	conjunct, head := false, false
	var between []string
	fa, fb := e.wordsOf(a.sentence).forms, e.wordsOf(b.sentence).forms
	if gap == 0 {
		at, bt := headToken(sa, a.start, a.end), headToken(sa, b.start, b.end)
		conjunct, head = sa.Tokens[bt].Rel == "conj", sa.Tokens[at].Head == bt || sa.Tokens[bt].Head == at
		near = math.Log(float64(max(1, b.start-a.end)))
		between = fa[min(a.end, b.start):min(b.start, a.end+12)]
	}
	x.number(math.Log(float64(gap + 1)))
	x.number(near)
	x.number(float64(len(e.sentences)) / 40)
	x.flags(gap == 0, gap == 1, conjunct, head, sa.Block == sb.Block, quoted(sa, a.start), quoted(sb, b.start))
	x.flags(e.kinds[sa.Block] == model.Title, e.kinds[sb.Block] == model.Title)
	x.which(article(sa, a), "the", "a", "an")
	x.which(article(sb, b), "the", "a", "an")
	x.words(between, betweenWords[:])
	x.words(fb[max(0, b.start-4):b.start], anewWords[:])
	x.words(fa[max(0, a.start-4):a.start], anewWords[:])
	x.words(fb[max(0, b.start-4):b.start], auxiliaries[:])
	x.words(fb[:min(len(fb), 3)], firstWords[:])
	x.number(math.Log(float64(sb.Block - sa.Block + 1)))
	x.flags(a.sentence < 3, b.sentence < 3)
	others, rivals := e.between(i, j)
	x.number(math.Log(float64(others + 1)))
	x.number(math.Log(float64(rivals + 1)))
}

// between counts the tellings of the same family that stand between two, and
// those of them that are of the second's kind; far back it counts no further.
func (e *events) between(i, j int) (others, rivals int) {
	b := &e.tellings[j]
	for k := max(i+1, j-200); k < j; k++ {
		t := &e.tellings[k]
		if t.keep < keepAbove || t.family != b.family {
			continue
		}
		others++
		if t.kind == b.kind {
			rivals++
		}
	}
	return others, rivals
}

// sameFacts shows which dates, places, people and figures of two tellings agree.
func (e *events) sameFacts(x *seen, i, j int) {
	a, b := &e.tellings[i], &e.tellings[j]
	days := -1.0
	if a.ownDate() && b.ownDate() && a.said.Bounded() && b.said.Bounded() {
		days = math.Log(math.Abs(float64(a.said.From-b.said.From)) + 1)
	}
	x.number(days)
	x.which(datesAgree(a, b), "agree", "differ", "first", "second", "none")
	for _, key := range []func(*naming) string{
		func(n *naming) string { return n.place },
		func(n *naming) string { return n.actor },
		func(n *naming) string { return n.people },
		func(n *naming) string { // a place that is no party
			if n.actor != "" {
				return ""
			}
			return n.place
		},
	} {
		x.which(e.agree(a.sentence, b.sentence, key), "share", "differ", "first", "second")
	}
	e.sameWords(x, a, b)
	x.number(e.toldDays(i, j))
	x.flags(e.shareFigure(a, b), e.otherFigure(a, b), len(e.figures[a.sentence]) > 0, len(e.figures[b.sentence]) > 0)
}

// otherFigure reports whether the sentences of both hold figures that are not the same.
func (e *events) otherFigure(a, b *telling) bool {
	for _, p := range e.figures[a.sentence] {
		for _, q := range e.figures[b.sentence] {
			if p.min != q.min {
				return true
			}
		}
	}
	return false
}

// sentenceWords are the words of a sentence in lower case, and its names and nouns.
type sentenceWords struct {
	forms []string
	named []int // tokens that are names or nouns
}

func (e *events) wordsOf(i int) *sentenceWords {
	if e.words == nil {
		e.words = make([]sentenceWords, len(e.sentences))
	}
	w := &e.words[i]
	if w.forms == nil {
		tokens := e.sentence(i).Tokens
		w.forms = make([]string, len(tokens))
		for k := range tokens {
			w.forms[k] = lower(tokens[k].Form)
			if p := tokens[k].UPOS; p == language.PROPN || p == language.NOUN {
				w.named = append(w.named, k)
			}
		}
	}
	return w
}

// sameWords shows how many names and nouns the sentences of two tellings share.
func (e *events) sameWords(x *seen, a, b *telling) {
	names, nouns := 0.0, 0.0
	if a.sentence != b.sentence {
		sa, wa := e.sentence(a.sentence), e.wordsOf(a.sentence)
		sb, wb := e.sentence(b.sentence), e.wordsOf(b.sentence)
		for _, k := range wa.named {
			t := &sa.Tokens[k]
			shared := slices.ContainsFunc(wb.named, func(l int) bool {
				o := &sb.Tokens[l]
				return o.UPOS == t.UPOS && (wa.forms[k] == wb.forms[l] || t.Lemma != "" && t.Lemma == o.Lemma)
			})
			switch {
			case !shared:
			case t.UPOS == language.PROPN:
				names++
			case k < a.start || k >= a.end:
				nouns++
			}
		}
	}
	x.number(math.Log(names + 1))
	x.number(math.Log(nouns + 1))
}

// toldDays is the logarithm of the days between the dates last said when each
// of two was told; less than zero where there is none.
func (e *events) toldDays(i, j int) float64 {
	from, to := e.lastSaid(i), e.lastSaid(j)
	if from == nil || to == nil {
		return -1
	}
	return math.Log(math.Abs(float64(from.From-to.From)) + 1)
}

func (e *events) lastSaid(i int) *model.When {
	for k := i; k >= max(0, i-20); k-- {
		if t := &e.tellings[k]; t.ownDate() && t.said.Bounded() {
			return &t.said
		}
	}
	return nil
}

var sameOptions = dense.Options{Hidden: 64, Epochs: 14, Rate: 0.001, Decay: 0.01, Dropout: 0.3, Seed: 33}

// trainSame fits the network that says whether two tellings tell of one event.
func trainSame(lessons []incidentLesson) *dense.Net {
	var examples []dense.Example
	for _, l := range lessons {
		l.pairs(func(i, j, class int, weight float32) {
			examples = append(examples, dense.Example{Inputs: l.sameSense(i, j, nil), Class: class, Weight: weight})
		})
	}
	return dense.Train([]string{"apart", "same"}, examples, sameOptions)
}

// pairs calls do with each two tellings, i before j, of which is known whether
// they tell of one event: class 1, else 0.
func (l *incidentLesson) pairs(do func(i, j, class int, weight float32)) {
	for j := range l.tellings {
		record, weight := l.record[j], float32(1)
		if record < 0 {
			record, weight = l.again[j], 0.3
		}
		if record < 0 {
			continue
		}
		for i := range j {
			if l.record[i] < 0 || l.tellings[i].kind.Family() != l.tellings[j].kind.Family() {
				continue // never put together
			}
			class := 0
			if l.record[i] == record {
				class = 1
			}
			do(i, j, class, weight)
		}
	}
}
