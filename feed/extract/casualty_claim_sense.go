package extract

import (
	"slices"

	"crisisdesk/feed/dense"
	"crisisdesk/feed/language"
	"crisisdesk/feed/language/vectors"
	"crisisdesk/model"
)

// The words whose vectors, averaged, the network sees of somebody who may have
// given a figure: those that name him, the word before and those behind, what
// governs them, what stands between them and the figure, what the figure
// counts, and the word that reports what he says.
const (
	slotClaimant = iota
	slotClaimantBefore
	slotClaimantBehind
	slotClaimantHead
	slotClaimBetween
	slotClaimOwn
	slotClaimCue
	claimSlots
)

// claimHows, claimHelds and claimWords are what the network is told of how
// somebody stands to a figure, of what holds it, and of the words beside him.
var (
	claimHows  = [...]string{byHolder, byOuter, byNamed, byAhead, byLast}
	claimHelds = [...]string{"nothing", "cue", "cue before", "follow", "turn"}
	claimWords = [...]string{"by", "to", "of", "from", ":", "(", ")", ",", "'s", "’s", "-", "–"}
)

// claimFlags is how many yes-or-no facts the network is told at most.
const claimFlags = 40

// sense appends to into what the network is to see of a claimant.
func (c *claim) sense(k claimant, into []float32) []float32 {
	from := len(into)
	x := seen(append(into, make([]float32, claimSlots*vectors.Dim)...))
	slot := func(n int) *blend { return &blend{sum: x[from+n*vectors.Dim:][:vectors.Dim]} }
	c.blendWords(slot(slotClaimOwn), stretch{c.own.to, min(c.own.to+3, c.bounds[c.sentence].to)})
	if k.by >= 0 && c.said[k.by].at >= 0 {
		slot(slotClaimCue).add(c.words[c.said[k.by].at].Token)
	}
	x.which(k.how, claimHows[:]...)
	x.which(c.heldBy(), claimHelds[:]...)
	before, after := &blank, &blank
	if k.mention >= 0 {
		m := &c.mentions[k.mention]
		before, after = c.at(m.from-1, m.head), c.at(m.to, m.head)
		c.blendWords(slot(slotClaimant), m.stretch)
		slot(slotClaimantBefore).add(before.Token)
		c.blendWords(slot(slotClaimantBehind), stretch{m.to, min(m.to+2, c.sentenceOf(m).to)})
		if h := c.head(m.head); h >= 0 {
			slot(slotClaimantHead).add(c.words[h].Token)
		}
		if gap := c.gap(m); !gap.empty() {
			c.blendWords(slot(slotClaimBetween), gap)
		}
	}
	x.which(before.lemma, claimWords[:]...)
	x.which(after.lemma, claimWords[:]...)
	flags := len(x)
	x.flags(c.kinds[c.blockOf(c.sentence)] == model.Title, c.item(c.sentence), c.words[c.number].quotation > 0, k.mention < 0, k.by >= 0,
		before.speech != nil, after.speech != nil, c.backward(c.sentence) != "none")
	if k.mention >= 0 {
		c.senseMention(&x, &c.mentions[k.mention])
	}
	return append(x, make([]float32, claimFlags-(len(x)-flags))...)
}

// senseMention shows what a mention is and how it stands to the figure.
func (c *claim) senseMention(x *seen, m *mention) {
	w := &c.words[m.head]
	x.flags(m.kind == pronoun, m.kind == named, m.article == "the", m.article == "a", m.plural, m.owner, c.isPerson(m))
	x.flags(w.actor != "", w.known == "place", w.known == "outlet", w.people != "", w.speech != nil)
	x.flags(w.Rel == "nsubj", w.Rel == "obl" || w.Rel == "nmod", w.quotation > 0, w.quotation == c.words[c.number].quotation)
	s := c.sentenceOf(m)
	x.flags(m.from <= s.from+1, m.to >= s.to-1)
	far := c.sentence - w.sentence
	x.flags(far == 1, far > 1, c.blockOf(w.sentence) == c.blockOf(c.sentence))
	if far != 0 {
		return
	}
	gap := c.gap(m)
	verbs, reports, size := c.count(gap, (*word).verbal), c.count(gap, (*word).reports), gap.to-gap.from
	x.flags(m.to <= c.own.from, m.from >= c.own.to, size <= 2, size <= 6, size <= 12, verbs == 0, verbs > 1, reports > 0)
	h := c.head(m.head)
	x.flags(slices.Contains(pathUp(c.number, 8, c.head), h), h >= 0 && c.words[h].speech != nil)
}

func (c *claim) sentenceOf(m *mention) stretch { return c.bounds[c.words[m.head].sentence] }

// gap is what stands between a mention and a figure of one sentence.
func (c *claim) gap(m *mention) stretch {
	switch {
	case c.words[m.head].sentence != c.sentence:
		return stretch{}
	case m.from >= c.own.to:
		return stretch{c.own.to, m.from}
	}
	return stretch{m.to, c.own.from}
}

// blendWords blends the words of content of a stretch.
func (c *claim) blendWords(b *blend, s stretch) {
	for i := s.from; i < s.to; i++ {
		if t := c.words[i].Token; content(t) || t.UPOS == language.PRON {
			b.add(t)
		}
	}
	b.mean()
}

// claimShare is how much the network has to say on a claimant, beside the linear model.
const claimShare = 0.5

var claimSenseOptions = dense.Options{Hidden: 48, Epochs: 15, Rate: 0.001, Decay: 0.01, Dropout: 0.5, Group: vectors.Dim, Seed: 37}
