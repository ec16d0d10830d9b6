package ui

import "strings"

// filter is what the officer typed after /: words that an item must all have.
type filter struct {
	text  string
	words []string // of ASCII letters in lower case
}

const maxWords = 60 // that a match has bits for, and more than anybody types

func newFilter(text string) filter {
	words := strings.Fields(strings.ToLower(text))
	return filter{text, words[:min(len(words), maxWords)]}
}

// narrows reports whether everything that f lets through, old let through too.
func (f filter) narrows(old filter) bool {
	return len(old.words) > 0 && strings.HasPrefix(f.text, old.text)
}

// match is what of a filter one item has shown to have.
type match struct {
	words []string
	found uint64 // a bit for each word
}

func (f filter) match() match { return match{words: f.words} }

// in looks for the words in another field of the item, whatever the case of
// its ASCII letters, and reports whether none is missing now.
func (m *match) in(field string) bool {
	for i, word := range m.words {
		if bit := uint64(1) << i; m.found&bit == 0 && containsFold(field, word) {
			m.found |= bit
		}
	}
	return m.found == 1<<len(m.words)-1
}

// containsFold reports whether s contains word, which is in lower case.
func containsFold(s, word string) bool {
	low, high := word[0], upper(word[0])
	for len(s) >= len(word) {
		i := strings.IndexByte(s, low)
		if high != low {
			head := s
			if i >= 0 {
				head = s[:i]
			}
			if j := strings.IndexByte(head, high); j >= 0 {
				i = j
			}
		}
		if i < 0 || i+len(word) > len(s) {
			return false
		}
		if hasPrefixFold(s[i:], word) {
			return true
		}
		s = s[i+1:]
	}
	return false
}

func hasPrefixFold(s, word string) bool {
	for i := range len(word) {
		if s[i] != word[i] && s[i] != upper(word[i]) {
			return false
		}
	}
	return true
}

func upper(b byte) byte {
	if b >= 'a' && b <= 'z' {
		return b - 'a' + 'A'
	}
	return b
}

// choose is what f accepts of all.
func choose[T any](all []T, f filter, accepts func(T, filter) bool) []T {
	if len(f.words) == 0 {
		return all
	}
	var out []T
	for _, x := range all {
		if accepts(x, f) {
			out = append(out, x)
		}
	}
	return out
}
