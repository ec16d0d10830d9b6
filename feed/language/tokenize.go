package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A tokenizer splits one block into tokens as UD English does: hyphenated words
// come apart ("15-year" is three tokens) but for a few prefixes, clitics are
// tokens ("do n't", "Pakistan 's"), units leave their numbers ("5 pm").
type tokenizer struct {
	text   string
	pos    int
	end    int
	tokens []Token
}

// tokenize appends the tokens of text[start:end] to tokens.
func tokenize(tokens []Token, text string, start, end int) []Token {
	t := tokenizer{text: text, pos: start, end: end, tokens: tokens}
	first := len(tokens)
	chunk := true // at the start of a run without white space
	for t.pos < t.end {
		r, n := t.peek()
		if isBlank(r) {
			t.pos += n
			chunk = true
			continue
		}
		if chunk && (isWordRune(r) || r == '@' || r == '#') && t.address() {
			continue
		}
		t.next(r, n)
		chunk = chunk && strings.ContainsRune("([{<\"'“‘«", r)
	}
	typeQuotes(t.tokens[first:])
	return t.tokens
}

// peek returns the rune at pos and its width, 0 past the end.
func (t *tokenizer) peek() (rune, int) { return t.at(t.pos) }

func (t *tokenizer) at(i int) (rune, int) {
	if i >= t.end {
		return 0, 0
	}
	if b := t.text[i]; b < utf8.RuneSelf {
		return rune(b), 1
	}
	return utf8.DecodeRuneInString(t.text[i:t.end])
}

// emit appends text[pos:end] as a token and moves past it.
func (t *tokenizer) emit(end int) {
	if end <= t.pos {
		return
	}
	t.tokens = append(t.tokens, Token{Start: t.pos, End: end, Form: t.text[t.pos:end], Head: -1})
	t.pos = end
}

// next takes one word or mark from pos.
func (t *tokenizer) next(r rune, n int) {
	switch {
	case isWordRune(r) || t.leadingApostrophe(r, n):
		t.word()
	case strings.ContainsRune(".!?-*=_~#'`<>", r) && r != '#':
		t.emit(t.run(r))
	default:
		t.emit(t.pos + n)
	}
}

// run returns the end of a run of the same mark; "." "!" and "?" mix, a single
// quotation mark doubles at most (”).
func (t *tokenizer) run(first rune) int {
	i := t.pos
	stop := first == '.' || first == '!' || first == '?'
	for i < t.end {
		b := rune(t.text[i])
		if b != first && !(stop && (b == '!' || b == '?')) {
			break
		}
		i++
		if (first == '\'' || first == '`' || first == '<' || first == '>') && i == t.pos+2 {
			break
		}
	}
	return i
}

// leadingApostrophe knows a word that opens with an apostrophe: a clitic after
// a word, or a year ('90s).
func (t *tokenizer) leadingApostrophe(r rune, n int) bool {
	if !isApostrophe(r) {
		return false
	}
	next, m := t.at(t.pos + n)
	if glued := t.pos > 0 && len(t.tokens) > 0 && t.tokens[len(t.tokens)-1].End == t.pos; glued {
		return false
	}
	second, _ := t.at(t.pos + n + m)
	return isDigit(next) && isDigit(second)
}

const addressMax = 1024 // bytes

// address takes a web or mail address, a handle or a hash tag at pos, up to the
// next white space without the marks that close a sentence.
func (t *tokenizer) address() bool {
	s := t.text[t.pos:min(t.end, t.pos+addressMax)]
	if stop := strings.IndexFunc(s, isBlank); stop >= 0 {
		s = s[:stop]
	}
	if !isAddress(s) {
		return false
	}
	s = strings.TrimRight(s, ".,;:!?)]}>\"'’”")
	t.emit(t.pos + len(s))
	return true
}

func isAddress(s string) bool {
	if len(s) < 4 || len(s) == addressMax {
		return false
	}
	if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.") {
		return true
	}
	if s[0] == '@' || s[0] == '#' {
		return isWordRune(rune(s[1])) && !isDigit(rune(s[1]))
	}
	at := strings.IndexByte(s, '@')
	return at > 0 && isWordRune(rune(s[at-1])) && strings.Contains(s[at:], ".") && isWordRune(rune(s[at+1]))
}

// word takes a run of word runes with the marks that words hold inside, then
// splits clitics and units off.
func (t *tokenizer) word() {
	start, i := t.pos, t.pos
	var prev rune
	for i < t.end {
		r, n := t.at(i)
		if !isWordRune(r) && !(i == start && isApostrophe(r)) {
			next, _ := t.at(i + n)
			if !t.joins(start, i, prev, r, next) {
				break
			}
		}
		prev = r
		i += n
	}
	if i < t.end && t.text[i] == '.' && keepsPeriod(t.text[start:i]) {
		i++
	}
	t.split(start, i)
}

