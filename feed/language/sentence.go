package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A splitter finds where the sentences of one block end, from its tokens: behind
// a full stop, a question or exclamation mark or an ellipsis, with the marks that
// close behind it, where what follows can open a sentence.
type splitter struct {
	text   string
	tokens []Token
}

// sentences appends the sentences of the tokens of one block.
func sentences(out []Sentence, text string, block int, tokens []Token) []Sentence {
	s := splitter{text, tokens}
	start := 0
	for i := 0; i < len(tokens); {
		end, ok := s.boundary(i)
		i = end
		if !ok && end < len(tokens) {
			continue
		}
		part := tokens[start:end:end]
		out = append(out, Sentence{
			Block: block, Start: part[0].Start, End: part[len(part)-1].End, Tokens: part,
		})
		start = end
	}
	return out
}

// boundary looks at token i. It returns the index of the token after it and the
// marks that close with it, and whether a sentence ends there.
func (s splitter) boundary(i int) (int, bool) {
	form := s.tokens[i].Form
	if s.creditFollows(i+1) || s.dateEnds(i) || s.dateFollows(i+1) {
		return i + 1, true
	}
	final, _ := utf8.DecodeLastRuneInString(form)
	if final != '.' && final != '?' && final != '!' && final != '…' && final != '。' && final != '؟' && final != '۔' {
		return i + 1, false
	}
	end := s.closers(i + 1)
	if end >= len(s.tokens) {
		return end, true
	}
	if !s.spaced(end) {
		return i + 1, false
	}
	if isWordRune(firstRune(form)) {
		return end, s.afterAbbreviation(form, end)
	}
	next := s.opener(end)
	if next >= len(s.tokens) {
		return end, true
	}
	r := firstRune(s.tokens[next].Form)
	if unicode.IsLower(r) || isPunct(r) && next == end {
		return end, false
	}
	if final != '.' && end > i+1 && s.reported(end) {
		return end, false
	}
	return end, true
}

// creditFollows reports whether the credit of a picture ("Image: …") opens at
// token i: captions often have no full stop before it.
func (s splitter) creditFollows(i int) bool {
	if i+1 >= len(s.tokens) || s.tokens[i+1].Form != ":" {
		return false
	}
	form := s.tokens[i].Form
	return form == "Image" || form == "Photo" || form == "Photograph"
}

// fullDate is the number of tokens in "Friday, October 17, 2025".
const fullDate = 6

// dateEnds reports whether the block opens with a full date that ends at token i:
// a dateline that no mark parts from the text.
func (s splitter) dateEnds(i int) bool { return i == fullDate-1 && s.isDate(0) }

// dateFollows reports whether a full date from token i closes the block, behind a heading.
func (s splitter) dateFollows(i int) bool { return i == len(s.tokens)-fullDate && s.isDate(i) }

func (s splitter) isDate(i int) bool {
	if i < 0 || i+fullDate > len(s.tokens) {
		return false
	}
	t := s.tokens[i : i+fullDate]
	return strings.HasSuffix(t[0].Form, "day") && t[1].Form == "," && unicode.IsUpper(firstRune(t[2].Form)) &&
		isDigit(firstRune(t[3].Form)) && t[4].Form == "," && len(t[5].Form) == 4 && isDigit(firstRune(t[5].Form))
}

// closers returns the index behind the quotation marks and brackets that close
// right behind token i-1.
func (s splitter) closers(i int) int {
	for i < len(s.tokens) && s.tokens[i].Start == s.tokens[i-1].End {
		t := s.tokens[i]
		if t.Quote != CloseQuote && t.Form != ")" && t.Form != "]" && t.Form != "’" && t.Form != "'" {
			break
		}
		i++
	}
	return i
}

// opener skips the marks that open before a first word.
func (s splitter) opener(i int) int {
	for i < len(s.tokens) && (s.tokens[i].Quote == OpenQuote || s.tokens[i].Form == "(" || s.tokens[i].Form == "[") {
		i++
	}
	return i
}

// spaced reports whether white space stands before token i.
func (s splitter) spaced(i int) bool { return s.tokens[i].Start > s.tokens[i-1].End }

// afterAbbreviation decides behind a token that keeps its period.
func (s splitter) afterAbbreviation(form string, next int) bool {
	word := form[:len(form)-1]
	if titles.has(word) || len(word) == 1 {
		return false
	}
	i := s.opener(next)
	if i >= len(s.tokens) {
		return false
	}
	first := s.tokens[i].Form
	if !unicode.IsUpper(firstRune(first)) {
		return false
	}
	return starters.has(first) || i > next || closing.has(word)
}

// reported looks for a verb of speech in the few words after a quoted question.
func (s splitter) reported(i int) bool {
	for j := i; j < len(s.tokens) && j < i+6; j++ {
		form := s.tokens[j].Form
		if reporters[form] {
			return true
		}
		if isPunct(firstRune(form)) {
			return false
		}
	}
	return false
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func isPunct(r rune) bool { return unicode.IsPunct(r) }
