package model

import (
	"slices"
	"strings"
)

// kept is what a board keeps of [Facts]: all that they hold, in little memory.
type kept struct {
	document *Document
	reports  []Report
	said     []Said
	evidence []Piece
}

// keep is f as a board keeps it. It shares with f the document and what is not
// words of it.
func keep(f *Facts) *kept {
	k := &kept{document: f.Document, reports: slices.Clone(f.Reports)}
	w := &wording{known: map[string]stretch{}}
	p := &page{document: f.Document.ID}
	k.reword(func(s string) string { w.put(s); return s })
	k.said = make([]Said, len(f.Statements))
	for i := range f.Statements {
		k.said[i] = w.said(p, &f.Statements[i])
	}
	k.evidence = make([]Piece, len(f.Evidence))
	for i := range f.Evidence {
		k.evidence[i] = w.piece(p, &f.Evidence[i])
	}
	p.words = strings.Clone(w.words.String())
	k.reword(func(s string) string { return p.at(w.put(s)) })
	return k
}

// reword puts other strings in the place of the words of reports.
func (k *kept) reword(with func(string) string) {
	span := func(s Span) Span {
		s.Text = with(s.Text)
		if s.Document == k.document.ID {
			s.Document = k.document.ID // the same string
		}
		return s
	}
	for i := range k.reports {
		r := &k.reports[i]
		if r.Document == k.document.ID {
			r.Document = k.document.ID
		}
		r.Evidence, r.Casualties = slices.Clone(r.Evidence), slices.Clone(r.Casualties)
		for n := range r.Evidence {
			r.Evidence[n] = span(r.Evidence[n])
		}
		for n := range r.Casualties {
			c := &r.Casualties[n]
			c.Who, c.Evidence = with(c.Who), span(c.Evidence)
		}
		r.Summary, r.ID = with(r.Summary), ReportID(with(string(r.ID)))
	}
}
