package extract

import (
	"crisisdesk/feed/dense"
	"crisisdesk/feed/language"
	"crisisdesk/feed/language/vectors"
	"crisisdesk/feed/lexicon"
)

// The words around a cue whose vectors, averaged, the network sees: its main
// word, its neighbours, its subject, what stands left and right of it, and
// its head in the tree.
const (
	slotCueWord = iota
	slotCueBefore
	slotCueAfter
	slotCueSubject
	slotCueLeft
	slotCueRight
	slotCueHead
	cueSlots
)

// cueFlags are yes-or-no facts about a cue: its kind, the layout that a rule
// gives it, its tag, and what the lexicon and the marks of quotation say.
const cueFlags = 32

const cueInputs = cueSlots*vectors.Dim + cueFlags

// cueSense writes what the network is to see of a cue into x, which must hold
// cueInputs zeros.
func (d *discourse) cueSense(cues []cue, k int, s stretch, x []float32) {
	c := &cues[k]
	w := &d.words[c.at]
	slot := func(k int) *blend { return &blend{sum: x[k*vectors.Dim:][:vectors.Dim]} }
	some := func(k, from, to int) {
		b := slot(k)
		for i := max(from, s.from); i < min(to, s.to); i++ {
			if content(d.words[i].Token) {
				b.add(d.words[i].Token)
			}
		}
		b.mean()
	}
	slot(slotCueWord).add(w.Token)
	if c.from > s.from {
		slot(slotCueBefore).add(d.words[c.from-1].Token)
	}
	if c.to < s.to {
		slot(slotCueAfter).add(d.words[c.to].Token)
	}
	if c.subject >= 0 {
		some(slotCueSubject, d.mentions[c.subject].from, d.mentions[c.subject].to)
	}
	some(slotCueLeft, c.from-openingWords, c.from)
	some(slotCueRight, c.to, c.to+openingWords)
	if h := d.head(c.at); h >= 0 && w.Rel != "root" {
		slot(slotCueHead).add(d.words[h].Token)
	}
	d.cueFlags(c, s, x[cueSlots*vectors.Dim:])
}

func (d *discourse) cueFlags(c *cue, s stretch, f []float32) {
	w := &d.words[c.at]
	f[int(c.kind)] = 1
	f[5+int(d.ruled(c, s))] = 1
	for i, tag := range senseTags {
		f[10+i] = bit(w.XPOS == tag)
	}
	if w.speech != nil {
		f[18] = 1
		f[19] = bit(w.speech.That)
		f[20] = bit(w.speech.POS == lexicon.Verb)
	}
	f[21] = bit(w.quotation > 0)
	f[22] = bit(d.quoteEnd(c, s) > 0)
	f[23] = bit(d.negated(c, s))
	f[24] = bit(d.words[s.to-1].Form == "?")
	in, _ := d.quoted(s)
	f[25] = bit(in > 0)
	for i := c.to; i < min(s.to, c.to+openingWords); i++ {
		f[26] = max(f[26], bit(d.words[i].lemma == "that"))
		f[27] = max(f[27], bit(d.words[i].Quote == language.OpenQuote))
	}
	if c.subject >= 0 {
		class := d.mentionClass(c.subject)
		f[28] = bit(class == "person" || d.mentions[c.subject].kind == pronoun)
		f[29] = bit(class == "thing")
	}
	f[30] = w.inside
	f[31] = bit(w.Rel == "root")
}

// cueShare is how much the network has to say on a cue, beside the linear model.
const cueShare = 0.3

// weigh mixes what the network makes of a cue into the probabilities of its layouts.
func (m *statementModels) weigh(d *discourse, cues []cue, k int, s stretch, p *[5]float32) {
	var x [cueInputs]float32
	var q [5]float32
	d.cueSense(cues, k, s, x[:])
	m.cueSense.Probabilities(x[:], q[:])
	blendInto(p[:], q[:], cueShare)
}

var cueSenseOptions = dense.Options{Hidden: 64, Epochs: 15, Rate: 0.001, Decay: 0.01, Dropout: 0.5, Group: vectors.Dim, Seed: 27}

// trainCueSense fits the network that says whether and how a cue reports.
func trainCueSense(courses []course) *dense.Net {
	var examples []dense.Example
	for i := range courses {
		c := &courses[i]
		for si, cues := range c.cues {
			for k := range cues {
				if l := c.lessonOf(cues[k].at); l != nil && !l.Required() {
					continue
				}
				e := dense.Example{Inputs: make([]float32, cueInputs), Class: int(cues[k].layout), Weight: 1}
				c.d.cueSense(cues, k, c.d.bounds[si], e.Inputs)
				examples = append(examples, e)
			}
		}
	}
	return dense.Train(layoutNames, examples, cueSenseOptions)
}
