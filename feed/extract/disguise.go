package extract

import (
	"fmt"
	"slices"

	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// unmasked is a document with a note on the words of its page that are written
// in disguise: with letters that only look like their own, or with invisible
// signs between them. The lexicon knows them all the same; that somebody took
// pains to hide them is for officers to know.
func unmasked(doc *model.Document, p *page) *model.Document {
	n := 0
	for i := range p.marks {
		n += p.disguised(i)
	}
	if n == 0 {
		return doc
	}
	noted, words := *doc, "words are"
	if n == 1 {
		words = "word is"
	}
	noted.Notes = append(slices.Clip(doc.Notes), fmt.Sprintf("%d %s obfuscated: look-alike letters or invisible signs", n, words))
	return &noted
}

// disguised is how many stretches of sentence i the lexicon knows only by what
// they pretend to be, or without the signs in them.
func (p *page) disguised(i int) int {
	m, starts := &p.marks[i], map[int]bool{}
	disguises(p, i, starts, m.names)
	disguises(p, i, starts, m.events)
	disguises(p, i, starts, m.tolls)
	disguises(p, i, starts, m.people)
	disguises(p, i, starts, m.speech)
	return len(starts)
}

func disguises[T any](p *page, i int, starts map[int]bool, found []lexicon.Found[T]) {
	tokens := p.sentences[i].Tokens
	for _, f := range found {
		if f.Obfuscated || p.signs.Hide(tokens[f.Start].Start, tokens[f.End-1].End) {
			starts[f.Start] = true
		}
	}
}
