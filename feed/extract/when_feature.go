package extract

import (
	"strconv"

	"crisisdesk/feed/language"
	"crisisdesk/feed/linear"
)

// features describes how a date stands to the event.
func (c *choice) features(d *dating, f *linear.Features) {
	f.Reset()
	by, family := string(d.by), string(c.kind.Family())
	like := 0
	for i := range c.all {
		like += one(c.all[i].by == bySaid && c.all[i].when == d.when)
	}
	first := strconv.FormatBool(d.when == c.rule)
	f.Add("by", by)
	f.Add("first", by, first)
	f.Add("first", by, first, family)
	f.Add("first", by, first, grade(c.here, 0, 1), grade(c.around, 0))
	f.Add("others", by, grade(c.here, 0, 1, 2), grade(c.around, 0, 1, 2))
	f.Add("kind", by, string(c.kind))
	f.Add("like", by, grade(like, 0, 1, 2))
	if d.by == bySaid {
		c.saidFeatures(d, family, f)
		return
	}
	lead, none := strconv.FormatBool(c.leads(c.group)), strconv.FormatBool(c.here == 0)
	t := &c.tellings[c.group[0]]
	s := c.sentence(t.sentence)
	tag := s.Tokens[t.start].XPOS
	f.Add("lead", by, lead, none)
	f.Add("lead", by, lead, none, family)
	f.Add("tense", by, tag, none)
	f.Add("tense", by, tag, lead, none)
	f.Add("at", by, grade(t.sentence, 1, 3, 6, 12, 24), none)
	f.Add("told", by, grade(len(c.group), 1, 2, 4, 8), none)
	f.Add("block", by, strconv.Itoa(int(c.kinds[s.Block])), none)
	c.ageWords(t, by+none, f)
}

// saidFeatures describes how an expression of time stands to the telling
// nearest to it.
func (c *choice) saidFeatures(d *dating, family string, f *linear.Features) {
	t, m := &c.tellings[d.near], &c.dates[d.sentence][d.at]
	sort := strconv.Itoa(int(m.kind)) + strconv.FormatBool(m.day != 0)
	width := grade(d.when.Days(), 0, 1, 3, 7, 31)
	f.Add("sort", sort)
	f.Add("sort", sort, family)
	f.Add("width", width, family)
	f.AddIf(m.since, "since", family)
	f.AddIf(m.until, "until", family)
	f.AddIf(!d.when.Bounded(), "open", family)
	if now := c.clock.now(); now != 0 {
		f.AddIf(d.when.From > now, "ahead")
		f.Add("age", grade(int(now-d.when.Latest()), -1, 0, 1, 3, 7, 30, 90, 365), width)
	}
	gap := t.sentence - d.sentence
	where := "before"
	switch {
	case gap == 0:
		where = "here"
	case gap < 0:
		where = "behind"
	}
	f.Add("where", where, sort)
	f.Add("where", where, family)
	if gap == 0 {
		c.besideFeatures(t, d, m, sort, family, f)
	} else {
		c.aroundFeatures(t, d, m, sort, width, where, f)
	}
}

// aroundFeatures describes how an expression of time stands to a telling of
// another sentence.
func (c *choice) aroundFeatures(t *telling, d *dating, m *moment, sort, width, where string, f *linear.Features) {
	near := grade(t.sentence-d.sentence, -1, 1, 2, 3)
	last := strconv.FormatBool(d.at == len(c.dates[d.sentence])-1)
	same := strconv.FormatBool(c.sentence(t.sentence).Block == c.sentence(d.sentence).Block)
	f.Add("gap", near, same, grade(c.here, 0, 1))
	f.Add("gap", near, same, grade(c.here, 0, 1), sort)
	f.Add("gap", near, same, grade(c.here, 0, 1), last)
	f.Add("gap", near, same, grade(c.here, 0, 1), width)
	f.AddIf(m.start == 0, "opens", same, grade(c.here, 0, 1))
	f.Add("own", grade(len(c.dates[t.sentence]), 0, 1), where)
	between := 0
	for s := d.sentence + 1; s < t.sentence; s++ {
		between += len(c.dates[s])
	}
	f.Add("between", where, grade(between, 0, 1), grade(c.here, 0, 1))
	c.ageWords(t, where, f)
}

// besideFeatures describes how an expression of time stands to a telling of
// its own sentence.
func (e *events) besideFeatures(t *telling, d *dating, m *moment, sort, family string, f *linear.Features) {
	s := e.sentence(d.sentence)
	side, gap := "left", t.start-m.end
	if m.start >= t.end {
		side, gap = "right", m.start-t.end
	}
	f.Add("side", side, grade(gap, 0, 1, 3, 6, 12, 20))
	f.Add("side", side, grade(gap, 0, 1, 3, 6, 12, 20), sort)
	from, to := m.end, t.start
	if side == "right" {
		from, to = t.end, m.start
	}
	speech, verbs, commas := 0, 0, 0
	for i := from; i < to && i < len(s.Tokens); i++ {
		switch c := e.class[d.sentence][i]; {
		case c == "speech":
			speech++
		case isVerb(&s.Tokens[i]):
			verbs++
		case s.Tokens[i].Form == "," || s.Tokens[i].Form == ";":
			commas++
		}
	}
	f.Add("between", side, grade(speech, 0), grade(verbs, 0, 1), grade(commas, 0, 1))
	f.Add("first", strconv.FormatBool(m.start <= 2), side)
	f.Add("count", grade(len(e.dates[d.sentence]), 1, 2), strconv.Itoa(min(d.at, 3)))
	closest := e.closestDate(t) == d.at
	f.Add("closest", strconv.FormatBool(closest), side)
	f.Add("closest", strconv.FormatBool(closest), side, family)
	f.AddIf(m.start > 0 && e.class[d.sentence][m.start-1] == "speech", "after speech")
	f.Add("word before", lower(s.Tokens[m.start].Form), side)
	f.AddIf(m.start <= 6 && d.sentence < 2 && e.opens(d.sentence), "dateline")
	if !s.Parsed {
		return
	}
	hangs := e.hangsOn(d.sentence, m, t)
	f.Add("hangs", hangs)
	f.Add("hangs", hangs, side, sort)
	f.Add("hangs", hangs, strconv.FormatBool(closest))
}

// hangsOn says what an expression of time depends on in the tree of its
// sentence: a telling, or another word between them.
func (e *events) hangsOn(sentence int, m *moment, t *telling) string {
	s := e.sentence(sentence)
	for step, at := range pathIn(s, s.Tokens[m.end-1].Head, 8) {
		switch {
		case at >= m.start && at < m.end:
		case at >= t.start && at < t.end:
			return "on it " + strconv.Itoa(min(step, 3))
		case e.class[sentence][at] == "speech":
			return "on speech"
		case s.Tokens[at].UPOS == language.VERB:
			return "on another verb"
		}
	}
	return "nowhere"
}

// opens reports whether the name of a place opens a sentence as a dateline does.
func (e *events) opens(sentence int) bool {
	for k := range e.names[sentence] {
		if e.dateline(sentence, &e.names[sentence][k]) {
			return true
		}
	}
	return false
}

// ageWords adds the words around a telling that say whether it is news.
func (e *events) ageWords(t *telling, where string, f *linear.Features) {
	ts := e.sentence(t.sentence).Tokens
	for i := max(0, t.start-8); i < min(len(ts), t.end+8); i++ {
		if age := irreal[lower(ts[i].Form)]; age != "" {
			f.Add("age word", where, age)
		}
	}
}
