package extract

import "crisisdesk/feed/language"

// asideVerbs are the verbs behind which a phrase right before a comma is who
// says it, and not whom it is said of: "Kabul, says an official, cannot ...".
var asideVerbs = wordSet(`say add explain note argue claim insist maintain report write announce declare state reply admit
	concede recall suggest`)

// aside finds who speaks where commas set the reporting clause off between a
// subject and its verb: "The Taliban, said Asif, had agreed", "The army, one
// officer says, has no plans". What is said is the rest of the sentence, and not
// its subject says it. The mention is -1, and the clause empty, where a cue is
// no such aside.
func (d *discourse) aside(c *cue, s stretch) (mention int, clause stretch) {
	if w := &d.words[c.at]; c.kind != verbCue || w.speech == nil || w.quotation > 0 || !finite(w) {
		return -1, stretch{}
	}
	mention, from, to := -1, c.from, c.to
	if k := d.mentionEnding(c.from); k >= 0 && d.at(d.mentions[k].from-1, c.at).Form == "," {
		mention, from = k, d.mentions[k].from
	} else if c.right >= 0 && d.at(c.from-1, c.at).Form == "," && asideVerbs[d.words[c.at].lemma] {
		mention, to = c.right, d.mentions[c.right].tail
	}
	if mention < 0 || relative(d.words[d.mentions[mention].head].lemma) || d.predicates(stretch{s.from, from}) {
		return -1, stretch{}
	}
	const reach = 8 // "on Monday", "in a statement"
	for i := to; i < min(s.to, to+reach); i++ {
		w := &d.words[i]
		if w.Form == "," && i+1 < s.to && finite(&d.words[i+1]) && d.words[i+1].speech == nil {
			return mention, stretch{from, i}
		}
		if w.mark() || finite(w) {
			break
		}
	}
	return -1, stretch{}
}

// byWhom is the mention that a passive names as who says it: "was claimed by
// the TTP", -1 where there is none.
func (d *discourse) byWhom(c *cue) int {
	w := &d.words[c.at]
	if c.kind != verbCue || w.XPOS != "VBN" || w.speech == nil || w.quotation > 0 || d.at(c.to, c.at).lemma != "by" || !d.passive(c) {
		return -1
	}
	if i := c.to + 1; i < len(d.words) && d.words[i].mention > 0 && d.words[i].sentence == w.sentence {
		if k := d.words[i].mention - 1; d.mentions[k].from == i {
			return k
		}
	}
	return -1
}

// passive reports whether a form of be stands before a cue.
func (d *discourse) passive(c *cue) bool {
	for i := c.from - 1; i >= max(0, c.from-3); i-- {
		if w := d.at(i, c.at); w.lemma == "be" {
			return true
		} else if w.UPOS != language.ADV && w.UPOS != language.AUX {
			return false
		}
	}
	return false
}

// mentionEnding is the mention that ends before a word, -1 where none does.
func (d *discourse) mentionEnding(at int) int {
	if at == 0 || d.words[at-1].mention == 0 {
		return -1
	}
	if k := d.words[at-1].mention - 1; d.mentions[k].to == at {
		return k
	}
	return -1
}

// predicates reports whether a verb of a stretch has a subject of its own.
func (d *discourse) predicates(s stretch) bool {
	for i := s.from; i < s.to; i++ {
		if finite(&d.words[i]) {
			return true
		}
	}
	return false
}

// finite reports whether a verb or auxiliary is one that a sentence can stand on.
func finite(w *word) bool {
	switch w.XPOS {
	case "VBD", "VBZ", "VBP", "MD":
		return w.UPOS == language.VERB || w.UPOS == language.AUX
	}
	return false
}
