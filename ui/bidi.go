package ui

import (
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// leftToRight is the left-to-right mark: it has no width, and a terminal that orders
// text by the Unicode bidirectional algorithm takes it for a Latin letter. A
// text that runs from the right to the left between two of them is ordered
// within itself; without them the figures and the text of the next columns
// would change places with it.
const leftToRight = "\u200e"

// fromRight reports whether s has letters or figures that are written from the
// right, as Urdu, Pashto and Dari are.
func fromRight(s string) bool {
	for i, r := range s {
		if r < 0x0590 { // none comes before Hebrew
			continue
		}
		switch p, _ := bidi.LookupString(s[i:]); p.Class() {
		case bidi.R, bidi.AL, bidi.AN:
			return true
		}
	}
	return false
}

// isolate is s as it can be put beside other text: it changes places with
// nothing, and what stands on the sides of the program's own arrows and dots
// does not either, since who struck whom must not be turned round.
func (r *row) isolate(s string) string {
	if r.inPieces || !fromRight(s) {
		return s
	}
	for _, sign := range []string{r.arrow, r.dot} {
		s = strings.ReplaceAll(s, " "+sign+" ", leftToRight+" "+sign+" "+leftToRight)
	}
	return leftToRight + s + leftToRight
}

// isolatePieces isolates a text that is put piece by piece.
func (r *row) isolatePieces(text string, put func()) {
	if r.inPieces = fromRight(text); !r.inPieces {
		put()
		return
	}
	r.buf = append(r.buf, leftToRight...)
	put()
	r.buf = append(r.buf, leftToRight...)
	r.inPieces = false
}
