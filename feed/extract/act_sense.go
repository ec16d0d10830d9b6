package extract

import (
	"slices"

	"crisisdesk/feed/dense"
	"crisisdesk/feed/language"
	"crisisdesk/feed/language/vectors"
	"crisisdesk/model"
)

// The words of a statement whose vectors, averaged, the network sees: the cue,
// all that is said, how it opens, its first verb, the subject before that, and
// the last words.
const (
	slotCue = iota
	slotSaid
	slotOpening
	slotVerb
	slotFirstSubject
	slotClosing
	actSlots
)

// actFlags are yes-or-no facts: act of the cue by the lexicon, mode, whose
// side is spoken of, denial and modal verbs.
const actFlags = 24

const actInputs = actSlots*vectors.Dim + actFlags

// How many words open and close what is said.
const (
	openingWords = 6
	closingWords = 8
)

// actSense writes what the network is to see of a statement into x, which
// must hold actInputs zeros.
func (d *discourse) actSense(a *said, mode model.Mode, x []float32) {
	slot := func(k int) *blend { return &blend{sum: x[k*vectors.Dim:][:vectors.Dim]} }
	f := x[actSlots*vectors.Dim:]
	if a.at >= 0 {
		w := &d.words[a.at]
		slot(slotCue).add(w.Token)
		if w.speech != nil {
			f[slices.Index(acts, w.speech.Act)+1] = 1
			f[14] = bit(w.speech.That)
		}
	}
	f[15] = bit(mode == model.Direct)
	f[16] = bit(mode == model.Indirect)
	side := ""
	if e := a.speaker.entity; e >= 0 {
		side = d.sideOf(d.entities[e].actor)
		f[17] = bit(d.entities[e].person && side == "")
	}
	f[18] = bit(side != "")
	whole, opening, closing := slot(slotSaid), slot(slotOpening), slot(slotClosing)
	verb := false
	for n, c := range a.content {
		for i := c.from; i < c.to; i++ {
			w := &d.words[i]
			if !verb && w.verbal() {
				verb = true
				slot(slotVerb).add(w.Token)
			}
			if !verb && w.mention > 0 && n == 0 {
				slot(slotFirstSubject).add(w.Token)
			}
			if n == 0 && i < c.from+openingWords {
				opening.add(w.Token)
			}
			if i >= c.to-closingWords && content(w.Token) {
				closing.add(w.Token)
			}
			if content(w.Token) {
				whole.add(w.Token)
			}
			if s := d.sideOf(w.actor); s != "" && side != "" {
				f[19] = max(f[19], bit(s != side))
				f[20] = max(f[20], bit(s == side))
			}
			f[21] = max(f[21], bit(negative(w.lemma) || w.Form == "n't"))
			f[22] = max(f[22], bit(w.UPOS == language.AUX && w.XPOS == "MD"))
			f[23] = max(f[23], bit(w.event != ""))
		}
	}
	whole.mean()
	opening.mean()
	closing.mean()
}

// jointly is the class that two sets of probabilities make likely together.
func jointly(p, q []float32) int {
	best := 0
	for k := range p {
		if p[k]*q[k] > p[best]*q[best] {
			best = k
		}
	}
	return best
}

var actSenseOptions = dense.Options{Hidden: 64, Epochs: 30, Rate: 0.001, Decay: 0.01, Dropout: 0.5, Group: vectors.Dim, Seed: 23}

// trainActSense fits the network that says what a speaker does by what is said.
func trainActSense(courses []course) *dense.Net {
	var examples []dense.Example
	for i := range courses {
		courses[i].eachAct(func(a *said, class int) {
			x := make([]float32, actInputs)
			courses[i].d.actSense(a, courses[i].d.mode(a.content), x)
			examples = append(examples, dense.Example{Inputs: x, Class: class, Weight: 1})
		})
	}
	return dense.Train(acts, examples, actSenseOptions)
}
