package extract

import (
	"fmt"

	"crisisdesk/feed/language"
	"crisisdesk/feed/linear"
)

// followNames are the classes of a sentence that no cue reports.
var followNames = []string{"none", "merge", "own"}

const (
	notSaid  = "none"
	goesOn   = "merge" // part of the statement before
	ownWords = "own"   // a statement of its own by the same speaker
)

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
