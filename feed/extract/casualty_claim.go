package extract

import (
	"strings"

	"crisisdesk/feed/language"
	"crisisdesk/model"
)

// claim is a figure as attribution sees it: somebody may have given it.
type claim struct {
	*heard
	sentence int
	number   int     // word of the page at which the number starts
	own      stretch // the words of the figure and of what it counts
	holders  []int   // statements of heard.said that hold the number, the innermost first
}

// claimant is somebody who may have given a figure.
type claimant struct {
	mention int    // in discourse.mentions, silent where no words here name him
	entity  int    // in discourse.entities, -1 where it is yet to be resolved
	by      int    // statement of heard.said that he makes, -1 where he is known by no statement
	how     string // how he stands to the figure
}

// How somebody stands to a figure.
const (
	byHolder = "holds"  // he says the statement that holds the figure
	byOuter  = "around" // he says one around that
	byNamed  = "here"   // he is named in the sentence
	byAhead  = "ahead"  // he is named in the sentence before, or heads the list
	byLast   = "spoke"  // he spoke last before the sentence
)

// claim places a figure of sentence i among the words of the page.
func (h *heard) claim(i int, v *victims) claim {
	first := h.bounds[i].from
	for first > 0 && h.words[first-1].sentence == i {
		first--
	}
	end := first + min(len(h.sentences[i].Tokens), longestSentence)
	at := func(token int) int { return min(first+token, end-1) }
	c := claim{heard: h, sentence: i, number: at(v.number), own: stretch{at(v.start), at(max(v.end, v.start+1)-1) + 1}}
	for k := range h.said {
		for _, s := range h.said[k].content {
			if s.holds(c.number) {
				c.holders = append(c.holders, k)
				break
			}
		}
	}
	for k := len(c.holders) - 1; k > 0; k-- {
		if h.width(c.holders[k], c.number) < h.width(c.holders[0], c.number) {
			c.holders[0], c.holders[k] = c.holders[k], c.holders[0]
		}
	}
	return c
}

// width is how many words the part of a statement has that holds a word.
func (h *heard) width(said, word int) int {
	for _, s := range h.said[said].content {
		if s.holds(word) {
			return s.to - s.from
		}
	}
	return 0
}

// claimants lists who may have given a figure.
func (c *claim) claimants() []claimant {
	var out []claimant
	for n, k := range c.holders {
		how := byHolder
		if n > 0 {
			how = byOuter
		}
		s := c.said[k].speaker
		out = append(out, claimant{mention: s.mention, entity: s.entity, by: k, how: how})
	}
	out = c.named(out, c.sentence, byNamed)
	if k := c.lastSaid(); k >= 0 {
		s := c.said[k].speaker
		out = append(out, claimant{mention: s.mention, entity: s.entity, by: k, how: byLast})
	}
	if i := c.sentenceAhead(); i >= 0 {
		out = c.named(out, i, byAhead)
	}
	return out
}

// mostNamed is how many mentions of a sentence may have given a figure.
const mostNamed = 24

// named adds those whom a sentence names, but not what the figure counts.
func (c *claim) named(out []claimant, sentence int, how string) []claimant {
	s, n := c.bounds[sentence], 0
	for k := c.firstMention(s.from); k < len(c.mentions) && c.mentions[k].from < s.to && n < mostNamed; k++ {
		m := &c.mentions[k]
		if m.stretch.meets(c.own) > 0 || m.head == c.number || calendar[c.words[m.head].lemma] || c.words[m.head].UPOS == language.NUM || c.listed(out, k) {
			continue
		}
		n++
		out = append(out, claimant{mention: k, entity: m.entity, by: c.saidBy(k), how: how})
	}
	return out
}

// listed reports whether a mention is among claimants.
func (c *claim) listed(claimants []claimant, mention int) bool {
	for i := range claimants {
		if claimants[i].mention == mention {
			return true
		}
	}
	return false
}

// saidBy is the first statement that a mention makes, -1 where it makes none.
func (h *heard) saidBy(mention int) int {
	for k := range h.said {
		if h.said[k].speaker.mention == mention {
			return k
		}
	}
	return -1
}

// spokeBefore is how many sentences back somebody who spoke is remembered.
const spokeBefore = 6

