package extract

import (
	"crisisdesk/feed/language"
	"crisisdesk/model"
)

// claimed is who gave a figure: its sentence, and who did where somebody is known.
type claimed struct {
	sentence int
	by       claimant
	known    bool
}

// credits reports whether the page credits what a sentence tells to somebody:
// at either end of a title ("12 killed: police", "Police: 12 killed"), or at
// the head of the list that the sentence is an item of.
func (c *claim) credits(k claimant) bool {
	if k.mention < 0 {
		return false
	}
	m := &c.mentions[k.mention]
	if c.words[m.head].sentence == c.headOfList() {
		return true
	}
	if k.how != byNamed || c.kinds[c.blockOf(c.sentence)] != model.Title {
		return false
	}
	s, before, after := c.bounds[c.sentence], c.at(m.from-1, m.head), c.at(m.to, m.head)
	if m.to >= s.to-1 {
		return before.mark() || before.speech != nil || after.speech != nil
	}
	return m.from <= s.from+1 && after.Form == ":"
}

// carried is who gave a figure that nobody gives in its sentence: of a part of
// the figure before ("six of them were children"), who gave that; of an item,
// who speaks at the head of the list.
func (c *claim) carried(before *claimed) (claimant, bool) {
	if len(c.holders) > 0 || c.count(c.bounds[c.sentence], (*word).reports) > 0 {
		return claimant{}, false
	}
	if before.known && c.sentence-before.sentence <= 1 && c.partOfOther() {
		return before.by, true
	}
	head := c.headOfList()
	for k := range c.said {
		if s := &c.said[k]; s.at >= 0 && c.words[s.at].sentence == head && s.speaker.entity >= 0 {
			return claimant{mention: s.speaker.mention, entity: s.speaker.entity, by: k, how: byLast}, true
		}
	}
	return claimant{}, false
}

// headOfList is the sentence with a colon that heads the list of which a figure
// stands in an item, -1 where there is none.
func (c *claim) headOfList() int {
	if head := c.sentenceAhead(); head >= 0 && c.item(c.sentence) && c.words[c.bounds[head].to-1].Form == ":" {
		return head
	}
	return -1
}

// partOfOther reports whether a figure is part of one given before: "six of
// them", "two of whom".
func (c *claim) partOfOther() bool {
	return c.at(c.own.to, c.number).lemma == "of" && c.at(c.own.to+1, c.number).UPOS == language.PRON
}
