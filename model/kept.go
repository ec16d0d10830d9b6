package model

import "strings"

// kept is what a board keeps of [Facts]: all that they hold, in little memory.
type kept struct {
	document *Document
	told     []Told
	said     []Said
	evidence []Piece
}

// keep is f as a board keeps it. It shares with f the document, and the places
// and actors of reports.
func keep(f *Facts) *kept {
	k := &kept{f.Document, make([]Told, len(f.Reports)), make([]Said, len(f.Statements)), make([]Piece, len(f.Evidence))}
	p, w := &page{document: f.Document.ID}, newWording(f.Document.ID)
	for i := range f.Reports {
		k.told[i] = w.told(p, &f.Reports[i])
	}
	for i := range f.Evidence {
		k.evidence[i] = w.piece(p, &f.Evidence[i])
	}
	for i := range f.Statements {
		k.said[i] = w.said(p, &f.Statements[i])
	}
	p.words, p.numbers = strings.Clone(w.words.String()), string(w.numbers)
	return k
}
