package extract

import "crisisdesk/feed/language"

// quote finds the quotations of the page. One ends with the mark that answers
// its opening, or with its block: a longer quotation opens again in the next,
// and is one with it. Marks inside another quotation are part of it.
func (d *discourse) quote() {
	open, family := -1, false
	from, last, parts := -1, -1, 0 // of the whole quotation: its start, its last open end, its blocks
	shut := func(to int) {
		if open < to {
			d.quotations = append(d.quotations, stretch{open, to})
			for i := open; i < to; i++ {
				d.words[i].quotation = len(d.quotations)
			}
			d.whole = append(d.whole, stretch{from, to})
		}
		open = -1
	}
	block := -1
	for i := range d.words {
		if b := d.blockOf(d.words[i].sentence); b != block {
			if open >= 0 {
				shut(i)
				last = i
			}
			block = b
		}
		switch w := &d.words[i]; {
		case w.Quote == language.OpenQuote && open < 0:
			open = i + 1
			if parts++; last != i || parts > mostParts {
				from, parts = open, 1
			}
			family = double(w.Form)
		case w.Quote == language.CloseQuote && open >= 0 && double(w.Form) == family:
			shut(i)
		}
	}
	if open >= 0 {
		shut(len(d.words))
	}
	for q := len(d.whole) - 2; q >= 0; q-- {
		if d.whole[q].from == d.whole[q+1].from {
			d.whole[q].to = d.whole[q+1].to
		}
	}
}

// mostParts bounds the blocks of one quotation.
const mostParts = 12

// double reports whether a quotation mark is a double one.
func double(mark string) bool {
	switch mark {
	case "'", "‘", "’", "‚", "`", "‹", "›":
		return false
	}
	return true
}

// wholeAt is the quotation that holds word i with those in the blocks beside it
// that it goes on from or goes on in.
func (d *discourse) wholeAt(i int) (stretch, bool) {
	if i < 0 || i >= len(d.words) || d.words[i].quotation == 0 {
		return stretch{}, false
	}
	return d.whole[d.words[i].quotation-1], true
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
