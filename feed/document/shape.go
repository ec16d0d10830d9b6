package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// shape is what a line looks like, whatever its words mean.
type shape struct {
	words   int
	letters int
	upper   int // of the letters
	titled  int // words that begin with a capital
	digits  int
	marks   int  // of the separators that pages put between links: | · › » /
	ended   bool // closes as a sentence does
	bullet  bool
}

const separators = "|·›»≫▸"

func shapeOf(s string) shape {
	var sh shape
	inWord := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
			sh.letters++
			if unicode.IsUpper(r) {
				sh.upper++
				if !inWord {
					sh.titled++
				}
			}
		case unicode.IsDigit(r):
			sh.digits++
		case strings.ContainsRune(separators, r):
			sh.marks++
		}
		space := unicode.IsSpace(r)
		if !space && !inWord {
			sh.words++
		}
		inWord = !space
	}
	sh.marks += strings.Count(s, " / ") + strings.Count(s, " > ")
	sh.ended = ended(s)
	sh.bullet = bulletLen(s) > 0
	return sh
}

// capitals reports whether all letters of a line are capitals.
func (sh shape) capitals() bool { return sh.letters > 1 && sh.upper == sh.letters }

// ended reports whether s closes with the mark of a sentence, quoted or not.
func ended(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)] ")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:", r)
}

// bulletLen is the length of the mark and the space that open a list item.
func bulletLen(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune("-–—*•‣◦▪●·»>", r) {
		return 0
	}
	rest := strings.TrimLeft(s[n:], " \t")
	if len(rest) == len(s)-n || rest == "" {
		return 0
	}
	return len(s) - len(rest)
}

// plain turns the typographic marks of a page into those of a keyboard.
var plain = strings.NewReplacer("’", "'", "‘", "'", "“", "\"", "”", "\"", "–", "-", "—", "-", "\u00a0", " ")

// fold is a line in lower case with plain marks, without those around it.
func fold(s string) string {
	return strings.Trim(plain.Replace(strings.ToLower(s)), " \t-*•·»>|[](){}_=#~\"")
}