// lastSaid is the statement that was made last before the sentence of a figure,
// -1 where none is near.
func (c *claim) lastSaid() int {
	from, best := c.bounds[c.sentence].from, -1
	for k := range c.said {
		end := c.said[k].content[len(c.said[k].content)-1].to
		if end <= from && c.sentence-c.words[end-1].sentence <= spokeBefore {
			best = k
		}
	}
	return best
}

// sentenceAhead is the sentence before that of a figure, in the same block or
// at the head of the list that the figure stands in; -1 where there is none.
func (c *claim) sentenceAhead() int {
	b := c.blockOf(c.sentence)
	for i := c.sentence - 1; i >= max(0, c.sentence-mostItems); i-- {
		if c.bounds[i].empty() {
			continue
		}
		if c.blockOf(i) == b {
			return i
		}
		if c.words[c.bounds[i].to-1].Form == ":" {
			return i
		}
		if !c.item(c.sentence) || !c.item(i) {
			return -1
		}
	}
	return -1
}

// mostItems is how many sentences of a list stand between a figure and its head.
const mostItems = 12

// item reports whether a sentence stands in an item of a list.
func (h *heard) item(sentence int) bool {
	b := h.blockOf(sentence)
	return h.blocks[b].Kind == language.ListItem
}

// nameOf is the fullest name of a claimant.
func (e *events) nameOf(c *claim, k claimant) string {
	if k.entity < 0 && k.mention >= 0 {
		t := &talk{spoken: c.spoken[:c.before[c.sentence]], turn: -1}
		k.entity = e.x.resolve(c.discourse, t, k.mention)
	}
	s := e.x.speakerOf(c.discourse, speaker{k.mention, k.entity})
	return e.speaker(&s)
}

// claimedBy is who gives a figure, "" where the text itself asserts it. The
// figures of a page are asked for in their order.
func (e *events) claimedBy(i int, v *victims) string {
	c := e.heard.claim(i, v)
	k, p := e.likeliestClaimant(&c)
	known := p >= c.least(k)
	if !known {
		k, known = c.carried(&e.claimed)
	}
	e.claimed = claimed{i, k, known}
	if !known {
		return ""
	}
	return e.nameOf(&c, k)
}

// How likely somebody must be to have given a figure: who says the statement
// that holds it, whom the page credits with its news, and anybody else.
const holderLeast, creditLeast, claimLeast float32 = 0.1, 0.05, 0.2

func (c *claim) least(k claimant) float32 {
	switch {
	case k.how == byHolder:
		return holderLeast
	case c.credits(k):
		return creditLeast
	}
	return claimLeast
}

// likeliestClaimant is who most likely gave a figure, and how likely. Untrained
// it is who says the statement that holds it, outside of titles.
func (e *events) likeliestClaimant(c *claim) (best claimant, top float32) {
	m := e.x.models.casualties.claimant
	for _, k := range c.claimants() {
		var p [2]float32
		switch {
		case m != nil:
			c.features(k, &e.bag)
			m.Probabilities(&e.bag, p[:])
			e.sense = c.sense(k, e.sense[:0])
			var q [2]float32
			e.x.models.casualties.claimSense.Probabilities(e.sense, q[:])
			blendInto(p[:], q[:], claimShare)
		case k.how == byHolder && e.kinds[c.blockOf(c.sentence)] != model.Title:
			p[1] = 1
		}
		if p[1] > top {
			best, top = k, p[1]
		}
	}
	return best, top
}

// speaker is the fullest name of a speaker: that of the lexicon where the page
// only describes it, in more than a word ("the army's media wing"), with the
// short form that follows in brackets ("the UN mission (UNAMA)").
func (e *events) speaker(s *model.Speaker) string {
	the := len(s.Name) > 4 && strings.EqualFold(s.Name[:4], "the ") && strings.Contains(s.Name[4:], " ")
	if name := e.called[s.ActorID]; the && name != "" || strings.Contains(name, s.Name) {
		return name
	}
	if a, ok := e.x.lex.Actor(s.ActorID); ok && the {
		return a.Name
	}
	if rest, ok := strings.CutPrefix(e.text[min(s.Surface.End, len(e.text)):], " ("); ok && s.Surface.End > 0 {
		if short, _, ok := strings.Cut(rest, ")"); ok && isShortForm(short) {
			return s.Name + " (" + short + ")"
		}
	}
	return s.Name
}
