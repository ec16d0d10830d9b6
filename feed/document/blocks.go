package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// block is a paragraph, a heading, a list item or a line of furniture: one
// line of the file, or several where the page was wrapped by hand.
type block struct {
	start, end int    // bytes of the file
	text       string // what lies between, line breaks included
	gap        bool   // a blank line, or the start of the file, lies before it
	shape      shape
	folded     string        // as the cues of furniture are written; "" for a long block, which none fits
	dates      []stampedDate // in a block that is not long
	dateLine   bool          // a date and what belongs to one is all there is
}

const (
	wrappedMax = 96 // bytes: a page with a longer line is not wrapped by hand
	wrappedMin = 6  // lines that a page must have to be judged
)

// blocksOf joins the lines of text into blocks.
func blocksOf(text string) []block {
	lines := splitLines(text)
	widest := 0
	for _, l := range lines {
		widest = max(widest, len(l.text))
	}
	wrapped := widest <= wrappedMax && len(lines) >= wrappedMin
	var out []block
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && !lines[to].gap {
			to++
		}
		out = appendBlocks(out, text, lines[from:to], wrapped, widest)
		from = to
	}
	return out
}

// appendBlocks appends the blocks of a group of lines without a blank one between.
func appendBlocks(out []block, text string, group []line, wrapped bool, width int) []block {
	if len(group) > 2 {
		width = 0
		for _, l := range group {
			width = max(width, len(l.text))
		}
	}
	for i := 0; i < len(group); {
		b := block{start: group[i].start, end: group[i].end, gap: group[i].gap}
		for i++; i < len(group) && wrapped && goesOn(group[i-1].text, group[i].text, width); i++ {
			b.end = group[i].end
		}
		b.text = text[b.start:b.end]
		b.shape = shapeOf(b.text)
		if len(b.text) <= asideMax {
			b.folded = fold(b.text)
			b.findDates()
		}
		out = append(out, b)
	}
	return out
}

// goesOn reports whether next continues prev: its first word would not have
// fitted, or it begins in lower case where prev did not end.
func goesOn(prev, next string, width int) bool {
	if bulletLen(next) > 0 {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(next); unicode.IsLower(r) && !ended(prev) && len(prev) > width/2 {
		return true
	}
	first, _, _ := strings.Cut(next, " ")
	return len(prev)+1+len(first) > width
}
