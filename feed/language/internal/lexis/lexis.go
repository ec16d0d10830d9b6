package lexis

import (
	"unicode"
	"unicode/utf8"

	"crisisdesk/feed/language/internal/pack"
)

// The first numbers of every vocabulary.
const (
	Unknown int32 = iota // a word or affix the training has not seen often enough
	None                 // no token: before the first, behind the last
	Root                 // the root of a tree
	First                // the first real entry
)

// Shape says how a word is written.
type Shape uint8

// The shapes of words.
const (
	Lower Shape = iota
	Capital
	Upper
	Mixed
	Digits
	Mark
	Free    // capitals in a sentence where they say nothing, as in a headline
	NoShape // no token
	Shapes  // how many there are
)

// How many endings and beginnings of a word are looked at.
const (
	Suffixes = 5
	Prefixes = 3
)

// A Word is what the models see of a token.
type Word struct {
	ID     int32
	Suffix [Suffixes]int32 // of one byte, of two, and so on
	Prefix [Prefixes]int32 // of two bytes, of three, and so on
	Shape  Shape
}

// Absent stands where there is no token.
var Absent = fixed(None, NoShape)

// AtRoot stands for the root.
var AtRoot = fixed(Root, Lower)

// fixed returns a word that is the same number throughout.
func fixed(id int32, shape Shape) Word {
	w := Word{ID: id, Shape: shape}
	for i := range w.Suffix {
		w.Suffix[i] = id
	}
	for i := range w.Prefix {
		w.Prefix[i] = id
	}
	return w
}

// A Vocabulary numbers words and affixes, the most frequent first.
type Vocabulary struct {
	words, suffixes, prefixes []string
	word, suffix, prefix      map[string]int32
	known                     []Word // the words by number, without a shape
}

// New makes a vocabulary of keys (see Key) and affixes, most frequent first.
func New(words, suffixes, prefixes []string) *Vocabulary {
	v := &Vocabulary{words: words, suffixes: suffixes, prefixes: prefixes,
		word: index(words), suffix: index(suffixes), prefix: index(prefixes)}
	v.known = make([]Word, First, v.Words())
	for i, key := range words {
		w := Word{ID: First + int32(i)}
		v.setAffixes(&w, []byte(key))
		v.known = append(v.known, w)
	}
	return v
}

func index(keys []string) map[string]int32 {
	m := make(map[string]int32, len(keys))
	for i, k := range keys {
		m[k] = First + int32(i)
	}
	return m
}

// Words, Suffixes and Prefixes return how many numbers there are of each.
func (v *Vocabulary) Words() int    { return int(First) + len(v.words) }
func (v *Vocabulary) Suffixes() int { return int(First) + len(v.suffixes) }
func (v *Vocabulary) Prefixes() int { return int(First) + len(v.prefixes) }

// Append writes the vocabulary.
func (v *Vocabulary) Append(w *pack.Writer) {
	w.Strings(v.words)
	w.Strings(v.suffixes)
	w.Strings(v.prefixes)
}

// Read reads a vocabulary.
func Read(r *pack.Reader) *Vocabulary { return New(r.Strings(), r.Strings(), r.Strings()) }

const keyMax = 48 // bytes of a form that are looked at, from its end

// AppendKey appends the key of a form: lower case, digits as 0, typographic
// marks as plain ones.
func AppendKey(key []byte, form string) []byte {
	if len(form) > keyMax {
		form = form[len(form)-keyMax:]
	}
	for i := 0; i < len(form); {
		c := form[i]
		if c < utf8.RuneSelf {
			switch {
			case 'A' <= c && c <= 'Z':
				c += 'a' - 'A'
			case '0' <= c && c <= '9':
				c = '0'
			}
			key = append(key, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(form[i:])
		key = appendPlain(key, r)
		i += n
	}
	return key
}

func appendPlain(key []byte, r rune) []byte {
	switch r {
	case '’', '‘', 'ʼ':
		return append(key, '\'')
	case '“', '”', '„', '«', '»':
		return append(key, '"')
	case '–', '‑':
		return append(key, '-')
	case '—':
		return append(key, "--"...)
	case '…':
		return append(key, "..."...)
	}
	return utf8.AppendRune(key, unicode.ToLower(r))
}

// Word returns what the models see of a form; key is scratch space.
func (v *Vocabulary) Word(form string, key []byte) Word {
	key = AppendKey(key[:0], form)
	w := v.known[v.word[string(key)]]
	if w.ID == Unknown {
		v.setAffixes(&w, key)
	}
	w.Shape = shape(form)
	return w
}

func (v *Vocabulary) setAffixes(w *Word, key []byte) {
	for i := range w.Suffix {
		w.Suffix[i] = v.suffix[string(Suffix(key, i))]
	}
	for i := range w.Prefix {
		w.Prefix[i] = v.prefix[string(Prefix(key, i))]
	}
}

// Suffix returns the ending number i of a key, and Prefix the beginning.
func Suffix(key []byte, i int) []byte { return key[max(0, len(key)-1-i):] }
func Prefix(key []byte, i int) []byte { return key[:min(2+i, len(key))] }

// ID returns the number of the word with that key.
func (v *Vocabulary) ID(key string) int32 { return v.word[key] }

// shape is that of a form; of a very long one, of its beginning.
func shape(form string) Shape {
	var upper, lower, digits bool
	first := true
	capital := false
	if len(form) > keyMax {
		form = form[:keyMax]
	}
	for _, r := range form {
		switch {
		case 'a' <= r && r <= 'z' || r >= utf8.RuneSelf && unicode.IsLower(r):
			lower = true
		case 'A' <= r && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r):
			capital = first
			upper = upper || !first
		case '0' <= r && r <= '9':
			digits = true
		}
		first = false
	}
	switch {
	case digits && (upper || lower || capital):
		return Mixed
	case digits:
		return Digits
	case capital && !lower && (upper || len(form) < 3):
		return Upper
	case capital && !upper:
		return Capital
	case upper:
		return Mixed
	case lower:
		return Lower
	case capital:
		return Upper
	}
	return Mark
}

// AppendWords appends what the models see of a sentence of n tokens; form
// returns the form of one, with quotation marks as “ and ”.
func (v *Vocabulary) AppendWords(words []Word, n int, form func(int) string) []Word {
	from := len(words)
	var scratch [keyMax + 8]byte
	long, capitals := 0, 0
	for i := range n {
		f := form(i)
		w := v.Word(f, scratch[:0])
		words = append(words, w)
		if len(f) < 4 {
			continue
		}
		switch w.Shape {
		case Lower:
			long++
		case Capital, Upper:
			long++
			capitals++
		}
	}
	if long >= 2 && capitals*10 >= long*8 {
		freeShapes(words[from:])
	}
	return words
}

// freeShapes marks capitals that say nothing: hardly any longer word of the
// sentence is in lower case.
func freeShapes(words []Word) {
	for i := range words {
		if s := words[i].Shape; s == Capital || s == Upper {
			words[i].Shape = Free
		}
	}
}
