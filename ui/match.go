package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// marked marks the words that are looked for in what was written of a cell
// from byte start on, which is clean and in style st.
func (r *row) marked(start int, st style) {
	cell := string(r.buf[start:])
	r.buf = r.buf[:start]
	lower := asciiLower(cell)
	for at := 0; at < len(cell); {
		from, to := nextMatch(lower, at, r.match)
		r.buf = append(r.buf, cell[at:from]...)
		if from < to {
			r.buf = append(r.buf, r.matched.open...)
			r.buf = append(r.buf, cell[from:to]...)
			r.buf = append(r.buf, r.matched.close...)
			r.buf = append(r.buf, st.open...)
		}
		at = to
	}
}

// nextMatch is where from byte at on the first of words stands in s, with the
// marks on its last letter; the end of s where none does.
func nextMatch(s string, at int, words []string) (from, to int) {
	from, to = len(s), len(s)
	for _, w := range words {
		if i := strings.Index(s[at:], w); w != "" && i >= 0 && (at+i < from || at+i == from && at+i+len(w) > to) {
			from, to = at+i, at+i+len(w)
		}
	}
	for to < len(s) {
		c, n := utf8.DecodeRuneInString(s[to:])
		if !unicode.IsMark(c) && !unicode.Is(unicode.Join_Control, c) {
			break
		}
		to += n
	}
	return from, to
}

// asciiLower is s with ASCII letters in lower case, byte for byte.
func asciiLower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}
