package extract

import (
	"fmt"

	"crisisdesk/feed/extract/linear"
	"crisisdesk/feed/language"
	"crisisdesk/model"
)

// followNames are the classes of a sentence that no cue reports.
var followNames = []string{"none", "merge", "own"}

const (
	notSaid  = "none"
	goesOn   = "merge" // part of the statement before
	ownWords = "own"   // a statement of its own by the same speaker
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

// statements finds what the page attributes to somebody.
func (x *Extractor) statements(p *page) []model.Statement {
	d := x.discourse(p)
	x.markInside(d)
	t := &talk{turn: -1}
	var all []said
	covered := 0 // words before this one are spoken for
	for i, s := range d.bounds {
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
			all = append(all, cues[n].said(d))
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
	return x.records(d, all)
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

// likely is the probability from which a cue counts: below one half, as a
// statement that is missed costs as much as one that is made up.
const likely = 0.36

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
		c.confidence = 1 - p[noLayout]
		if c.confidence < likely {
			continue
		}
		c.layout = after
		for l := after; l <= entire; l++ {
			if p[l] > p[c.layout] {
				c.layout = l
			}
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

// follow decides about a sentence without a cue: nothing is said, the
// statement before goes on, or its speaker says something more.
func (x *Extractor) follow(d *discourse, t *talk, all []said, s stretch) []said {
	if len(all) == 0 {
		return all
	}
	last := &all[len(all)-1]
	class, p := d.ruledFollow(last, s), float32(0)
	if m := x.models.statements.follow; m != nil {
		d.followFeatures(&t.features, last, s)
		class, p = m.Best(&t.features)
	}
	content := d.trim(s)
	if content.empty() {
		return all
	}
	switch class {
	case goesOn:
		last.content = append(last.content, content)
	case ownWords:
		all = append(all, said{addressee: silent, speaker: speaker{silent, last.speaker.entity}, at: -1, content: []stretch{content}, confidence: p, by: "follow"})
		t.hear(last.speaker.entity)
	}
	return all
}

// ruledFollow lets a quotation right behind a statement of its block go on.
func (d *discourse) ruledFollow(last *said, s stretch) string {
	end := last.content[len(last.content)-1].to - 1
	if in, all := d.quoted(s); 2*in > all && d.words[s.from].sentence-d.words[end].sentence <= 2 {
		if d.blockOf(d.words[s.from].sentence) == d.blockOf(d.words[end].sentence) {
			return goesOn
		}
		return ownWords
	}
	return notSaid
}

// followFeatures describes a sentence without a cue behind the statement last.
func (d *discourse) followFeatures(f *linear.Features, last *said, s stretch) {
	f.Reset()
	end := last.content[len(last.content)-1].to - 1
	sentence, before := d.words[s.from].sentence, d.words[end].sentence
	gap := bucket(sentence - before)
	block := "same"
	switch d.blockOf(sentence) - d.blockOf(before) {
	case 0:
	case 1:
		block = "next"
	default:
		block = "far"
	}
	in, all := d.quoted(s)
	quoted := "none"
	switch {
	case in > 0 && in == all:
		quoted = "all"
	case in > 0:
		quoted = "part"
	}
	lastIn, lastAll := 0, 0
	for _, c := range last.content {
		i, n := d.quoted(c)
		lastIn, lastAll = lastIn+i, lastAll+n
	}
	lastQuoted := fmt.Sprint(lastIn > 0, lastIn == lastAll)
	cueLemma := "none"
	if last.at >= 0 {
		cueLemma = d.words[last.at].lemma
	}
	f.Add("gap", gap, block, quoted)
	f.Add("quoted", quoted, block, lastQuoted)
	f.Add("first", d.words[s.from].lemma)
	f.Add("first tag", d.words[s.from].UPOS.String(), gap, block)
	f.Add("cue", cueLemma, gap, block)
	f.Add("by", last.by, gap, block, quoted)
	f.Add("parts", bucket(len(last.content)), gap, block)
	f.Add("size", bucket(all), quoted, block)
	f.Add("end", d.words[s.to-1].Form, quoted, block)
	f.Add("order", fmt.Sprint(last.at > end), gap, block, lastQuoted)
	for i := s.from; i < s.to; i++ {
		w := &d.words[i]
		if w.UPOS == language.AUX || w.UPOS == language.PRON {
			f.Add("word", w.lemma, gap, block)
			f.Add("word quoted", w.lemma, quoted)
		}
		if w.verbal() {
			f.Add("verb", w.XPOS, gap, block)
		}
	}
	f.Add("inside", d.insideShare(s), block)
	f.Add("inside gap", d.insideShare(s), gap, quoted)
	d.placeFeatures(f, s.from, gap)
}
