package document

import (
	"strings"
	"unicode"
)

// functionWords are the commonest words of English; running text of any kind
// has one of them among eight words or so.
var functionWords = wordSet("the", "of", "and", "to", "in", "a", "that", "for", "on", "is", "was", "with", "by", "said", "it", "as", "at", "from")

const (
	sampled    = 400  // words looked at
	englishMin = 0.08 // share of function words from which text is English
)

// tongue is the BCP 47 tag of the language that text is written in as far as
// this package can tell: English, an unknown one in Arabic script, an unknown one.
func tongue(text string) string {
	words, english, arabic := 0, 0, 0
	for word := range strings.FieldsSeq(text) {
		if words++; words > sampled {
			break
		}
		if functionWords[strings.ToLower(word)] {
			english++
		}
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) {
			arabic++
		}
	}
	switch {
	case float64(english) >= englishMin*float64(min(words, sampled)):
		return "en"
	case 2*arabic > words:
		return "und-Arab"
	}
	return "und"
}
