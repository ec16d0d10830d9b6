package extract

import (
	"slices"

	"crisisdesk/model"
)

// said is a statement in the making.
type said struct {
	speaker    speaker
	cue        stretch // empty where no words report it
	at         int     // word by which the act is told, -1 without a cue
	content    []stretch
	confidence float32
	by         string
	turn       *turn // of an interview, nil elsewhere
	addressee  int   // mention right behind the cue, -1 without one
}

// heard is what a page attributes to somebody, with what attribution knows.
type heard struct {
	*discourse
	said       []said
	spoken     []int             // entities, in the order in which they spoke
	before     []int             // of each sentence: how many had spoken when it began
	statements []model.Statement // of said, in its order
}

// hear finds what the page attributes to somebody.
func (x *Extractor) hear(p *page) *heard {
	d := x.discourse(p)
	x.markInside(d)
	t := &talk{turn: -1}
	var all []said
	before := make([]int, len(d.bounds))
	covered := 0 // words before this one are spoken for
	for i, s := range d.bounds {
		before[i] = len(t.spoken)
		if s.empty() || p.kinds[d.blockOf(i)] == model.Title {
			continue
		}
		cues := x.decide(d, t, s)
		d.spread(cues, s)
		foreign := false // somebody else than the voice of the turn is quoted
		for n := range cues {
			cues[n].speaker = x.choose(d, t, cues, n, s)
			if len(cues[n].content) == 0 || d.turnAt(i) != nil && d.firstPerson(&cues[n]) {
				continue
			}
			foreign = true
			t.hear(cues[n].speaker.entity)
			all = append(retract(all, cues[n].content[0], s), cues[n].said(d))
			covered = max(covered, cues[n].content[len(cues[n].content)-1].to)
		}
		switch u := d.turnAt(i); {
		case foreign || s.from < covered:
		case u != nil && !u.asks:
			all = d.speakOn(all, u, s)
			t.hear(u.entity)
		case u == nil:
			all = x.follow(d, t, all, s)
		}
	}
	return &heard{discourse: d, said: all, spoken: t.spoken, before: before, statements: x.records(d, all)}
}

// retract takes back what was found in the words of content before sentence s:
// a quotation that was left open there turns out to be reported here.
func retract(all []said, content, s stretch) []said {
	if content.from >= s.from {
		return all
	}
	kept := all[:0]
	for _, a := range all {
		a.content = slices.DeleteFunc(a.content, func(c stretch) bool { return content.from <= c.from && c.to <= content.to })
		if len(a.content) > 0 {
			kept = append(kept, a)
		}
	}
	return kept
}

// speakOn adds a sentence to the statement that a turn makes.
func (d *discourse) speakOn(all []said, u *turn, s stretch) []said {
	content := d.trim(stretch{max(s.from, u.body), s.to})
	if content.empty() {
		return all
	}
	for i := len(all) - 1; i >= 0 && all[i].content[0].from >= u.body; i-- {
		if all[i].turn == u {
			all[i].content = append(all[i].content, content)
			return all
		}
	}
	return append(all, said{addressee: silent, speaker: speaker{silent, u.entity}, at: -1, content: []stretch{content}, by: "turn", turn: u})
}

func (t *talk) hear(e int) {
	if e >= 0 {
		t.spoken = append(t.spoken, e)
	}
}

func (c *cue) said(d *discourse) said {
	addressee := silent
	if c.kind == verbCue && addresses(d.words[c.at].lemma) {
		addressee = c.right
	}
	return said{addressee: addressee, speaker: c.speaker, cue: c.stretch, at: c.at, content: c.content, confidence: c.confidence, by: "cue"}
}

// addresses reports whether the object of a verb of speech is who is spoken to.
func addresses(lemma string) bool {
	switch lemma {
	case "tell", "inform", "ask", "urge", "assure", "remind", "warn", "advise", "order", "instruct", "implore", "beg", "thank", "reassure", "brief":
		return true
	}
	return false
}

// Probabilities from which a cue counts: below one half, as a statement that is
// missed costs as much as one that is made up. Of a word that the lexicon does
// not know to report, the model has seen little.
const (
	likely      = 0.42
	likelyOther = 0.45
)

// decide finds the cues of a sentence that report.
func (x *Extractor) decide(d *discourse, t *talk, s stretch) []cue {
	cues := d.cues(s)
	kept := cues[:0:len(cues)]
	layouts := x.models.statements.layout
	var p [5]float32
	for k := range cues {
		c := &cues[k]
		if layouts == nil {
			c.layout = d.ruled(c, s)
			continue
		}
		d.cueFeatures(&t.features, cues, k, s)
		layouts.Probabilities(&t.features, p[:])
		x.models.statements.weigh(d, cues, k, s, &p)
		c.confidence = 1 - p[noLayout]
		if c.teller >= 0 {
			c.layout = around
			continue
		}
		c.teller = d.byWhom(c)
		if c.teller >= 0 && d.at(d.mentions[c.teller].tail, c.at).lemma == "that" {
			c.layout = after
			continue
		}
		if c.confidence < likely || c.confidence < likelyOther && c.kind == verbCue && d.words[c.at].speech == nil {
			continue
		}
		c.layout = after
		for l := after; l <= entire; l++ {
			if p[l] > p[c.layout] {
				c.layout = l
			}
		}
		if c.layout == after && d.answers(c, s) {
			c.layout = entire
		}
		const doubtful = 0.15
		if d.betweenQuotes(c) || min(p[before], p[after]) > doubtful && d.parenthetical(c) {
			c.layout = around
		}
	}
	for _, c := range cues {
		if c.layout != noLayout {
			kept = append(kept, c)
		}
	}
	return kept
}
