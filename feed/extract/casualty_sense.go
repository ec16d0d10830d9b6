package extract

import (
	"crisisdesk/feed/dense"
	"crisisdesk/feed/language/vectors"
	"crisisdesk/model"
)

// The words whose vectors, averaged, the network sees of a figure: what it
// counts, what stands left and right of it, its heads in the tree, the words
// for what became of people next to it, its sentence and the one before.
const (
	slotCounted = iota
	slotFigureLeft
	slotFigureRight
	slotFigureHead
	slotFigureTop
	slotTollLeft
	slotTollRight
	slotFigureSentence
	slotFigureBefore
	tollSlots
)

const tollFlags = 14

// outcomes is how many there are.
const outcomes = 5

// tollInputs is how many numbers the network sees: the slots, the outcomes of
// the words left and right of the figure and above it in the tree, the kinds of
// event that its sentence tells of, and flags.
const tollInputs = tollSlots*vectors.Dim + 4*outcomes + len(kindNames) + tollFlags

// tollSense writes what the network is to see of a figure into x, which must
// hold tollInputs zeros.
func (e *events) tollSense(i int, v *victims, x []float32) {
	s := e.sentence(i)
	slot := func(k int) *blend { return &blend{sum: x[k*vectors.Dim:][:vectors.Dim]} }
	start, end := v.start, min(v.end, len(s.Tokens))
	slot(slotCounted).all(s.Tokens[end:min(len(s.Tokens), end+3)], nil)
	if v.min == 1 {
		slot(slotCounted).all(s.Tokens[start:end], nil)
	}
	slot(slotFigureLeft).all(s.Tokens[max(0, start-5):start], nil)
	slot(slotFigureRight).all(s.Tokens[end:min(len(s.Tokens), end+6)], nil)
	copy(slot(slotFigureSentence).sum, e.means[i])
	if i > 0 {
		copy(slot(slotFigureBefore).sum, e.means[i-1])
	}
	rest := x[tollSlots*vectors.Dim:]
	outcome := func(k int, name string) {
		if n, ok := outcomeIndex[name]; ok {
			rest[k*outcomes+n] = 1
		}
	}
	outcome(0, string(e.outcomeByRule(i, v)))
	flags := rest[4*outcomes+len(kindNames):]
	left, right := e.tollsBeside(i, start, end)
	if left >= 0 {
		t := &e.marks[i].tolls[left]
		outcome(1, t.Entries[0].Outcome)
		slot(slotTollLeft).add(&s.Tokens[t.End-1])
		flags[0] = bit(start-t.End <= 1)
		flags[1] = bit(start-t.End <= 5)
	}
	if right >= 0 {
		t := &e.marks[i].tolls[right]
		outcome(2, t.Entries[0].Outcome)
		slot(slotTollRight).add(&s.Tokens[t.Start])
		flags[2] = bit(t.Start-end <= 2)
		flags[3] = bit(t.Start-end <= 6)
		flags[4] = bit(e.breaks(i, end, t.Start))
	}
	if s.Parsed {
		outcome(3, e.tollAbove(i, v))
		at := headToken(s, start, max(end, start+1))
		if h := s.Tokens[at].Head; h >= 0 {
			slot(slotFigureHead).add(&s.Tokens[h])
			if h = s.Tokens[h].Head; h >= 0 {
				slot(slotFigureTop).add(&s.Tokens[h])
			}
		}
	}
	for _, m := range e.marks[i].events {
		rest[4*outcomes+kindIndex[model.Kind(m.Entries[0].Kind)]] = 1
	}
	flags[5] = bit(v.min == 1)
	flags[6] = bit(v.max == model.NoLimit)
	flags[7] = bit(v.min > 12)
	flags[8] = bit(v.min > 1000)
	flags[9] = bit(e.kinds[s.Block] == model.Title)
	flags[10] = bit(end >= len(s.Tokens)-1)
	flags[11] = bit(quoted(s, start))
	flags[12] = bit(start == 0)
	flags[13] = bit(v.who == "people")
}

// tollsBeside are the words for what became of people next to the left and to
// the right of a stretch of sentence i, -1 for none.
func (e *events) tollsBeside(i, start, end int) (left, right int) {
	left, right = -1, -1
	for k, t := range e.marks[i].tolls {
		if t.End <= start {
			left = k
		} else if right < 0 && t.Start >= end {
			right = k
		}
	}
	return left, right
}

// tollShare is how much the network has to say on an outcome, beside the linear model.
const tollShare = 0.5

// weighToll mixes what the network makes of a figure into the probabilities of outcomes.
func (e *events) weighToll(i int, v *victims, p []float32) {
	var x [tollInputs]float32
	var q [1 + outcomes]float32
	e.tollSense(i, v, x[:])
	e.x.models.casualties.tollSense.Probabilities(x[:], q[:])
	blendInto(p, q[:], tollShare)
}

// outcomeIndex is where each outcome stands among those that befall people.
var outcomeIndex = func() map[string]int {
	out := map[string]int{}
	for i, name := range outcomeNames[1:] {
		out[name] = i
	}
	return out
}()

var tollSenseOptions = dense.Options{Hidden: 48, Epochs: 15, Rate: 0.001, Decay: 0.01, Dropout: 0.5, Group: vectors.Dim, Seed: 35}

// trainTollSense fits the network that says what became of the people of a figure.
func trainTollSense(lessons []incidentLesson) *dense.Net {
	var examples []dense.Example
	for _, l := range lessons {
		for i := range l.sentences {
			for _, v := range l.victimsOf(i) {
				x := make([]float32, tollInputs)
				l.tollSense(i, &v, x)
				examples = append(examples, dense.Example{Inputs: x, Class: l.outcomeOf(i, &v), Weight: 1})
			}
		}
	}
	return dense.Train(outcomeNames, examples, tollSenseOptions)
}
