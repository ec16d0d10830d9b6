package extract

import "crisisdesk/feed/language"

// quote finds the quotations of the page. One ends with the mark that answers
// its opening, or with its block: a longer quotation opens again in the next.
// Marks inside another quotation are part of it.
func (d *discourse) quote() {
	open, family := -1, false
	shut := func(to int) {
		if open < to {
			d.quotations = append(d.quotations, stretch{open, to})
			for i := open; i < to; i++ {
				d.words[i].quotation = len(d.quotations)
			}
		}
		open = -1
	}
	block := -1
	for i := range d.words {
		if b := d.blockOf(d.words[i].sentence); b != block {
			if open >= 0 {
				shut(i)
			}
			block = b
		}
		switch w := &d.words[i]; {
		case w.Quote == language.OpenQuote && open < 0:
			open, family = i+1, double(w.Form)
		case w.Quote == language.CloseQuote && open >= 0 && double(w.Form) == family:
			shut(i)
		}
	}
	if open >= 0 {
		shut(len(d.words))
	}
}

// double reports whether a quotation mark is a double one.
func double(mark string) bool {
	switch mark {
	case "'", "‘", "’", "‚", "`", "‹", "›":
		return false
	}
	return true
}

// quotationAt is the quotation that holds word i, if any.
func (d *discourse) quotationAt(i int) (stretch, bool) {
	if i < 0 || i >= len(d.words) || d.words[i].quotation == 0 {
		return stretch{}, false
	}
	return d.quotations[d.words[i].quotation-1], true
}

// quoted counts the words, marks aside, of s that stand in quotations, and all.
func (d *discourse) quoted(s stretch) (in, all int) {
	for i := s.from; i < s.to; i++ {
		if d.words[i].mark() {
			continue
		}
		all++
		if d.words[i].quotation > 0 {
			in++
		}
	}
	return in, all
}
