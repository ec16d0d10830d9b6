package language

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Signs are what [Plain] took out of a text, in order. Nil Signs lead every
// byte to itself.
type Signs []sign

// sign is an invisible sign that stood before byte at of the plain text.
type sign struct {
	at     int
	taken  int  // bytes, with those of all signs before
	honest bool // it says where a word may be broken
}

// Plain is a text without the invisible signs within its words and numbers, as
// a reader sees it: joiners, marks of direction, spaces of no width. A sign at
// which a word meets a number, or a sentence the next, may stand for a space
// and stays.
func Plain(text string) (string, Signs) {
	if !strings.ContainsFunc(text, isInvisible) {
		return text, nil
	}
	var out strings.Builder
	var signs Signs
	prev := utf8.RuneError
	for i := 0; i < len(text); {
		end, honest := i, true
		for end < len(text) {
			r, n := utf8.DecodeRuneInString(text[end:])
			if !isInvisible(r) {
				break
			}
			end += n
			honest = honest && r == '\u00ad'
		}
		next, n := utf8.DecodeRuneInString(text[end:])
		switch {
		case end > i && continues(prev, next):
			taken := end - i
			if len(signs) > 0 {
				taken += signs[len(signs)-1].taken
			}
			signs = append(signs, sign{out.Len(), taken, honest})
		default:
			out.WriteString(text[i:end])
		}
		out.WriteString(text[end : end+n])
		prev, i = next, end+n
	}
	return out.String(), signs
}

// continues reports whether next goes on with the word or the number that prev
// is of.
func continues(prev, next rune) bool {
	return ofWord(prev) && ofWord(next) && (unicode.IsLetter(prev) || unicode.IsLetter(next)) ||
		ofNumber(prev) && ofNumber(next) && (isDigit(prev) || isDigit(next))
}

func ofWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || isApostrophe(r) || r == '-'
}

func ofNumber(r rune) bool { return isDigit(r) || r == '.' || r == ',' }

// Start is where in the text a stretch begins that begins at byte at of the
// plain one.
func (s Signs) Start(at int) int {
	return at + s.takenBefore(at+1)
}

// End is where in the text a stretch ends that ends at byte at of the plain one.
func (s Signs) End(at int) int {
	return at + s.takenBefore(at)
}

// takenBefore is how many bytes the signs had that stood before a byte of the
// plain text less than at.
func (s Signs) takenBefore(at int) int {
	i, _ := slices.BinarySearchFunc(s, at, func(x sign, at int) int { return x.at - at })
	if i == 0 {
		return 0
	}
	return s[i-1].taken
}

// In is where in the plain text byte at of the text stands.
func (s Signs) In(at int) int {
	i, _ := slices.BinarySearchFunc(s, at, func(x sign, at int) int { return x.at + x.taken - at })
	taken := 0
	if i > 0 {
		taken = s[i-1].taken
	}
	if i < len(s) {
		return min(at-taken, s[i].at)
	}
	return at - taken
}

// Hide reports whether signs stood within a stretch of the plain text that are
// no help in breaking its lines.
func (s Signs) Hide(start, end int) bool {
	return slices.ContainsFunc(s, func(x sign) bool { return start < x.at && x.at < end && !x.honest })
}