// joins reports whether mark, between prev and next, belongs inside the word
// that runs from start to i.
func (t *tokenizer) joins(start, i int, prev, mark, next rune) bool {
	switch mark {
	case '.':
		if isDigit(prev) && isDigit(next) {
			return true
		}
		return unicode.IsLetter(next) && (dotted(t.text[start:i]) || isDomain(t.text[i+1:min(i+5, t.end)]))
	case ',':
		return isDigit(prev) && isDigit(next) && threeDigits(t.text[i+1:t.end])
	case ':', '/':
		return isDigit(prev) && isDigit(next)
	case '&':
		return unicode.IsUpper(prev) && unicode.IsUpper(next)
	case '_':
		return true
	case '-', '‑':
		if isDigit(next) {
			return dateHyphen(t.text[start:t.end], i-start)
		}
		return unicode.IsLetter(next) && keepsHyphen(t.text[start:i]) && (start == 0 || t.text[start-1] != '-')
	case '$':
		return i-start <= 2 && unicode.IsUpper(prev) && isDigit(next)
	case '\'', '’', 'ʼ':
		return unicode.IsLetter(prev) && unicode.IsLetter(next) || isDigit(prev) && next == 's'
	}
	return isInvisible(mark) && (unicode.IsLetter(prev) || isInvisible(prev)) && (unicode.IsLetter(next) || isInvisible(next))
}

// isInvisible takes the format characters: joiners, marks of direction, soft
// hyphens, spaces of no width. Between letters they part no word.
func isInvisible(r rune) bool { return r >= utf8.RuneSelf && unicode.Is(unicode.Cf, r) }

// dateHyphen reports whether the hyphen at s[i] stands in three numbers, as in
// "2025-10-17" or a telephone number; "60-70" is a range and comes apart.
func dateHyphen(s string, i int) bool {
	from := i
	for from > 0 && (isDigit(rune(s[from-1])) || s[from-1] == '-') {
		from--
	}
	if from > 0 || i > 12 {
		return false
	}
	to, hyphens := 0, 0
	for to < len(s) && to < 24 && (isDigit(rune(s[to])) || s[to] == '-') {
		if s[to] == '-' {
			hyphens++
		}
		to++
	}
	return hyphens == 2
}

// threeDigits reports whether s opens with exactly three digits.
func threeDigits(s string) bool {
	n := 0
	for n < len(s) && n < 4 && isDigit(rune(s[n])) {
		n++
	}
	return n == 3
}

// dotted reports whether s is a single letter or ends in ".x": what a further
// period and letter continue, as in "U.S." and "p.m.".
func dotted(s string) bool {
	r, n := utf8.DecodeLastRuneInString(s)
	if !unicode.IsLetter(r) {
		return false
	}
	rest := s[:len(s)-n]
	return rest == "" || rest[len(rest)-1] == '.' || s == "Ph"
}

// split emits text[start:end], a word, in its parts.
func (t *tokenizer) split(start, end int) {
	t.pos = start
	s := t.text[start:end]
	if cut := unitCut(s); cut > 0 {
		t.emit(start + cut)
		t.emit(end)
		return
	}
	if cut := strings.IndexByte(s, '$') + 1; cut > 0 {
		t.emit(start + cut)
		t.emit(end)
		return
	}
	if cut := cliticCut(s); cut > 0 {
		t.emit(start + cut)
	}
	t.emit(end)
}

// unitCut returns where a unit leaves its number ("5pm", "10km"), 0 where
// there is none.
func unitCut(s string) int {
	if s == "" || !isDigit(rune(s[0])) {
		return 0
	}
	i := 0
	for i < len(s) && (isDigit(rune(s[i])) || strings.IndexByte(".,:", s[i]) >= 0) {
		i++
	}
	if i < len(s) && units[s[i:]] {
		return i
	}
	return 0
}

// cliticCut returns where the clitic at the end of s begins, 0 for none.
func cliticCut(s string) int {
	if len(s) < 3 || len(s) > 32 {
		return 0
	}
	if cut := contractionCut(s); cut > 0 {
		return cut
	}
	i := strings.LastIndexAny(s, "'’ʼ")
	if i <= 0 {
		return 0
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	end := s[i+n:]
	if clitics.has(end) {
		return i
	}
	if c := s[i-1]; (end == "t" || end == "T") && (c == 'n' || c == 'N') && i > 1 {
		return i - 1
	}
	return 0
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

// isWordRune takes letters, digits and marks; a byte that is not UTF-8 counts
// as a letter, so that a word in an old encoding stays whole.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || isDigit(r)
	}
	return r != 'ʼ' && (r == utf8.RuneError || unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r))
}

// isBlank takes white space and the invisible marks that part nothing else.
func isBlank(r rune) bool {
	switch r {
	case '\u200b', '\ufeff', '\u2060', '\u00ad', '\u200e', '\u200f', '\u202a', '\u202b', '\u202c':
		return true
	}
	return r <= ' ' || r >= 0x80 && unicode.IsSpace(r)
}
