package extract

import (
	"crisisdesk/feed/language"
	"crisisdesk/model"
)

// page is a document as the extractors see it: its kept text in blocks and
// sentences, with the names the lexicon knows.
type page struct {
	doc       *model.Document
	text      string
	blocks    []language.Block
	kinds     []model.PassageKind // of each block
	sentences []language.Sentence
}

// read annotates the kept passages of a document.
func (x *Extractor) read(doc *model.Document, text string) *page {
	p := &page{doc: doc, text: text}
	for _, passage := range doc.Passages {
		for _, b := range language.Blocks(text, passage.Start, passage.End) {
			p.blocks = append(p.blocks, b)
			p.kinds = append(p.kinds, passage.Kind)
		}
	}
	p.sentences = x.lang.Annotate(text, p.blocks)
	return p
}

// span makes a Span of a stretch of the page.
func (p *page) span(start, end int) model.Span {
	return model.Span{Document: p.doc.ID, Start: start, End: end, Text: p.text[start:end]}
}
