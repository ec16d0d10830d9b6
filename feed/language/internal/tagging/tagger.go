package tagging

import (
	"strings"

	"crisisdesk/feed/language/internal/lexis"
	"crisisdesk/feed/language/internal/neural"
	"crisisdesk/feed/language/internal/pack"
)

// Numbers that stand for the tags of missing tokens; tags follow.
const firstTag = lexis.First

// Inventory holds the tags and which of them a word may have.
type Inventory struct {
	Tags    []string  // universal and Penn tag, as "VERB VBD"
	Classes [][]int32 // sets of tags; class 0 is that of unknown words
	ByWord  []int32   // class of each word of the vocabulary
}

// A Tagger tags sentences. It does not change and may be shared.
type Tagger struct {
	Inventory
	fields fields
	net    *neural.Net
}

type fields struct {
	word                      [5]neural.Field // i, i-1, i+1, i-2, i+2
	suffix                    [lexis.Suffixes]neural.Field
	nextSuffix, lastSuffix    neural.Field
	prefix                    [lexis.Prefixes]neural.Field
	shape, nextShape          neural.Field
	class, nextClass, further neural.Field
	last, before, both        neural.Field
	rows                      int
}

// Limits on the vocabulary of the fields for words further away.
const (
	nearWords = 2500
	farWords  = 1200
)

func layout(v *lexis.Vocabulary, inv *Inventory) fields {
	var l neural.Layout
	var f fields
	near, far := min(nearWords, v.Words()), min(farWords, v.Words())
	for i, size := range [5]int{v.Words(), near, near, far, far} {
		f.word[i] = l.Field(size)
	}
	for i := range f.suffix {
		f.suffix[i] = l.Field(v.Suffixes())
	}
	f.nextSuffix, f.lastSuffix = l.Field(v.Suffixes()), l.Field(v.Suffixes())
	for i := range f.prefix {
		f.prefix[i] = l.Field(v.Prefixes())
	}
	f.shape = l.Field(2 * int(lexis.Shapes))
	f.nextShape = l.Field(int(lexis.Shapes) * int(lexis.Shapes))
	classes := len(inv.Classes) + 1
	f.class, f.nextClass, f.further = l.Field(classes), l.Field(classes), l.Field(classes)
	tags := int(firstTag) + len(inv.Tags)
	f.last, f.before, f.both = l.Field(tags), l.Field(tags), l.Field(tags*tags)
	f.rows = l.Rows()
	return f
}

// New makes a tagger without a network, to extract features with.
func New(v *lexis.Vocabulary, inv Inventory) *Tagger {
	return &Tagger{Inventory: inv, fields: layout(v, &inv)}
}

// Rows returns the number of features that a network for t must know.
func (t *Tagger) Rows() int { return t.fields.rows }

// SetNet completes a tagger made by New.
func (t *Tagger) SetNet(n *neural.Net) { t.net = n }

// Names returns the universal and the Penn tag of a tag.
func (t *Tagger) Names(tag int32) (upos, xpos string) {
	upos, xpos, _ = strings.Cut(t.Tags[tag], " ")
	return upos, xpos
}

func at(words []lexis.Word, i int) *lexis.Word {
	if i < 0 || i >= len(words) {
		return &lexis.Absent
	}
	return &words[i]
}

func (t *Tagger) class(w *lexis.Word) int32 {
	if w.ID == lexis.None {
		return int32(len(t.Classes))
	}
	return t.ByWord[w.ID]
}

func tagAt(tags []int32, i int) int32 {
	if i < 0 {
		return lexis.None
	}
	return firstTag + tags[i]
}

// Features appends the features of word i, given the tags before it.
func (t *Tagger) Features(rows []int32, words []lexis.Word, tags []int32, i int) []int32 {
	f := &t.fields
	w, prev, next := &words[i], at(words, i-1), at(words, i+1)
	prev2, next2 := at(words, i-2), at(words, i+2)
	shape := int32(w.Shape)
	if i == 0 {
		shape += int32(lexis.Shapes)
	}
	t1, t2 := tagAt(tags, i-1), tagAt(tags, i-2)
	for i, suffix := range w.Suffix {
		rows = append(rows, f.suffix[i].Row(suffix))
	}
	for i, prefix := range w.Prefix {
		rows = append(rows, f.prefix[i].Row(prefix))
	}
	return append(rows,
		f.word[0].Row(w.ID), f.word[1].Row(prev.ID), f.word[2].Row(next.ID),
		f.word[3].Row(prev2.ID), f.word[4].Row(next2.ID),
		f.nextSuffix.Row(next.Suffix[2]), f.lastSuffix.Row(prev.Suffix[2]),
		f.shape.Row(shape), f.nextShape.Row(int32(next.Shape)*int32(lexis.Shapes)+int32(prev.Shape)),
		f.class.Row(t.class(w)), f.nextClass.Row(t.class(next)), f.further.Row(t.class(next2)),
		f.last.Row(t1), f.before.Row(t2), f.both.Row(t1*(firstTag+int32(len(t.Tags)))+t2),
	)
}

// Candidates returns the tags that a word may have.
func (t *Tagger) Candidates(w lexis.Word) []int32 { return t.Classes[t.ByWord[w.ID]] }

// Scratch is the working space of one Tag at a time.
type Scratch struct {
	rows           []int32
	sum            []uint64
	hidden, scores []float32
}

// Tag fills tags with the tags of words.
func (t *Tagger) Tag(words []lexis.Word, tags []int32, s *Scratch) {
	if s.hidden == nil {
		s.sum = make([]uint64, t.net.SumWords())
		s.hidden, s.scores = make([]float32, t.net.Hidden()), make([]float32, len(t.Tags))
	}
	for i := range words {
		candidates := t.Candidates(words[i])
		if len(candidates) == 1 {
			tags[i] = candidates[0]
			continue
		}
		s.rows = t.Features(s.rows[:0], words, tags, i)
		clear(s.sum)
		t.net.Add(s.sum, s.rows)
		t.net.Activate(s.sum, s.hidden)
		tags[i], _ = t.net.Best(candidates, s.hidden, s.scores)
	}
}

// Append writes the tagger.
func (t *Tagger) Append(w *pack.Writer) {
	w.Strings(t.Tags)
	w.Classes(t.Classes, t.ByWord)
	t.net.Append(w)
}

// Read reads a tagger for a vocabulary.
func Read(r *pack.Reader, v *lexis.Vocabulary) (*Tagger, error) {
	inv := Inventory{Tags: r.Strings()}
	inv.Classes, inv.ByWord = r.Classes(v.Words(), len(inv.Tags))
	t := New(v, inv)
	net, err := neural.Read(r)
	if err != nil {
		return nil, err
	}
	if net.Rows() != t.Rows() || net.Outputs() != len(t.Tags) {
		return nil, pack.ErrDamaged
	}
	t.net = net
	return t, nil
}
