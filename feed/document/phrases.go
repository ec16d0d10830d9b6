package document

import "strings"

// phrases finds any of a list of phrases, as whole words, in folded text.
type phrases map[string][]string // by first word

func newPhrases(list string) phrases {
	p := phrases{}
	for phrase := range strings.SplitSeq(list, "\n") {
		if phrase = strings.TrimSpace(phrase); phrase != "" {
			first := phrase[:wordEnd(phrase)]
			p[first] = append(p[first], phrase)
		}
	}
	return p
}

// in reports whether folded holds one of the phrases.
func (p phrases) in(folded string) bool {
	for at := 0; at < len(folded); {
		end := at + wordEnd(folded[at:])
		if end == at { // no word begins here
			at++
			continue
		}
		if p.at(folded[at:], end-at) > 0 {
			return true
		}
		at = end
	}
	return false
}

// opening is the length of the longest phrase that folded begins with, 0 for none.
func (p phrases) opening(folded string) int { return p.at(folded, wordEnd(folded)) }

// at is the length of the longest phrase that s, whose first word is given by
// its length, begins with.
func (p phrases) at(s string, first int) int {
	longest := 0
	for _, phrase := range p[s[:first]] {
		if len(phrase) > longest && strings.HasPrefix(s, phrase) && wordEnd(s[len(phrase):]) == 0 {
			longest = len(phrase)
		}
	}
	return longest
}

// wordEnd is the length of the word that s begins with: letters, digits and
// what holds a word together; 0 where none begins.
func wordEnd(s string) int {
	for i := range len(s) {
		c := s[i]
		if !('a' <= c && c <= 'z' || '0' <= c && c <= '9' || c >= 0x80 || c == '\'' || c == '+') {
			return i
		}
	}
	return len(s)
}
