package extract

import (
	"context"

	"crisisdesk/feed/extract/gold"
	"crisisdesk/feed/language"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// trainingPage is a page with the annotations that it should yield.
type trainingPage struct {
	*page
	gold *gold.Document
}

// Sample is an annotated document with its reading, which training takes and
// which the running program would make of the same bytes.
type Sample struct {
	Gold     *gold.Document
	Document *model.Document
}

// TrainingSet is what models learn from: all of them from Samples, those of
// figures and their claimants from Figures as well.
type TrainingSet struct {
	Samples, Figures []Sample
}

// Train fits all models on the set and returns an extractor that uses them. Same
// set, same models.
func Train(lex *lexicon.Lexicon, set TrainingSet, options ...Option) *Extractor {
	x := &Extractor{lex: lex, lang: language.Default(), models: untrained()}
	for _, o := range options {
		o(x)
	}
	pages, figures := x.trainingPages(set.Samples), x.trainingPages(set.Figures)
	x.trainStatements(pages)
	lessons := x.trainIncidents(pages)
	x.trainQuestions(pages)
	lessons = append(lessons, x.unseenLessons(figures)...)
	x.trainCasualties(lessons)
	x.models.incidents.same = trainSame(lessons) // with those of figures, which tell of events again and again
	x.trainClaims(pages, figures)
	return x
}

func (x *Extractor) trainingPages(samples []Sample) []trainingPage {
	pages := make([]trainingPage, 0, len(samples))
	for _, s := range samples {
		pages = append(pages, trainingPage{x.wholePage(s.Document, s.Gold.Text), s.Gold})
	}
	return pages
}

// parted deals things out to so many parts in turn: to one, and to the rest.
func parted[T any](all []T, parts, part int) (rest, of []T) {
	for i, x := range all {
		if i%parts == part {
			of = append(of, x)
		} else {
			rest = append(rest, x)
		}
	}
	return rest, of
}

// wholePage reads a page to learn from, for which there is always time.
func (x *Extractor) wholePage(doc *model.Document, text string) *page {
	p, _ := x.read(context.Background(), doc, text) // no other error than that of a context
	return p
}
