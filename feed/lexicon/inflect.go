package lexicon

import "strings"

// inflector makes the forms in which a dictionary form occurs in text.
type inflector struct {
	verbs map[string][]string // dictionary form → past forms, and others that no rule makes
	nouns map[string][]string // dictionary form → plural
}

// forms returns the phrase and its inflected forms for a part of speech. In a
// verb phrase the first word is inflected ("opened fire"), in a noun phrase the
// last before any "of" ("exchanges of fire"); other phrases are left as they are.
func (in inflector) forms(phrase, pos string) []string {
	words := strings.Fields(phrase)
	at := 0
	switch pos {
	case Verb:
	case Noun:
		at = len(words) - 1
		for i, w := range words {
			if w == "of" && i > 0 {
				at = i - 1
				break
			}
		}
	default:
		return []string{phrase}
	}
	var out []string
	for _, f := range in.word(words[at], pos) {
		inflected := append(append(append([]string{}, words[:at]...), f), words[at+1:]...)
		out = append(out, strings.Join(inflected, " "))
	}
	return out
}

func (in inflector) word(w, pos string) []string {
	if pos == Noun {
		if plural, ok := in.nouns[w]; ok {
			return append([]string{w}, plural...)
		}
		return []string{w, withS(w)}
	}
	out := []string{w, withS(w), withIng(w)}
	if past, ok := in.verbs[w]; ok {
		return append(out, past...)
	}
	return append(out, withEd(w))
}

func withS(w string) string {
	switch {
	case hasAnySuffix(w, "s", "x", "z", "ch", "sh"):
		return w + "es"
	case endsConsonantY(w):
		return w[:len(w)-1] + "ies"
	}
	return w + "s"
}

func withIng(w string) string {
	switch {
	case strings.HasSuffix(w, "ie"):
		return w[:len(w)-2] + "ying"
	case strings.HasSuffix(w, "e") && !hasAnySuffix(w, "ee", "oe", "ye"):
		return w[:len(w)-1] + "ing"
	case doubles(w):
		return w + w[len(w)-1:] + "ing"
	}
	return w + "ing"
}

func withEd(w string) string {
	switch {
	case strings.HasSuffix(w, "e"):
		return w + "d"
	case endsConsonantY(w):
		return w[:len(w)-1] + "ied"
	case doubles(w):
		return w + w[len(w)-1:] + "ed"
	}
	return w + "ed"
}

// doubles reports whether the last consonant is written twice before a vowel: in
// one-syllable words that end consonant, vowel, consonant ("stop", "ban"). Longer
// words that do so ("admit") are irregular entries.
func doubles(w string) bool {
	n := len(w)
	if n < 3 || isVowel(w[n-1]) || strings.IndexByte("wxy", w[n-1]) >= 0 || !isVowel(w[n-2]) || isVowel(w[n-3]) {
		return false
	}
	for i := range n - 2 {
		if isVowel(w[i]) {
			return false
		}
	}
	return true
}

func endsConsonantY(w string) bool {
	n := len(w)
	return n > 1 && w[n-1] == 'y' && !isVowel(w[n-2])
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c|0x20) >= 0 }

func hasAnySuffix(w string, suffixes ...string) bool {
	for _, s := range suffixes {
		if strings.HasSuffix(w, s) {
			return true
		}
	}
	return false
}
