package extract

import "crisisdesk/feed/language"

// spread gives each reporting cue of a sentence the words that it reports. All
// that stands between two cues goes to one of them.
func (d *discourse) spread(cues []cue, s stretch) {
	for k := range cues {
		c := &cues[k]
		c.content = nil
		if c.layout == before || c.layout == around {
			c.content = d.appendContent(c.content, d.contentBefore(cues, k, s))
		}
		switch c.layout {
		case around:
			c.content = d.appendContent(c.content, d.secondPart(c, d.contentAfter(cues, k, s)))
		case after:
			c.content = d.appendContent(c.content, d.contentAfter(cues, k, s))
		case entire:
			c.content = d.appendContent(c.content, stretch{c.clause, max(c.to, d.contentAfter(cues, k, s).to)})
		}
	}
}

// secondPart is what of rest, the words behind the reporting clause, goes on
// with what stands before it: of a quotation only what is quoted again, as an
// apposition to the speaker may stand between.
func (d *discourse) secondPart(c *cue, rest stretch) stretch {
	if len(c.content) == 0 || d.words[c.content[0].to-1].quotation == 0 {
		return rest
	}
	for rest.from < rest.to && d.words[rest.from].quotation == 0 {
		rest.from++
	}
	return rest
}

func (d *discourse) appendContent(list []stretch, s stretch) []stretch {
	if s = d.trim(s); s.empty() {
		return list
	}
	return append(list, s)
}

// contentBefore is what stands between the cue before and the reporting clause
// of cue k; a quotation that ends there starts where its first sentence does.
func (d *discourse) contentBefore(cues []cue, k int, s stretch) stretch {
	c := &cues[k]
	from, to := s.from, c.clause
	if k > 0 {
		from = max(from, cues[k-1].end)
		if l := cues[k-1].layout; l != before {
			from = d.border(from, to)
		}
	}
	if k > 0 {
		return stretch{from, max(from, to)}
	}
	first := from
	if d.words[first].Quote == language.OpenQuote {
		first++
	}
	if q, ok := d.wholeAt(first); ok && q.from < from {
		from = q.from
	}
	return stretch{from, max(from, to)}
}

// border parts the content of two cues that share the words between them:
// at a semicolon, a quotation mark, or an "and" behind a comma.
func (d *discourse) border(from, to int) int {
	for i := to - 2; i > from; i-- {
		w := &d.words[i]
		if w.Form == ";" || w.Quote == language.OpenQuote || w.lemma == "and" && d.words[i-1].Form == "," {
			return i
		}
	}
	return from
}

// contentAfter is what stands between the reporting clause of cue k and that of
// the next; a quotation that starts there ends where its last sentence does.
func (d *discourse) contentAfter(cues []cue, k int, s stretch) stretch {
	c := &cues[k]
	from, to := d.contentStart(c, s), s.to
	for n := k + 1; n < len(cues); n++ {
		next := &cues[n]
		if d.nested(c.at, next.at) && next.layout != before {
			continue
		}
		to = max(from, next.clause)
		if (next.layout == before || next.layout == around) && next.kind != nounCue {
			to = max(from, d.border(from, next.clause))
		}
		break
	}
	if q, ok := d.wholeAt(to - 1); ok && q.to > to && to == s.to {
		to = q.to
	}
	return stretch{from, d.relativeEnd(c, from, to)}
}

// relativeEnd is where what somebody says in a relative clause ends: before the
// comma behind which the sentence goes on with its verb, "the minister, who
// said that he was ill, has left".
func (d *discourse) relativeEnd(c *cue, from, to int) int {
	if c.subject < 0 || !relative(d.words[d.mentions[c.subject].head].lemma) || d.at(d.mentions[c.subject].from-1, c.at).Form != "," {
		return to
	}
	for i := from; i+1 < to; i++ {
		if w := &d.words[i]; w.Form == "," && w.quotation == 0 && finite(&d.words[i+1]) {
			return i
		}
	}
	return to
}

// contentStart is the first word of what follows a cue: behind the addressee
// and the time, where a that, a colon or a quotation shows it.
func (d *discourse) contentStart(c *cue, s stretch) int {
	from := c.to
	if c.layout == around || c.kind == phraseCue {
		from = c.end
		if c.right >= 0 {
			from = max(from, d.mentions[c.right].tail)
		}
	}
	const reach = 14
	for i := c.to; i < min(s.to, c.to+reach); i++ {
		w := &d.words[i]
		switch {
		case w.Form == ":" || d.complements(c, i):
			return i + 1
		case w.Quote == language.OpenQuote && c.kind == verbCue && d.words[c.at].lemma == "tell":
			return i
		case w.verbal() || w.UPOS == language.AUX || w.UPOS == language.PRON && i > c.to:
			return from
		}
	}
	return from
}

// complements reports whether word i is a that which opens what a cue reports.
// One behind the time or the place ("said on Sunday that nine had died") does,
// even where it was tagged as a pronoun, unless a verb or a time follows, or
// what it may point at ("of that sort").
func (d *discourse) complements(c *cue, i int) bool {
	w, next := &d.words[i], d.at(i+1, i)
	switch {
	case w.lemma != "that":
		return false
	case w.UPOS == language.SCONJ:
		return true
	}
	points := next.XPOS == "NN" || next.UPOS == language.ADJ
	return i > c.to && !points && !next.verbal() && next.UPOS != language.AUX && !ofCalendar(next.Form)
}

// trim takes marks, conjunctions and complementizers off both ends.
func (d *discourse) trim(s stretch) stretch {
	for s.from < s.to {
		w := &d.words[s.from]
		if !w.mark() && !(w.lemma == "that" && w.UPOS == language.SCONJ) && !(w.UPOS == language.CCONJ && d.opens(s.from)) {
			break
		}
		s.from++
	}
	for s.from < s.to {
		w := &d.words[s.to-1]
		if !w.mark() && w.UPOS != language.CCONJ {
			break
		}
		s.to--
	}
	return s
}

// opens reports whether word i starts its sentence or follows a mark.
func (d *discourse) opens(i int) bool {
	w := d.at(i-1, i)
	return w == &blank || w.mark()
}

// nested reports whether the tree puts word inner into what word outer says.
func (d *discourse) nested(outer, inner int) bool {
	const deepest = 12
	for range deepest {
		h := d.head(inner)
		if h < 0 {
			return false
		}
		if h == outer {
			switch d.words[inner].Rel {
			case "conj", "advcl", "parataxis":
				return false
			}
			return inner > outer
		}
		inner = h
	}
	return false
}

// parenthetical reports whether commas set the reporting clause off inside
// its sentence.
func (d *discourse) parenthetical(c *cue) bool {
	return d.at(c.clause-1, c.at).Form == "," && d.at(d.clauseEnd(c), c.at).Form == ","
}

// betweenQuotes reports whether the reporting clause splits a quotation.
func (d *discourse) betweenQuotes(c *cue) bool {
	left, end := d.at(c.clause-1, c.at), d.clauseEnd(c)
	if left.Form == "," {
		left = d.at(c.clause-2, c.at)
	}
	if left.Quote != language.CloseQuote {
		return false
	}
	return d.at(end, c.at).Quote == language.OpenQuote || d.at(end, c.at).mark() && d.at(end+1, c.at).Quote == language.OpenQuote
}

// clauseEnd is the end of a reporting clause with what hangs on its last phrase.
func (d *discourse) clauseEnd(c *cue) int {
	if c.right >= 0 {
		return max(c.end, d.mentions[c.right].tail)
	}
	return c.end
}
