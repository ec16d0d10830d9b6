package document

import (
	"strings"

	"crisisdesk/feed/language"
)

// page is a document while it is being read, without the invisible signs within
// its words.
type page struct {
	text          string
	written       string // with the signs
	signs         language.Signs
	blocks        []block
	roles         []role
	body          int  // the first block of running text; above it is the head of the page
	titleBlock    int  // the headline, -1 where there is none
	lastParagraph int  // of running text, -1 where there is none
	inForm        bool // the head is a form of fields
	gapped        bool // blank lines part the paragraphs
}

// newPage finds the parts of a page, by rule and then by model. A titled one
// begins with its headline.
func newPage(text string, titled bool) *page {
	plain, signs := language.Plain(text)
	p := layOut(plain, titled)
	p.written, p.signs = text, signs
	p.markByModel(furnitureModel())
	return p
}

// layOut finds the parts of a page as far as rules know them.
func layOut(text string, titled bool) *page {
	p := &page{text: text, blocks: blocksOf(text), titleBlock: -1, lastParagraph: -1}
	if titled && len(p.blocks) > 0 {
		p.titleBlock = 0
	}
	p.roles = make([]role, len(p.blocks))
	p.gapped = gapped(p.blocks)
	p.body = p.findBody()
	p.markFields()
	p.markFurniture()
	p.markHead()
	p.markHeadings()
	for i, b := range p.blocks {
		if p.roles[i] == running && b.paragraph() {
			p.lastParagraph = i
		}
	}
	return p
}

// paragraphMin is the length in bytes from which a block that ends as a
// sentence does is a paragraph of running text.
const paragraphMin = 110

// paragraph reports whether a block is running text by its looks.
func (b block) paragraph() bool {
	return len(b.text) >= paragraphMin && b.shape.marks < 2 && (b.shape.ended || len(b.text) > 2*paragraphMin)
}

// A page without a paragraph within the first longestHead blocks is a list or
// the like: then the first shortHead are its head.
const (
	longestHead = 30
	shortHead   = 8
)

// headMax is the number of blocks after a paragraph among which a date still
// makes that paragraph the standfirst.
const headMax = 4

// findBody finds the first paragraph of the article that no date line follows.
func (p *page) findBody() int {
	body := p.paragraphFrom(p.titleBlock + 1)
	for i := body + 1; i < min(body+headMax, len(p.blocks)); i++ {
		if !p.blocks[i].dateLine {
			continue
		}
		if next := p.paragraphFrom(i); next < min(len(p.blocks), longestHead) {
			return next
		}
	}
	if body > longestHead {
		return min(shortHead, len(p.blocks))
	}
	return body
}

// isHeadline reports whether a block that is long enough for a paragraph may be
// a headline all the same: one that asks, quotes or does not end.
func (b block) isHeadline() bool {
	return len(b.text) < 2*paragraphMin && !strings.HasSuffix(b.text, ".") && !strings.Contains(b.text, ". ")
}

// paragraphFrom is the first paragraph, from block i on, that no page says to
// its reader.
func (p *page) paragraphFrom(i int) int {
	for ; i < len(p.blocks); i++ {
		b := p.blocks[i]
		if b.paragraph() && (i > 0 || !b.isHeadline()) && !b.shape.bullet && !b.aside() && !b.isCaption() {
			break
		}
	}
	return i
}

// markFurniture sets aside what the page says for itself, and the lists of
// other pages.
func (p *page) markFurniture() {
	for i := range p.blocks {
		b := &p.blocks[i]
		switch {
		case p.roles[i] != running:
		case i > p.body && b.shape.words <= 8 && opener.MatchString(b.folded):
			p.roles[i] = furniture
			p.markList(i + 1)
		case b.isCaption():
			p.roles[i] = caption
		case b.aside(), i > p.body && (b.isByline() || b.dateLine) && !p.followed(i):
			p.roles[i] = furniture
		}
	}
}

// asideMax is the length in bytes from which a block is never furniture by its
// words alone.
const asideMax = 300

// isCaption reports whether a block names itself a caption or ends in a credit.
func (b block) isCaption() bool { return pictured.in(b.folded) && captioned.MatchString(b.text) }

// aside reports whether a block is furniture by its own words.
func (b block) aside() bool {
	switch {
	case b.shape.letters == 0 && !strings.ContainsAny(b.text, "0123456789"):
		return true
	case len(b.text) > asideMax:
		return false
	case teaser(b.folded), b.shape.words <= 12 && shareLine(b.folded), b.shape.words == 1 && signOff.MatchString(b.folded):
		return true
	case b.shape.marks >= 2 && !b.shape.ended && len(b.dates) == 0:
		return true
	}
	return address.in(b.folded) || noticeOpening.MatchString(b.folded) && b.shape.words <= 14
}

// markList sets aside the entries of a list of other pages, from its first on:
// its group of lines, and what follows up to the next part of the article.
func (p *page) markList(from int) {
	for i := from; i < len(p.blocks); i++ {
		b := p.blocks[i]
		entry := !b.paragraph() || len(b.text) < asideMax && i > from && !b.gap && p.gapped
		first := i == from && len(b.text) < asideMax && i+1 < len(p.blocks) && !p.blocks[i+1].gap && p.gapped
		if !entry && !first || i > from && b.gap && len(b.text) < 60 && p.followed(i) {
			return
		}
		p.roles[i] = furniture
	}
}

// gapped reports whether blank lines part most of the blocks.
func gapped(blocks []block) bool {
	n := 0
	for _, b := range blocks {
		if b.gap {
			n++
		}
	}
	return 2*n > len(blocks)
}

// followed reports whether a paragraph comes right after block i.
func (p *page) followed(i int) bool { return i+1 < len(p.blocks) && p.blocks[i+1].paragraph() }

// markHeadings finds the headings in the article.
func (p *page) markHeadings() {
	for i := p.body + 1; i < len(p.blocks); i++ {
		b := p.blocks[i]
		if p.roles[i] == running && len(b.text) < 90 && !strings.HasSuffix(b.text, ".") && !b.shape.bullet && p.followed(i) {
			p.roles[i] = heading
		}
	}
}
