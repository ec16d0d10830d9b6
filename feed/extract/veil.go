package extract

import (
	"context"
	"slices"

	"crisisdesk/feed/language"
	"crisisdesk/model"
)

// unveil reads a document without the invisible signs within its words and
// numbers: "1\u200b4 killed" tells of fourteen.
func (x *Extractor) unveil(ctx context.Context, doc *model.Document, text string) (*page, error) {
	plain, signs := language.Plain(text)
	if len(signs) > 0 {
		bare := *doc
		bare.Passages = slices.Clone(doc.Passages)
		for i := range bare.Passages {
			at := &bare.Passages[i]
			at.Start, at.End = signs.In(at.Start), signs.In(at.End)
		}
		doc = &bare
	}
	p, err := x.read(ctx, doc, plain)
	if err != nil {
		return nil, err
	}
	p.signs = signs
	return p, nil
}

// veil makes facts of a page point at what stands in its text.
func (p *page) veil(f *model.Facts, doc *model.Document, text string) {
	if len(p.signs) == 0 {
		return
	}
	veiled := *f.Document
	veiled.Passages = doc.Passages
	f.Document = &veiled
	one := func(s model.Span) model.Span {
		if s.Start < s.End {
			s.Start, s.End = p.signs.Start(s.Start), p.signs.End(s.End)
			s.Text = text[s.Start:s.End]
		}
		return s
	}
	all := func(spans []model.Span) []model.Span { // facts may share them
		spans = slices.Clone(spans)
		for i := range spans {
			spans[i] = one(spans[i])
		}
		return spans
	}
	for i := range f.Statements {
		s := &f.Statements[i]
		s.Speaker.Surface, s.Cue, s.Evidence = one(s.Speaker.Surface), one(s.Cue), all(s.Evidence)
	}
	for i := range f.Reports {
		r := &f.Reports[i]
		r.Evidence, r.Casualties = all(r.Evidence), slices.Clone(r.Casualties)
		for k := range r.Casualties {
			r.Casualties[k].Evidence = one(r.Casualties[k].Evidence)
		}
	}
	for i := range f.Evidence {
		f.Evidence[i].Span = one(f.Evidence[i].Span)
	}
}
