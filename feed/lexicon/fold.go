package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Text is a run of tokens folded for matching. Fold makes one; every matcher of
// the Lexicon reads it, so a sentence is folded once however much is looked up.
type Text struct {
	words []word
}

// word is one folded word. A token may hold several ("Tehreek-e-Taliban") or
// none (a hyphen, a possessive 's that stands alone).
type word struct {
	id         uint32 // number in the vocabulary; unknown for words no entry holds, and for punctuation
	token      int32
	capitals   capitals
	obfuscated bool
}

// capitals says how a word is written. An entry matches text that is written
// with at least the capitals of the entry.
type capitals uint8

const (
	anyCase capitals = iota // "foreign", "al"
	initial                 // "Kabul"
	mixed                   // "LeT", "TOLOnews"
	all                     // "US", "TTP"
)

const (
	unknown      = 0   // vocabulary number of a word that no entry holds
	longestToken = 256 // bytes; a longer token is no word of any entry
)

// scratch holds the folded form of one token while it is looked up.
type scratch struct {
	folded     []byte
	obfuscated bool
}

// split folds a token and calls yield with each word in it; a nil word is a break,
// across which nothing matches. Folding takes compatibility forms, case,
// diacritics, apostrophes, a possessive 's and zero-width characters away, and
// divides at hyphens.
func (s *scratch) split(token string, yield func(folded []byte, c capitals, obfuscated bool)) {
	if len(token) > longestToken {
		yield(nil, anyCase, false)
		return
	}
	s.obfuscated = false
	if !isASCII(token) {
		token = s.plain(token)
	}
	token = withoutPossessive(token)
	for start := 0; start < len(token); {
		end, broken := wordEnd(token, start)
		if folded, c := s.fold(token[start:end]); len(folded) > 0 {
			yield(folded, c, s.obfuscated)
		}
		if broken {
			yield(nil, anyCase, false)
		}
		start = end + 1
	}
}

// wordEnd finds where the word at start ends, and whether what ends it is a
// break rather than a hyphen. Full stops and apostrophes do not end a word:
// "U.S.", "Sana'a".
func wordEnd(token string, start int) (end int, broken bool) {
	for i := start; i < len(token); i++ {
		switch c := token[i]; {
		case c == '-':
			return i, false
		case c == '.' || c == '\'':
			if len(token) == 1 {
				return i, c == '.'
			}
		case !isLetterOrDigit(c):
			return i, true
		}
	}
	return len(token), false
}

// fold lowers one word and drops the marks within it. A single capital counts as
// initial, not as all.
func (s *scratch) fold(w string) ([]byte, capitals) {
	s.folded = s.folded[:0]
	letters, upper := 0, 0
	first := false
	for i := 0; i < len(w); i++ {
		c := w[i]
		switch {
		case c == '.' || c == '\'':
			continue
		case 'A' <= c && c <= 'Z':
			first = first || letters == 0
			upper++
			letters++
			c += 'a' - 'A'
		case 'a' <= c && c <= 'z' || c >= utf8.RuneSelf:
			letters++
		}
		s.folded = append(s.folded, c)
	}
	switch {
	case upper > 1 && upper == letters:
		return s.folded, all
	case upper > 1:
		return s.folded, mixed
	case first:
		return s.folded, initial
	}
	return s.folded, anyCase
}

// plain rewrites a token that is not ASCII: decomposed, without marks and format
// characters, typographic apostrophes and hyphens as plain ones, letters that
// have no decomposition as their nearest, and Cyrillic or Greek lookalikes
// within Latin words as what they pretend to be.
func (s *scratch) plain(token string) string {
	var b strings.Builder
	mixed := hasLatin(token)
	for _, r := range norm.NFKD.String(token) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.Is(unicode.Cf, r):
			s.obfuscated = s.obfuscated || r != softHyphen && r != byteOrderMark
		case strings.ContainsRune("‘’ʼʻʿʾ`´ʹ′", r):
			b.WriteByte('\'')
		case unicode.Is(unicode.Pd, r) && r != emDash:
			b.WriteByte('-')
		case mixed && lookalikes[r] != 0:
			s.obfuscated = true
			b.WriteByte(lookalikes[r])
		case nearest[r] != "":
			b.WriteString(nearest[r])
		case r >= utf8.RuneSelf && unicode.IsUpper(r):
			b.WriteRune(unicode.ToLower(r))
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r < utf8.RuneSelf:
			b.WriteRune(r)
		default:
			b.WriteByte(',') // any other mark is a break
		}
	}
	return b.String()
}

const (
	softHyphen    = '\u00ad'
	byteOrderMark = '\ufeff'
	emDash        = '—'
)

// nearest gives Latin letters that NFKD leaves whole.
var nearest = map[rune]string{
	'ø': "o", 'Ø': "O", 'ł': "l", 'Ł': "L", 'đ': "d", 'Đ': "D", 'ð': "d", 'ı': "i", 'ß': "ss",
	'æ': "ae", 'Æ': "Ae", 'œ': "oe", 'Œ': "Oe", 'þ': "th", 'Þ': "Th", 'ħ': "h", 'ə': "a",
}

// lookalikes are letters of other scripts that are drawn as Latin ones (after
// the confusables of Unicode Technical Standard 39).
var lookalikes = map[rune]byte{
	'а': 'a', 'е': 'e', 'о': 'o', 'р': 'p', 'с': 'c', 'у': 'y', 'х': 'x', 'і': 'i', 'ѕ': 's', 'ј': 'j',
	'А': 'A', 'В': 'B', 'Е': 'E', 'К': 'K', 'М': 'M', 'Н': 'H', 'О': 'O', 'Р': 'P', 'С': 'C', 'Т': 'T', 'Х': 'X',
	'І': 'I', 'Ѕ': 'S', 'Ј': 'J', 'ο': 'o', 'α': 'a', 'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Η': 'H', 'Ι': 'I', 'Κ': 'K',
	'Μ': 'M', 'Ν': 'N', 'Ο': 'O', 'Ρ': 'P', 'Τ': 'T', 'Χ': 'X',
}

// withoutPossessive drops a trailing 's or apostrophe; the token "'s" is left empty.
func withoutPossessive(token string) string {
	token = strings.TrimSuffix(token, "'")
	if n := len(token) - 2; n >= 0 && token[n] == '\'' && (token[n+1] == 's' || token[n+1] == 'S') {
		return token[:n]
	}
	return token
}

func hasLatin(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i] | 0x20; 'a' <= c && c <= 'z' {
			return true
		}
	}
	return false
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func isLetterOrDigit(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c >= utf8.RuneSelf
}
