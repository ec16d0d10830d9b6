package extract

import (
	"strconv"

	"crisisdesk/feed/language"
	"crisisdesk/feed/linear"
	"crisisdesk/model"
)

// features describes somebody as the one who gave a figure.
func (c *claim) features(k claimant, f *linear.Features) {
	f.Reset()
	held := c.heldBy()
	place := "prose"
	if b := c.blockOf(c.sentence); c.kinds[b] == model.Title {
		place = "title"
	} else if c.item(c.sentence) {
		place = "list"
	}
	quoted := strconv.FormatBool(c.words[c.number].quotation > 0)
	f.Add("how", k.how, held)
	f.Add("how place", k.how, place)
	f.Add("how quoted", k.how, quoted, held)
	f.AddIf(k.by >= 0, "speaks", k.how, held)
	if k.by >= 0 {
		c.sayingFeatures(k, f)
	}
	if k.how == byLast || k.how == byAhead {
		f.Add("backward", c.backward(c.sentence), k.how)
		f.Add("backward held", c.backward(c.sentence), k.how, held)
	}
	if k.mention < 0 {
		f.Add("silent", k.how, held)
		return
	}
	m := &c.mentions[k.mention]
	class := c.mentionClass(k.mention)
	f.Add("class", class, k.how)
	f.Add("class held", class, k.how, held)
	f.Add("head", c.words[m.head].lemma, k.how)
	f.Add("form", strconv.Itoa(int(m.kind)), m.article, strconv.FormatBool(m.plural), k.how)
	f.AddIf(m.owner, "owner", k.how, class)
	if m.owner {
		f.Add("owns", c.owned(m), k.how)
	}
	inSentence := c.words[m.head].sentence == c.sentence
	if inSentence {
		c.nearFeatures(m, f, class, held, place)
		c.pathFeatures(m, f, class)
	} else {
		c.farFeatures(m, f, k.how, class, held)
	}
}

// heldBy says what found the statement that holds a figure, "nothing" where
// none holds it.
func (c *claim) heldBy() string {
	if len(c.holders) == 0 {
		return "nothing"
	}
	s := &c.said[c.holders[0]]
	if s.by != "cue" {
		return s.by
	}
	if c.words[s.at].sentence != c.sentence {
		return "cue before"
	}
	return "cue"
}

// sayingFeatures tell of the statement that somebody makes.
func (c *claim) sayingFeatures(k claimant, f *linear.Features) {
	s := &c.said[k.by]
	f.Add("by", s.by, k.how)
	if s.at >= 0 {
		f.Add("cue", c.words[s.at].lemma, k.how)
		f.Add("sure", grade(int(10*s.confidence), 4, 6, 8, 9), k.how)
	}
	last := s.content[len(s.content)-1]
	far := bucket(c.sentence - c.words[last.to-1].sentence)
	same := strconv.FormatBool(c.blockOf(c.sentence) == c.blockOf(c.words[last.to-1].sentence))
	f.Add("since", far, k.how)
	f.Add("since block", far, same, k.how)
	f.Add("since quoted", same, k.how, strconv.FormatBool(c.words[c.number].quotation > 0))
	f.Add("opens", c.words[c.bounds[c.sentence].from].lemma, k.how)
}

// nearFeatures tell how a mention stands to a figure of the same sentence.
func (c *claim) nearFeatures(m *mention, f *linear.Features, class, held, place string) {
	side, gap := "left", c.gap(m)
	if m.from >= c.own.to {
		side = "right"
	}
	before, after := c.at(m.from-1, m.head), c.at(m.to, m.head)
	then := c.at(m.to+1, m.head)
	f.Add("side", side, class)
	f.Add("side held", side, held)
	f.Add("before", before.lemma, side)
	f.Add("before class", before.lemma, side, class)
	f.Add("after", after.lemma, side)
	f.Add("after class", after.lemma, side, class)
	f.Add("then", after.lemma, then.lemma, side)
	f.Add("between ends", before.lemma, after.lemma, side)
	f.Add("gap", side, bucket(gap.to-gap.from))
	verbs, reports, others, marks := c.count(gap, (*word).verbal), c.count(gap, (*word).reports), c.mentionsIn(gap), ""
	for i := gap.from; i < gap.to; i++ {
		w := &c.words[i]
		switch w.Form {
		case ",", ";", ":", "(", ")":
			if len(marks) < 4 && !w.verbal() {
				marks += w.Form
			}
		}
		if i < gap.from+8 || i >= gap.to-2 {
			f.Add("word between", side, w.lemma)
		}
	}
	f.Add("between", side, bucket(verbs), marks)
	f.Add("between others", side, bucket(others), bucket(reports))
	f.Add("between verbs", side, bucket(verbs), bucket(reports), class)
	f.AddIf(m.from <= c.bounds[c.sentence].from+1, "opens sentence", class, held)
	f.AddIf(m.to >= c.bounds[c.sentence].to-1, "ends sentence", class, before.lemma)
	f.AddIf(m.to >= c.bounds[c.sentence].to-1, "ends", place, before.UPOS.String())
	f.AddIf(before.speech != nil, "speech before", side, held)
	f.AddIf(after.speech != nil, "speech after", side, held)
	f.AddIf(before.speech != nil || after.speech != nil, "speech beside", side, place, class)
	f.Add("side place", side, place, held)
	f.AddIf(before.mark(), "mark before", before.Form, side, place)
	f.AddIf(after.mark(), "mark after", after.Form, side, place)
	f.Add("quoted", strconv.FormatBool(c.words[m.head].quotation > 0), strconv.FormatBool(c.words[c.number].quotation == c.words[m.head].quotation), side)
	for _, n := range c.holders {
		for _, s := range c.said[n].content {
			f.AddIf(s.holds(m.head), "in content", side, class)
		}
	}
}

