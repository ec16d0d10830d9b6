package extract

import (
	"strconv"
	"strings"

	"crisisdesk/feed/language"
	"crisisdesk/feed/linear"
)

// cueFeatures describes a cue among those of its sentence to the model that
// decides whether it reports, and where its content stands.
func (d *discourse) cueFeatures(f *linear.Features, cues []cue, k int, s stretch) {
	f.Reset()
	c := &cues[k]
	w := &d.words[c.at]
	kind := cueKindNames[c.kind]
	lemma := w.lemma
	if c.kind == phraseCue || w.phrase > 1 {
		lemma = w.speech.Lemma
	}
	class := "none"
	if w.speech != nil {
		class = w.speech.POS
		f.Add("act", w.speech.Act, kind)
		f.AddIf(w.speech.That, "takes that")
	}
	rule := layoutNames[d.ruled(c, s)]
	left, right := d.leftContext(c, s), d.rightContext(c, s)
	subject := d.mentionClass(c.subject)
	f.Add("kind", kind, class)
	f.Add("lemma", lemma, kind)
	f.Add("lemma right", lemma, right)
	f.Add("lemma left", lemma, left)
	f.Add("rule", rule)
	f.Add("rule class", rule, class, right)
	f.Add("tag", w.XPOS, class)
	f.Add("left", left, kind)
	f.Add("right", right, kind)
	f.Add("around", left, right, kind)
	f.Add("subject", subject, class)
	f.Add("subject tag", subject, w.XPOS, right)
	f.Add("inverted", d.mentionClass(c.right), left)
	f.Add("subject distance", bucket(d.subjectDistance(c)), class)
	d.windowFeatures(f, c, class)
	f.Add("verb group", d.verbGroup(c, s))
	f.AddIf(w.quotation > 0, "quoted", class)
	f.AddIf(d.quoteEnd(c, s) > 0, "quote before", kind, right)
	f.Add("to end", bucket(s.to-c.end), class)
	f.Add("from start", bucket(c.clause-s.from), class)
	f.AddIf(d.words[s.to-1].Form == "?", "question", class)
	f.AddIf(d.negated(c, s), "negated", class, right)
	f.AddIf(d.negated(c, s), "negated lemma", lemma)
	d.insideCueFeatures(f, cues, k, s, class)
	d.neighbourFeatures(f, cues, k, class)
	d.treeFeatures(f, c, s, class)
	d.placeFeatures(f, c.at, class)
	if in, _ := d.quoted(s); in > 0 {
		f.Add("quotes in sentence", class, right)
	}
}

// windowFeatures tell of the two words on each side of a cue.
func (d *discourse) windowFeatures(f *linear.Features, c *cue, class string) {
	for i := 1; i <= 2; i++ {
		p, n := d.at(c.from-i, c.at), d.at(c.to-1+i, c.at)
		at := strconv.Itoa(i)
		f.Add("prev", at, p.lemma)
		f.Add("next", at, n.lemma)
		f.Add("prev tag", at, p.UPOS.String(), class)
		f.Add("next tag", at, n.UPOS.String(), class)
	}
	f.Add("next lemmas", d.at(c.to, c.at).lemma, d.at(c.to+1, c.at).lemma)
}

// leftContext says what stands right before the reporting clause.
func (d *discourse) leftContext(c *cue, s stretch) string {
	if c.clause <= s.from {
		return "start"
	}
	w := d.at(c.clause-1, c.at)
	switch {
	case w.Quote == language.CloseQuote:
		return "quote"
	case w.Form == ",":
		if d.at(c.clause-2, c.at).Quote == language.CloseQuote {
			return "quote"
		}
		return ","
	case w.mark():
		return w.Form
	case w.UPOS == language.CCONJ, w.UPOS == language.ADP, w.UPOS == language.SCONJ, w.UPOS == language.PRON, w.UPOS == language.PART:
		return w.lemma
	}
	return w.UPOS.String()
}

// rightContext says what follows the cue: the nearest of that, a colon, a
// quotation or a verb, or the end.
func (d *discourse) rightContext(c *cue, s stretch) string {
	const reach = 9
	gap := "near "
	for i := c.to; i < min(s.to, c.to+reach); i++ {
		if i > c.to+1 {
			gap = "far "
		}
		w := &d.words[i]
		switch {
		case w.Quote == language.OpenQuote:
			return gap + "quote"
		case w.Form == ":":
			return gap + ":"
		case w.lemma == "that" && (w.UPOS == language.SCONJ || w.UPOS == language.NoUPOS):
			return gap + "that"
		case w.UPOS == language.SCONJ:
			return gap + w.lemma
		case w.UPOS == language.AUX, w.verbal():
			return gap + w.XPOS
		case w.Form == "," || w.Form == ";":
			return gap + "comma"
		case w.UPOS == language.ADP && i == c.to:
			return gap + w.lemma
		}
	}
	if s.to-c.to <= reach {
		return "end"
	}
	return "noun"
}

// mentionClass is the kind of somebody that a mention names.
func (d *discourse) mentionClass(k int) string {
	if k < 0 {
		return "nobody"
	}
	m := &d.mentions[k]
	w := &d.words[m.head]
	switch {
	case m.kind == pronoun:
		return w.lemma
	case calendar[w.lemma]:
		return "date"
	case w.known != "" && !(w.known == "place" && d.isPerson(m)):
		return w.known
	case d.isPerson(m):
		return "person"
	case m.kind == named:
		return "name"
	case w.people != "":
		return w.people
	case w.speech != nil:
		return "speech"
	case m.entity >= 0:
		return "apposed"
	}
	return "thing"
}

