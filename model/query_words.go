package model

import "strings"

const maxWords = 60 // that a search has bits for, and more than anybody types

// search is which words of a query one item has shown to have.
type search struct {
	words []string
	found uint64 // a bit for each word
}

// in looks for the words in another field of the item, and reports whether
// none is missing now.
func (s *search) in(field string) bool {
	for i, word := range s.words {
		if bit := uint64(1) << i; s.found&bit == 0 && containsFold(field, word) {
			s.found |= bit
		}
	}
	return s.found == 1<<len(s.words)-1
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
