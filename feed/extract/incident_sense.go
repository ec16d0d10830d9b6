package extract

import (
	"math"

	"crisisdesk/feed/dense"
	"crisisdesk/feed/language"
	"crisisdesk/feed/language/vectors"
	"crisisdesk/model"
)

// senseSlots are the words around a telling whose vectors, averaged, the
// network sees: the telling, its neighbours, what stands left and right of it,
// its sentence, its head, its children, subject and object in the tree, and
// the sentences before and after.
const (
	slotWord = iota
	slotBefore
	slotAfter
	slotLeft
	slotRight
	slotSentence
	slotHead
	slotChildren
	slotSubject
	slotObject
	slotSentenceBefore
	slotSentenceAfter
	senseSlots
)

// senseInputs is how many numbers the network sees: the slots, the kinds that
// the lexicon gives the word, and flags.
const senseInputs = senseSlots*vectors.Dim + len(kindNames) + senseFlags

// senseOf writes what the network is to see of a telling into x, which must
// hold senseInputs zeros.
func (e *events) senseOf(t *telling, x []float32) {
	s := e.sentence(t.sentence)
	at := headToken(s, t.start, t.end)
	slot := func(k int) *blend { return &blend{sum: x[k*vectors.Dim:][:vectors.Dim]} }
	one := func(k, token int) {
		if token >= 0 && token < len(s.Tokens) {
			slot(k).add(&s.Tokens[token])
		}
	}
	one(slotWord, at)
	one(slotBefore, t.start-1)
	one(slotAfter, t.end)
	slot(slotLeft).all(s.Tokens[max(0, t.start-6):t.start], nil)
	slot(slotRight).all(s.Tokens[t.end:min(len(s.Tokens), t.end+6)], nil)
	slot(slotSentence).all(s.Tokens, &s.Tokens[at])
	if s.Parsed {
		one(slotHead, s.Tokens[at].Head)
		children, subject, object := slot(slotChildren), slot(slotSubject), slot(slotObject)
		for i := range s.Tokens {
			c := &s.Tokens[i]
			if c.Head != at || !content(c) {
				continue
			}
			children.add(c)
			switch c.Rel {
			case "nsubj", "nsubj:pass", "nmod:poss":
				subject.add(c)
			case "obj", "obl", "nmod":
				object.add(c)
			}
		}
		children.mean()
		subject.mean()
		object.mean()
	}
	if n := t.sentence - 1; n >= 0 {
		copy(slot(slotSentenceBefore).sum, e.means[n])
	}
	if n := t.sentence + 1; n < len(e.sentences) {
		copy(slot(slotSentenceAfter).sum, e.means[n])
	}
	rest := x[senseSlots*vectors.Dim:]
	for i := range kindNames {
		rest[i] = bit(t.kinds.has(i))
	}
	e.senseFlags(t, at, rest[len(kindNames):])
}

// blend is the mean of the vectors of words.
type blend struct {
	sum []float32
	n   int
}

func (b *blend) add(t *language.Token) {
	if vectors.Default().Add(b.sum, t.Vector) {
		b.n++
	}
}

func (b *blend) mean() {
	if b.n > 1 {
		for i := range b.sum {
			b.sum[i] /= float32(b.n)
		}
	}
}

// all blends the words of content among tokens, but one.
func (b *blend) all(tokens []language.Token, but *language.Token) {
	for i := range tokens {
		if t := &tokens[i]; t != but && content(t) {
			b.add(t)
		}
	}
	b.mean()
}

func content(t *language.Token) bool {
	switch t.UPOS {
	case language.NOUN, language.VERB, language.ADJ, language.ADV, language.PROPN:
		return true
	}
	return false
}

func bit(holds bool) float32 {
	if holds {
		return 1
	}
	return 0
}

// senseTags are the tags that networks are told of a word.
var senseTags = [...]string{"VBD", "VBN", "VBG", "VB", "VBZ", "VBP", "NN", "NNS"}

const senseFlags = len(senseTags) + 10

// senseFlags are yes-or-no facts about a telling.
func (e *events) senseFlags(t *telling, at int, x []float32) {
	s := e.sentence(t.sentence)
	for i, tag := range senseTags {
		x[i] = bit(s.Tokens[at].XPOS == tag)
	}
	word := article(s, t)
	f := x[len(senseTags):]
	f[0] = bit(t.dated)
	f[1] = bit(quoted(s, t.start))
	f[2] = bit(word == "the")
	f[3] = bit(word == "a" || word == "an")
	f[4] = bit(e.kinds[s.Block] == model.Title)
	f[5] = bit(t.sentence < 3)
	f[6] = bit(len(e.figures[t.sentence]) > 0)
	for i := max(0, t.start-4); i < t.start; i++ {
		switch irreal[lower(s.Tokens[i].Form)] {
		case "modal", "plan", "wish":
			f[7] = 1
		case "if", "threat", "any", "each", "habit":
			f[8] = 1
		case "not", "against":
			f[9] = 1
		}
	}
}

// senseShare is how much a network has to say on whether something is an
// event, beside the linear model; on the kind they have as much to say.
var senseShare = 0.4

// weigh mixes what the network makes of a telling into its probabilities.
func (e *events) weigh(net *dense.Net, t *telling) {
	e.sense = append(e.sense[:0], make([]float32, senseInputs)...)
	e.senseOf(t, e.sense)
	var p [1 + len(kindNames)]float32
	net.Probabilities(e.sense, p[:])
	told := 1 - p[0]
	t.keep = mixed(told, t.keep)
	blendInto(t.odds[:], p[1:], 0.5)
}

// mixed is the probability that a network and a linear model give together.
func mixed(net, linear float32) float32 {
	return float32(1 / (1 + math.Exp(-senseShare*logOdds(net)-(1-senseShare)*logOdds(linear))))
}

// blendInto mixes the probabilities q into p, which has as many; q has the share
// to say that is given.
func blendInto(p, q []float32, share float64) {
	sum := float32(0)
	for k := range p {
		p[k] = float32(math.Exp((1-share)*math.Log(float64(p[k])) + share*math.Log(float64(q[k]))))
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum + 1e-9
	}
}

func logOdds(p float32) float64 {
	q := min(max(float64(p), 1e-4), 1-1e-4)
	return math.Log(q / (1 - q))
}

var senseOptions = dense.Options{Hidden: 64, Epochs: 20, Rate: 0.001, Decay: 0.01, Dropout: 0.5, Group: vectors.Dim, Seed: 21}

// trainSense fits the network that says whether a word tells of an event, and of which kind.
func trainSense(lessons []incidentLesson) *dense.Net {
	var examples []dense.Example
	for _, l := range lessons {
		for i := range l.tellings {
			class, weight := 0, float32(1)
			switch r := l.record[i]; {
			case r == unclear:
				continue
			case r >= 0:
				class = 1 + kindIndex[model.Kind(l.gold.Incidents[r].Kind)]
				if !l.gold.Incidents[r].Required() {
					weight = 0.3
				}
			}
			x := make([]float32, senseInputs)
			l.senseOf(&l.tellings[i], x)
			examples = append(examples, dense.Example{Inputs: x, Class: class, Weight: weight})
		}
	}
	return dense.Train(append([]string{"nothing"}, kindStrings()...), examples, senseOptions)
}
