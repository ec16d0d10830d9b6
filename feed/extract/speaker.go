package extract

import (
	"strconv"
	"strings"

	"crisisdesk/feed/language"
	"crisisdesk/feed/linear"
)

// speaker is who says something: the words that name him here, and whom they mean.
type speaker struct {
	mention int // -1 where the sentence does not name him
	entity  int // -1 where nobody is found
}

// silent stands for a mention that is not there: the speaker carries over.
const silent = -1

// speakersOf lists the mentions that may be the speaker of a cue, the silent one last.
func (d *discourse) speakersOf(c *cue, s stretch) []int {
	var out []int
	for k := d.firstMention(s.from); k < len(d.mentions) && d.mentions[k].from < s.to; k++ {
		m := &d.mentions[k]
		if q := d.words[m.head].quotation; q > 0 && q != d.words[c.at].quotation || d.dumb(m) {
			continue
		}
		const reach = 60
		if m.to < c.at-reach || m.from > c.at+reach {
			continue
		}
		out = append(out, k)
	}
	return append(out, silent)
}

// dumb reports whether a mention is a number or a date, which say nothing.
func (d *discourse) dumb(m *mention) bool {
	w := &d.words[m.head]
	return calendar[w.lemma] || calendar[strings.ToLower(w.Form)] || startsWithDigit(w.Form)
}

