package extract

import (
	_ "embed"
	"strings"

	"crisisdesk/feed/linear"
	"crisisdesk/model"
)

//go:embed phrases/questions.txt
var questionPhrases string

// phrase is a sentence written to teach what leaves something open.
type phrase struct {
	form    string // "none" where it leaves nothing open
	stance  string // towards the topic, "" where it has none
	topic   string
	reading *reading // of the sentence alone
}

// phrases reads the sentences that widen what the annotated documents show.
func (x *Extractor) phrases() []phrase {
	var out []phrase
	for line := range strings.Lines(questionPhrases) {
		part := strings.Split(strings.TrimSpace(line), "\t")
		if len(part) != 4 {
			continue
		}
		text := part[3]
		doc := &model.Document{Passages: []model.Passage{{Start: 0, End: len(text)}}}
		out = append(out, phrase{part[0], part[1], part[2], x.reading(x.wholePage(doc, text), nil)})
	}
	return out
}

// phraseWeight is how much a phrase counts beside an annotated sentence.
const phraseWeight = 0.5

// example is a phrase as training takes it. It has no page around it, so
// nothing is learnt from its place.
func (p phrase) example(class int) linear.Example {
	e := linear.Example{Class: class, Weight: phraseWeight}
	for i := range p.reading.sentences {
		sentenceFeatures(&e.Features, p.reading, i)
	}
	return e
}
