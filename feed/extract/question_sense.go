package extract

import (
	"slices"

	"crisisdesk/feed/dense"
	"crisisdesk/feed/language/vectors"
	"crisisdesk/model"
)

// The words whose vectors, averaged, the network sees of a sentence: how it
// opens and closes, all its words of content, its first verb, and the
// sentences beside it.
const (
	slotStart = iota
	slotEnd
	slotWhole
	slotMainVerb
	slotPrevious
	slotNext
	openSlots
)

// openFlags are yes-or-no facts about a sentence.
const openFlags = 20

const openInputs = openSlots*vectors.Dim + openFlags

// openSense writes what the network is to see of sentence i into x, which
// must hold openInputs zeros.
func openSense(r *reading, i int, x []float32) {
	slot := func(k int) *blend { return &blend{sum: x[k*vectors.Dim:][:vectors.Dim]} }
	tokens := r.sentences[i].Tokens
	tokens = tokens[:min(len(tokens), longestSentence)]
	start, end := slot(slotStart), slot(slotEnd)
	for k := range tokens {
		if k < openingWords {
			start.add(&tokens[k])
		}
		if k >= len(tokens)-closingWords && content(&tokens[k]) {
			end.add(&tokens[k])
		}
		if tokens[k].Rel == "root" {
			slot(slotMainVerb).add(&tokens[k])
		}
	}
	start.mean()
	end.mean()
	copy(slot(slotWhole).sum, r.means[i])
	if i > 0 {
		copy(slot(slotPrevious).sum, r.means[i-1])
	}
	if i+1 < len(r.sentences) {
		copy(slot(slotNext).sum, r.means[i+1])
	}
	openFlagsOf(r, i, x[openSlots*vectors.Dim:])
}

func openFlagsOf(r *reading, i int, f []float32) {
	f[0] = bit(r.asks[i])
	f[1] = bit(i > 0 && r.asks[i-1])
	f[2] = bit(i+1 < len(r.asks) && r.asks[i+1])
	f[3] = bit(len(r.marks[i].hedges) > 0)
	f[4] = bit(len(r.marks[i].tolls) > 0)
	f[5] = bit(len(r.marks[i].events) > 0)
	f[6] = float32(min(len(r.words[i]), 40)) / 20
	f[7] = bit(r.kinds[r.sentences[i].Block] == model.Title)
	f[8] = float32(min(r.personal, 5)) / 3
	f[9] = float32(min(r.asking, 3)) / 2
	for _, b := range r.bears[i] {
		f[10] = max(f[10], bit(b.Question.Standing))
		f[11] = max(f[11], bit(b.Question == r.theme))
		f[12] = max(f[12], bit(b.Supports > 0))
		f[13] = max(f[13], bit(b.Opposes > 0))
	}
	if said := r.said[i]; said != nil {
		f[14] = 1
		f[15] = bit(said.Act == model.Deny)
		f[16] = bit(said.Act == model.Claim || said.Act == model.Accuse)
	}
	for _, c := range r.cues[i] {
		f[17] = max(f[17], bit(c.class == "neg"))
		f[18] = max(f[18], bit(c.class == "wh"))
	}
	f[19] = bit(i < headSentences)
}

var openSenseOptions = dense.Options{Hidden: 64, Epochs: 15, Rate: 0.001, Decay: 0.01, Dropout: 0.5, Group: vectors.Dim, Seed: 25}

// trainOpenSense fits the network that says whether a sentence leaves
// something open, and in which form.
func trainOpenSense(lessons []questionLesson) *dense.Net {
	var examples []dense.Example
	for _, l := range lessons {
		e := dense.Example{Inputs: make([]float32, openInputs), Weight: 1}
		openSense(l.reading, l.sentence, e.Inputs)
		if l.question != nil {
			e.Class, e.Weight = 1+slices.Index(questionForms, l.question.Form), weigh(l.question, optionalOpen)
		}
		examples = append(examples, e)
	}
	return dense.Train(append([]string{"no"}, questionForms...), examples, openSenseOptions)
}

// trainStanceSense fits the network that says how a sentence leans.
func trainStanceSense(lessons []questionLesson) *dense.Net {
	var examples []dense.Example
	for _, l := range lessons {
		if q := l.question; q != nil {
			e := dense.Example{Inputs: make([]float32, openInputs), Class: slices.Index(stances, q.Stance), Weight: weigh(q, optionalOther)}
			openSense(l.reading, l.sentence, e.Inputs)
			examples = append(examples, e)
		}
	}
	return dense.Train(stances, examples, openSenseOptions)
}
