package extract

import (
	"context"

	"crisisdesk/feed/language"
	"crisisdesk/feed/language/vectors"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// page is a document as the extractors see it: its kept text in blocks and
// sentences, with what the lexicon knows of each sentence.
type page struct {
	doc       *model.Document
	text      string
	signs     language.Signs // that were taken out of the text
	blocks    []language.Block
	kinds     []model.PassageKind // of each block
	sentences []language.Sentence
	marks     []marks     // of each sentence
	moments   [][]moment  // of each sentence
	means     [][]float32 // what the words of content of each sentence mean together
}

// marks is what the lexicon finds in a sentence; starts and ends count tokens.
type marks struct {
	names  []lexicon.Found[lexicon.Name]
	nouns  []sharedNoun
	events []lexicon.Found[lexicon.EventWord]
	tolls  []lexicon.Found[lexicon.TollWord]
	people []lexicon.Found[lexicon.PeopleWord]
	speech []lexicon.Found[lexicon.SpeechWord]
	hedges []lexicon.Found[lexicon.Hedge]
	text   lexicon.Text // the folded tokens, for further look-ups
}

// read annotates the kept passages of a document. The error is that of ctx,
// which may end it between any two sentences.
func (x *Extractor) read(ctx context.Context, doc *model.Document, text string) (*page, error) {
	p := &page{doc: doc, text: text}
	for _, passage := range doc.Passages {
		for _, b := range language.Blocks(text, passage.Start, passage.End) {
			p.blocks = append(p.blocks, b)
			p.kinds = append(p.kinds, passage.Kind)
		}
	}
	var err error
	if p.sentences, err = x.lang.Annotate(ctx, text, p.blocks); err != nil {
		return nil, err
	}
	if x.felled {
		fell(p.sentences)
	}
	n := len(p.sentences)
	p.marks, p.moments, p.means = make([]marks, n), make([][]moment, n), make([][]float32, n)
	var forms []string
	for i, s := range p.sentences {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		forms = forms[:0]
		for _, t := range s.Tokens {
			forms = append(forms, t.Form)
		}
		p.marks[i] = x.mark(forms)
		p.moments[i] = moments(&p.sentences[i])
		p.means[i] = make([]float32, vectors.Dim)
		(&blend{sum: p.means[i]}).all(s.Tokens, nil)
	}
	x.settleNouns(p)
	return p, nil
}

// fell takes the trees off sentences.
func fell(sentences []language.Sentence) {
	for i := range sentences {
		sentences[i].Parsed = false
		for j := range sentences[i].Tokens {
			t := &sentences[i].Tokens[j]
			t.Head, t.Rel, t.Conf = -1, "", 0
		}
	}
}

func (x *Extractor) mark(tokens []string) marks {
	t := x.lex.Fold(tokens)
	return marks{
		names: x.lex.Match(t), events: x.lex.Events(t), tolls: x.lex.Tolls(t), people: x.lex.People(t),
		speech: x.lex.Speech(t), hedges: x.lex.Hedges(t), text: t,
	}
}

// span makes a Span of a stretch of the page.
func (p *page) span(start, end int) model.Span {
	return model.Span{Document: p.doc.ID, Start: start, End: end, Text: p.text[start:end]}
}
