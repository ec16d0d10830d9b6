package parsing

import (
	"crisisdesk/feed/language/internal/lexis"
	"crisisdesk/feed/language/internal/neural"
)

// Values of a feature about a missing word or the root come first.
const (
	noValue   = 0
	rootValue = 1
	firstOf   = 2
)

// A Sentence is what the parser sees of a sentence.
type Sentence struct {
	Words  []lexis.Word
	Tags   []int32
	ahead  []int32 // tag of the next verb behind each word and how far it is
	comma  []uint8 // kind of the next mark behind each word
	quotes []uint8 // whether each word is within quotation marks
}

// Sizes of the vocabularies of the fields.
const (
	nearWords  = 5000 // of the words next to the point of decision
	childWords = 1500 // of their children and neighbours
)

func fields(l *neural.Layout, f []neural.Field, size int) {
	for i := range f {
		f[i] = l.Field(size)
	}
}

// word returns what is seen of word i, which may be missing or the root.
func (v *Sentence) word(i int32) *lexis.Word {
	switch {
	case i < 0:
		return &lexis.Absent
	case int(i) >= len(v.Words):
		return &lexis.AtRoot
	}
	return &v.Words[i]
}

func (v *Sentence) tag(i int32) int32 {
	switch {
	case i < 0:
		return noValue
	case int(i) >= len(v.Tags):
		return rootValue
	}
	return firstOf + v.Tags[i]
}

// coarsePair numbers the coarse tags of two words.
func (p *Parser) coarsePair(v *Sentence, i, j int32) int32 {
	return p.coarser[v.tag(i)]*int32(p.coarse) + p.coarser[v.tag(j)]
}

func (v *Sentence) quoted(i int32) int32 {
	if i < 0 || int(i) >= len(v.quotes) {
		return 0
	}
	return int32(v.quotes[i])
}

const distances = 8

// distance puts the number of words between two into one of eight bins.
func distance(a, b int32) int32 {
	if a < 0 || b < 0 {
		return 0
	}
	d := b - a
	if d < 0 {
		d = -d
	}
	switch {
	case d <= 4:
		return d
	case d <= 7:
		return 5
	case d <= 14:
		return 6
	}
	return 7
}

// appendSeen appends the row of a value unless it is 0: that there is nothing to
// see needs no row of its own.
func appendSeen(rows []int32, f neural.Field, value int32) []int32 {
	if value == 0 {
		return rows
	}
	return append(rows, f.Row(value))
}

// appendTags appends the tags of the words that there are.
func (v *Sentence) appendTags(rows []int32, f []neural.Field, words ...int32) []int32 {
	for i, w := range words {
		if w >= 0 {
			rows = append(rows, f[i].Row(v.tag(w)))
		}
	}
	return rows
}

// appendWords appends the words that there are.
func (v *Sentence) appendWords(rows []int32, f []neural.Field, words ...int32) []int32 {
	for i, w := range words {
		if w >= 0 {
			rows = append(rows, f[i].Row(v.word(w).ID))
		}
	}
	return rows
}

// appendRels appends the relations of the children that there are.
func appendRels(rows []int32, f []neural.Field, rels ...int32) []int32 {
	for i, rel := range rels {
		if rel >= 0 {
			rows = append(rows, f[i].Row(firstOf+rel))
		}
	}
	return rows
}

// before and after return the neighbours of a word in the text; none of none.
func before(i int32) int32 { return max(i-1, none) }

func after(i int32) int32 {
	if i < 0 {
		return none
	}
	return i + 1
}

// behind returns the word i behind another: the root behind the last, then none.
func (v *Sentence) behind(w, i int32) int32 {
	if w < 0 || int(w+i) > len(v.Words) {
		return none
	}
	return w + i
}
