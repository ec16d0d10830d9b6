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
	for _, m := range p.marks {
		n += m.disguised()
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

// disguised is how many stretches of a sentence the lexicon knows only by what
// they pretend to be.
func (m *marks) disguised() int {
	starts := map[int]bool{}
	disguises(starts, m.names)
	disguises(starts, m.events)
	disguises(starts, m.tolls)
	disguises(starts, m.people)
	disguises(starts, m.speech)
	return len(starts)
}

func disguises[T any](starts map[int]bool, found []lexicon.Found[T]) {
	for _, f := range found {
		if f.Obfuscated {
			starts[f.Start] = true
		}
	}
}
