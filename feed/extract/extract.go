package extract

import (
	"context"

	"crisisdesk/feed/language"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// Extractor reads facts out of documents.
type Extractor struct {
	lex    *lexicon.Lexicon
	lang   *language.Annotator
	models *Models
	felled bool // trees are left out
}

// Option changes how an extractor is made.
type Option func(*Extractor)

// WithoutTrees leaves the trees of the sentences out, to measure what they add.
func WithoutTrees(x *Extractor) { x.felled = true }

// New returns an extractor over a lexicon, with the embedded models.
func New(lex *lexicon.Lexicon) *Extractor {
	return &Extractor{lex: lex, lang: language.Default(), models: embedded()}
}

// Extract reads the kept passages of a document. It stops early, with the
// error of the context, where the context ends.
func (x *Extractor) Extract(ctx context.Context, doc *model.Document, text string) (model.Facts, error) {
	p, err := x.unveil(ctx, doc, text)
	if err != nil {
		return model.Facts{}, err
	}
	f := model.Facts{Document: unmasked(x.dated(p), p)}
	var h *heard
	for _, step := range []func(){
		func() { h = x.hear(p); f.Statements = h.statements },
		func() { f.Reports = x.reports(p, h) },
		func() { f.Evidence = x.evidence(p, f.Statements, f.Reports) },
	} {
		if err := ctx.Err(); err != nil {
			return model.Facts{}, err
		}
		step()
	}
	p.veil(&f, doc, text)
	return f, nil
}
