package extract

import "strings"

// mayOpen reports whether an expression of time may start with a word: most
// start none, and nothing more is asked of them.
func mayOpen(word string) bool {
	return startsWithDigit(word) || openers[word] || strings.HasPrefix(word, "mid-") || strings.HasPrefix(word, "twenty-")
}

func startsWithDigit(word string) bool { return word != "" && word[0] >= '0' && word[0] <= '9' }

// openers are the words in letters alone that one of the readers of a
// dateScanner takes as the first of an expression.
var openers = func() map[string]bool {
	out := wordSet(`today tonight yesterday overnight recently lately this last past recent same that spring summer autumn fall
		winter next following previous preceding the earlier later q1 q2 q3 q4 few several some couple twenty`)
	for _, table := range []map[string]int{monthWords, weekdayWords, ordinals, countWords} {
		for word := range table {
			out[word] = true
		}
	}
	for word := range unitWords {
		out[word] = true
	}
	return out
}()