// pathFeatures tell of the way through the tree from a mention to a figure.
func (c *claim) pathFeatures(m *mention, f *linear.Features, class string) {
	const longest = 8
	w := &c.words[m.head]
	a, b := pathUp(m.head, longest, c.head), pathUp(c.number, longest, c.head)
	if len(a) > 1 {
		g := &c.words[a[1]]
		f.Add("governor", w.Rel, g.lemma)
		f.Add("governor speech", w.Rel, strconv.FormatBool(g.speech != nil), class)
	}
	i, j, ok := meeting(a, b)
	if !ok {
		f.Add("no way")
		return
	}
	way, end := "", ""
	for _, n := range a[:i] {
		way += c.words[n].Rel + ">"
	}
	for n := j - 1; n >= max(0, j-2); n-- {
		end += "<" + c.words[b[n]].Rel
	}
	f.Add("up", way)
	f.Add("way", way, end)
	f.Add("way class", way, class)
	f.Add("top", way, c.words[a[i]].lemma)
	f.Add("steps", bucket(i), bucket(j))
}

// owned is the noun of what a mention owns: the count in "by Pakistan's own count".
func (c *claim) owned(m *mention) string {
	for i := m.to + 1; i < m.to+5; i++ {
		w := c.at(i, m.head)
		if w.nominal() && !c.at(i+1, m.head).nominal() {
			return w.lemma
		}
	}
	return ""
}

// backward is the first word of a sentence that means somebody named before:
// "he", "its".
func (c *claim) backward(sentence int) string {
	s := c.bounds[sentence]
	for i := s.from; i < s.to; i++ {
		w := &c.words[i]
		if w.XPOS == "PRP$" || w.UPOS == language.PRON && anaphoric(w.lemma) && !relative(w.lemma) {
			return w.lemma + " " + w.XPOS
		}
	}
	return "none"
}

// farFeatures tell of a mention in another sentence.
func (c *claim) farFeatures(m *mention, f *linear.Features, how, class, held string) {
	w := &c.words[m.head]
	s := c.bounds[w.sentence]
	order := c.mentionsIn(stretch{s.from, m.from})
	far := bucket(c.sentence - w.sentence)
	same := strconv.FormatBool(c.blockOf(c.sentence) == c.blockOf(w.sentence))
	f.Add("far", far, same, how, held)
	f.Add("far rel", w.Rel, how, class)
	f.Add("far order", bucket(order), how, held)
	f.Add("far opens", c.words[c.bounds[c.sentence].from].lemma, how)
	f.Add("far ends", c.words[s.to-1].Form, how)
	if h := c.head(m.head); h >= 0 {
		f.Add("far governor", w.Rel, c.words[h].lemma)
	}
	f.Add("far speech", bucket(c.count(c.bounds[c.sentence], (*word).reports)), how)
}

// count is how many words of a stretch are such.
func (d *discourse) count(s stretch, such func(*word) bool) int {
	n := 0
	for i := s.from; i < s.to; i++ {
		n += one(such(&d.words[i]))
	}
	return n
}

// mentionsIn is how many mentions stand in a stretch, in part at least.
func (d *discourse) mentionsIn(s stretch) int {
	n, last := 0, 0
	for i := s.from; i < s.to; i++ {
		if m := d.words[i].mention; m != last {
			n, last = n+one(m > 0), m
		}
	}
	return n
}