// firstMention is the index of the first mention at or behind word i.
func (d *discourse) firstMention(i int) int {
	lo, hi := 0, len(d.mentions)
	for lo < hi {
		if mid := (lo + hi) / 2; d.mentions[mid].from < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// ruledSpeaker is the mention that a fixed rule takes for the speaker.
func (d *discourse) ruledSpeaker(c *cue) int {
	switch {
	case c.kind == phraseCue, c.right >= 0 && c.layout != after && (c.subject < 0 || c.at-d.mentions[c.subject].to > 2):
		return c.right
	case c.kind == colonCue && c.layout == before:
		return c.right
	}
	return c.subject
}

// speakerFeatures describes mention k, or silent, as the speaker of a cue.
func (d *discourse) speakerFeatures(f *linear.Features, cues []cue, n, k int, s stretch) {
	f.Reset()
	c := &cues[n]
	w := &d.words[c.at]
	kind := cueKindNames[c.kind]
	shape := kind + " " + layoutNames[c.layout]
	ruled := d.ruledSpeaker(c) == k
	f.AddIf(ruled, "ruled", shape)
	if k == silent {
		f.Add("silent", shape, w.XPOS)
		f.Add("silent tag", w.XPOS, d.leftContext(c, s))
		f.Add("silent subject", d.mentionClass(c.subject), kind)
		f.Add("silent first", strconv.FormatBool(n == 0), shape)
		return
	}
	m := &d.mentions[k]
	class := d.mentionClass(k)
	f.Add("class", class, kind)
	f.Add("class ruled", class, strconv.FormatBool(ruled))
	f.AddIf(m.owner, "owner", kind, class)
	f.AddIf(k == c.subject, "subject", kind, w.XPOS)
	f.AddIf(k == c.right, "right", shape)
	f.Add("head", d.words[m.head].lemma)
	side, gap := "left", stretch{m.tail, c.from}
	if m.from >= c.to {
		side, gap = "right", stretch{c.to, m.from}
	} else if m.to > c.from {
		side, gap = "inside", stretch{c.from, c.from}
	} else if m.tail > c.from {
		gap = stretch{m.to, c.from}
	}
	f.Add("side", side, shape)
	before := d.at(m.from-1, m.head)
	f.Add("before", before.lemma, side, kind)
	f.Add("after", d.at(m.to, m.head).lemma, side)
	d.gapFeatures(f, c, k, side, gap, shape)
	f.AddIf(m.from == s.from, "opens sentence", shape)
	if n > 0 && cues[n-1].layout != noLayout {
		f.AddIf(cues[n-1].speaker.mention == k, "speaks before", w.XPOS, d.leftContext(c, s))
	}
	for i := range c.content {
		if c.layout != entire && c.content[i].holds(m.head) {
			f.Add("in content", shape, side)
		}
	}
	d.relationFeatures(f, c, m, kind)
}

// gapFeatures tell what stands between a mention and a cue.
func (d *discourse) gapFeatures(f *linear.Features, c *cue, k int, side string, gap stretch, shape string) {
	w, before := &d.words[c.at], d.at(d.mentions[k].from-1, d.mentions[k].head)
	class := d.mentionClass(k)
	verbs, others, commas := 0, 0, 0
	for i := gap.from; i < gap.to; i++ {
		x := &d.words[i]
		switch {
		case x.verbal():
			verbs++
		case x.Form == ",":
			commas++
		}
		if x.mention > 0 && x.mention-1 != k && (i == gap.from || d.words[i-1].mention != x.mention) {
			others++
		}
	}
	f.Add("gap", side, bucket(gap.to-gap.from), shape)
	f.Add("between", side, bucket(verbs), bucket(others), bucket(commas))
	f.Add("verbs between", side, bucket(verbs), shape, w.XPOS)
	f.Add("mentions between", side, bucket(others), shape)
	f.AddIf(side == "left" && verbs == 0 && !prepositional(before), "free left", shape, class)
	f.AddIf(side == "right" && gap.to == gap.from, "adjacent right", shape, class)
	f.Add("lemma side", w.lemma, side, bucket(others))
}

// relationFeatures tell how the tree joins a mention to a cue.
func (d *discourse) relationFeatures(f *linear.Features, c *cue, m *mention, kind string) {
	w := &d.words[m.head]
	if w.Rel == "" {
		return
	}
	f.Add("rel", w.Rel, kind)
	switch h := d.head(m.head); {
	case h < 0:
	case h == c.at:
		f.Add("of cue", w.Rel, kind, strconv.FormatBool(m.head < c.at))
	case d.head(c.at) == h:
		f.Add("beside cue", w.Rel, d.words[c.at].Rel)
	case d.words[c.at].Rel == "conj" && d.head(c.at) >= 0 && d.head(d.head(c.at)) == h:
		f.Add("beside conj", w.Rel)
	}
}

// choose finds the speaker of a decided cue.
func (x *Extractor) choose(d *discourse, t *talk, cues []cue, n int, s stretch) speaker {
	c := &cues[n]
	if c.teller >= 0 {
		return speaker{c.teller, x.resolve(d, t, c.teller)}
	}
	best, top := d.ruledSpeaker(c), float32(-1)
	if model := x.models.statements.speaker; model != nil {
		var p [2]float32
		for _, k := range d.speakersOf(c, s) {
			d.speakerFeatures(&t.features, cues, n, k, s)
			model.Probabilities(&t.features, p[:])
			if p[1] > top {
				best, top = k, p[1]
			}
		}
	}
	if best != silent {
		return speaker{best, x.resolve(d, t, best)}
	}
	for i := n - 1; i >= 0; i-- {
		if e := cues[i].speaker.entity; cues[i].layout != noLayout && e >= 0 {
			return speaker{silent, e}
		}
	}
	return speaker{silent, t.latest()}
}

// roleOf is the description of an entity without its name, and what it belongs to.
func (d *discourse) roleOf(e *entity) (role, affiliation string) {
	if e.role.empty() {
		return "", ""
	}
	from, to := e.role.from, e.role.to
	for i := from; i < to; i++ {
		if d.words[i].clitic() {
			return d.textOf(d.bare(stretch{i + 1, to})), d.textOf(d.bare(stretch{from, i}))
		}
		if l := d.words[i].lemma; l == "of" || l == "at" || l == "for" || l == "with" {
			return d.textOf(d.bare(stretch{from, i})), d.textOf(d.bare(stretch{i + 1, to}))
		}
	}
	return d.textOf(d.bare(e.role)), ""
}

// bare takes the article off a phrase.
func (d *discourse) bare(s stretch) stretch {
	for s.from < s.to && d.words[s.from].UPOS == language.DET {
		s.from++
	}
	return s
}
