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
