package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// typeQuotes types the quotation marks among the tokens of one block as opening
// or closing. Curly marks say so themselves; a straight mark opens where it
// stands before a word and not right behind one, and closes otherwise. A
// single mark behind a word closes only what a single mark opened: else it is
// an apostrophe ("the fighters' camp"). State ends with the block: a paragraph that opens with a
// mark inside a longer quotation opens again, as printers set it.
func typeQuotes(tokens []Token) {
	var double, single bool // one is open
	for i := range tokens {
		t := &tokens[i]
		switch t.Form {
		case "“", "«", "„", "``", "‟", "‘", "‚", "‹":
			t.Quote = OpenQuote
			if t.Form == "‘" || t.Form == "‚" || t.Form == "‹" {
				single = true
			} else {
				double = true
			}
		case "”", "»", "''", "›":
			t.Quote = CloseQuote
			double = false
		case "\"", "″", "\uff02":
			t.Quote = straight(tokens, i, double)
			double = t.Quote == OpenQuote
		case "'", "’", "`":
			t.Quote = singleMark(tokens, i, single)
			single = t.Quote == OpenQuote || single && t.Quote == NoQuote
		}
	}
}

// straight types a double straight mark; open says that one is open already.
func straight(tokens []Token, i int, open bool) Quote {
	before, after := gluedBefore(tokens, i), gluedAfter(tokens, i)
	switch {
	case before && !after:
		return CloseQuote
	case after && !before:
		return OpenQuote
	case open:
		return CloseQuote
	}
	return OpenQuote
}

// singleMark types a single mark, or leaves it an apostrophe.
func singleMark(tokens []Token, i int, open bool) Quote {
	before, after := gluedBefore(tokens, i), gluedAfter(tokens, i)
	mark := tokens[i].Form
	if after && !before && mark != "’" {
		return OpenQuote
	}
	if !open || !before {
		return NoQuote
	}
	if possessive(tokens, i) {
		return NoQuote
	}
	return CloseQuote
}

// possessive reports whether the mark follows a plural and a lower-case word
// follows it, with another single mark not far behind to close the quotation.
func possessive(tokens []Token, i int) bool {
	if i == 0 || i+1 >= len(tokens) || !strings.HasSuffix(tokens[i-1].Form, "s") {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(tokens[i+1].Form); !unicode.IsLower(r) {
		return false
	}
	const reach = 40 // tokens
	for j := i + 1; j < len(tokens) && j <= i+reach; j++ {
		switch tokens[j].Form {
		case "‘":
			return false
		case "'", "’":
			return gluedBefore(tokens, j)
		}
	}
	return false
}

// gluedBefore reports whether a word or a closing mark touches token i from the left.
func gluedBefore(tokens []Token, i int) bool {
	if i == 0 || tokens[i-1].End != tokens[i].Start {
		return false
	}
	switch r := lastRune(tokens[i-1].Form); r {
	case '(', '[', '{', '—', '–', '-', '“', '‘', '«':
		return false
	default:
		return tokens[i-1].Quote != OpenQuote
	}
}

// gluedAfter reports whether a word or an opening mark touches token i from the right.
func gluedAfter(tokens []Token, i int) bool {
	if i+1 >= len(tokens) || tokens[i].End != tokens[i+1].Start {
		return false
	}
	r, _ := utf8.DecodeRuneInString(tokens[i+1].Form)
	switch r {
	case ')', ']', '}', ',', '.', ';', ':', '!', '?', '—', '–', '-', '”':
		return r == '.' && len(tokens[i+1].Form) > 1
	}
	return true
}