// isPerson reports whether a mention names a person.
func (d *discourse) isPerson(m *mention) bool {
	return m.kind == named && m.entity >= 0 && d.entities[m.entity].person
}

// ofCalendar reports whether a word, or its abbreviation, is a day, a month or a time of day.
func ofCalendar(form string) bool { return calendar[strings.Trim(strings.ToLower(form), ".")] }

var calendar = wordSet(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
	september october november december jan feb mar apr jun jul aug sep sept oct nov dec today yesterday morning evening night
	afternoon day week month year hour`)

func (d *discourse) subjectDistance(c *cue) int {
	if c.subject < 0 {
		return -1
	}
	return c.at - d.mentions[c.subject].to
}

func bucket(n int) string {
	switch {
	case n < 0:
		return "none"
	case n <= 3:
		return strconv.Itoa(n)
	case n <= 6:
		return "few"
	case n <= 12:
		return "some"
	}
	return "many"
}

// negated reports whether the cue is said not to happen.
func (d *discourse) negated(c *cue, s stretch) bool {
	for i := max(s.from, c.from-4); i < c.from; i++ {
		if w := &d.words[i]; negative(w.lemma) || w.Form == "n't" {
			return true
		}
	}
	return c.subject >= 0 && negative(d.words[d.mentions[c.subject].from].lemma)
}

// verbGroup is the auxiliaries and particles right before a verb.
func (d *discourse) verbGroup(c *cue, s stretch) string {
	group := ""
	for i := c.from - 1; i >= max(s.from, c.from-4); i-- {
		w := &d.words[i]
		if w.UPOS != language.AUX && w.lemma != "to" && w.lemma != "not" && w.Form != "n't" {
			if w.UPOS == language.ADV {
				continue
			}
			break
		}
		group = w.lemma + " " + group
	}
	return group
}

// neighbourFeatures tell of the other cues of the sentence, those to the left
// already decided.
func (d *discourse) neighbourFeatures(f *linear.Features, cues []cue, k int, class string) {
	last := noLayout
	for i := k - 1; i >= 0; i-- {
		if cues[i].layout != noLayout {
			last = cues[i].layout
			f.Add("behind", layoutNames[last], bucket(cues[k].clause-cues[i].end), class)
			f.Add("behind tag", layoutNames[last], d.words[cues[k].at].XPOS, d.leftContext(&cues[k], stretch{0, 0}))
			f.AddIf(cues[i].subject == cues[k].subject, "same subject", class)
			break
		}
	}
	f.AddIf(last == noLayout, "first cue", class)
	rest := 0
	for i := k + 1; i < len(cues); i++ {
		if d.words[cues[i].at].speech != nil {
			rest++
		}
	}
	f.Add("cues ahead", bucket(rest), class)
}

// treeFeatures tell what the tree makes of the cue.
func (d *discourse) treeFeatures(f *linear.Features, c *cue, s stretch, class string) {
	w := &d.words[c.at]
	if w.Rel == "" {
		return
	}
	f.Add("rel", w.Rel, class)
	if h := d.head(c.at); h >= 0 {
		f.Add("head", w.Rel, d.words[h].UPOS.String(), d.words[h].lemma)
	}
	base := s.from
	for i := s.from; i < s.to; i++ {
		if x := &d.words[i]; base+x.Head == c.at && x.Head >= 0 {
			f.Add("child", x.Rel, class)
			switch x.Rel {
			case "ccomp", "parataxis", "xcomp", "obj", "obl", "nsubj", "advcl":
				side := "left"
				if i > c.at {
					side = "right"
				}
				f.Add("child side", x.Rel, side, class)
				f.Add("child lemma", x.Rel, side, x.lemma)
			}
		}
	}
}

// placeFeatures tell where on the page word i stands.
func (d *discourse) placeFeatures(f *linear.Features, i int, class string) {
	b := d.blockOf(d.words[i].sentence)
	f.Add("block", d.blocks[b].Kind.String(), class)
	f.Add("passage", strconv.Itoa(int(d.kinds[b])), class)
	f.AddIf(d.words[i].sentence == 0 || d.blockOf(d.words[i].sentence-1) != b, "block start", class)
}

// insideCueFeatures tell whether the words around a cue are likely said.
func (d *discourse) insideCueFeatures(f *linear.Features, cues []cue, k int, s stretch, class string) {
	c := &cues[k]
	to := s.to
	if k+1 < len(cues) {
		to = max(c.end, cues[k+1].clause)
	}
	from := s.from
	for i := k - 1; i >= 0; i-- {
		if cues[i].layout != noLayout {
			from = min(cues[i].end, c.clause)
			break
		}
	}
	next, rest := d.insideShare(stretch{c.end, to}), d.insideShare(stretch{c.end, s.to})
	left := d.insideShare(stretch{from, c.clause})
	own := d.insideShare(c.stretch)
	f.Add("inside next", next, class)
	f.Add("inside rest", rest, class)
	f.Add("inside left", left, class)
	f.Add("inside own", own, class)
	f.Add("inside around", left, own, rest)
}
