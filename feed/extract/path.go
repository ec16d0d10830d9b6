package extract

import (
	"slices"

	"crisisdesk/feed/language"
)

// pathUp is a token and those above it in the tree, so many at most. The head
// of a token at the top is negative.
func pathUp(at, most int, head func(int) int) (path []int) {
	for ; at >= 0 && len(path) < most; at = head(at) {
		path = append(path, at)
	}
	return path
}

// pathIn is a path up the tree of a sentence.
func pathIn(s *language.Sentence, at, most int) []int {
	return pathUp(at, most, func(at int) int { return s.Tokens[at].Head })
}

// meeting is where two paths have come to the same token, of which the first
// has taken fewest steps: at a[i] and b[j]. They need not meet.
func meeting(a, b []int) (i, j int, ok bool) {
	for i, x := range a {
		if j := slices.Index(b, x); j >= 0 {
			return i, j, true
		}
	}
	return 0, 0, false
}
