package document

import (
	"bytes"
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"crisisdesk/feed/linear"
)

//go:embed furniture.bin
var furnitureWeights []byte

// furnitureModel tells furniture from article where no cue does: by the words
// of a block, its looks and its place on the page.
var furnitureModel = sync.OnceValue(func() *linear.Model {
	m, err := linear.Read(bytes.NewReader(furnitureWeights))
	if err != nil {
		return nil
	}
	return m
})

// asideFrom is the probability from which a block is set aside.
const asideFrom = 0.6

// markByModel sets aside what the model takes for furniture among the blocks
// that no rule has decided.
func (p *page) markByModel(m *linear.Model) {
	if m == nil {
		return
	}
	var f linear.Features
	for i := range p.blocks {
		if !p.undecided(i) {
			continue
		}
		f.Reset()
		p.describe(i, &f)
		if m.Probability(&f, classAside) >= asideFrom {
			p.roles[i] = furniture
		}
	}
}

// undecided reports whether block i is left to the model: below the headline, no heading
// and no paragraph, which only rules may set aside.
func (p *page) undecided(i int) bool {
	switch p.roles[i] {
	case running, standfirst:
		return i > p.titleBlock && len(p.blocks[i].text) <= asideMax && !p.blocks[i].paragraph()
	}
	return false
}

// describe adds the features of block i.
func (p *page) describe(i int, f *linear.Features) {
	b := p.blocks[i]
	f.Add("length", bucket(len(b.text), 20, 40, 70, 110, 170))
	f.Add("words", bucket(b.shape.words, 1, 2, 4, 8, 14))
	f.AddIf(b.shape.ended, "ended")
	f.AddIf(b.shape.capitals(), "capitals")
	f.AddIf(b.shape.bullet, "bullet")
	f.AddIf(b.shape.marks > 0, "marks")
	f.AddIf(b.shape.titled == b.shape.words, "titled")
	f.AddIf(b.shape.digits > 0, "digits")
	f.AddIf(strings.ContainsAny(b.text, "\"“”"), "quoted")
	f.AddIf(strings.HasSuffix(b.text, "?"), "asks")
	f.AddIf(strings.ContainsAny(b.text[:1], "([*"), "bracketed")
	f.AddIf(strings.ContainsAny(b.text, "@©☆»"), "signs")
	f.AddIf(len(b.dates) > 0, "dated")
	p.describePlace(i, f)
	describeWords(b.folded, f)
}

// describePlace adds where on the page block i stands.
func (p *page) describePlace(i int, f *linear.Features) {
	b := p.blocks[i]
	place := "between"
	switch {
	case i < p.body:
		place = "head"
	case i > p.lastParagraph:
		place = "tail"
	}
	f.Add("place", place)
	f.Add("place", place, bucket(len(b.text), 40, 110))
	f.Add("place", place, strconv.FormatBool(b.shape.ended))
	f.Add("from the end", bucket(len(p.blocks)-i, 1, 2, 4, 8))
	f.AddIf(b.gap, "gap")
	f.AddIf(i > 0 && p.roles[i-1] == furniture, "after furniture")
	f.AddIf(p.followed(i), "before a paragraph", bucket(len(b.text), 40, 110))
	f.AddIf(i+1 < len(p.blocks) && p.roles[i+1] == furniture, "before furniture")
	f.AddIf(i+1 < len(p.blocks) && !p.blocks[i+1].gap, "with the next")
}

// describeWords adds the words of a folded block, alone and in pairs.
func describeWords(folded string, f *linear.Features) {
	last := "^"
	for word := range strings.FieldsFuncSeq(folded, func(r rune) bool { return strings.ContainsRune(" \t\n.,;:!?()[]|/\"", r) }) {
		if strings.Trim(word, "0123456789") == "" {
			word = "0"
		}
		f.Add("word", word)
		f.Add("pair", last, word)
		last = word
	}
	f.Add("last", last)
}

// bucket names the first of rising limits that n does not pass.
func bucket(n int, limits ...int) string {
	for _, l := range limits {
		if n <= l {
			return strconv.Itoa(l)
		}
	}
	return "more"
}
