package train

import (
	"context"
	"strings"

	"crisisdesk/feed/language"
)

// An F1 counts spans found, spans wanted, and those that are both.
type F1 struct{ Found, Wanted, Right int }

// Score returns the harmonic mean of precision and recall in percent.
func (f F1) Score() float64 {
	if f.Found+f.Wanted == 0 {
		return 0
	}
	return 200 * float64(f.Right) / float64(f.Found+f.Wanted)
}

type span struct{ start, end int }

// Segmentation compares the tokens and sentences found in the raw text of the
// trees with theirs. A paragraph that the treebank marks stands apart by a blank
// line; where it marks none, sentences follow each other after a space.
func Segmentation(a *language.Annotator, trees []Tree) (tokens, sentences F1) {
	text, goldTokens, goldSentences := rawText(trees)
	found, _ := a.Annotate(context.Background(), text, language.Blocks(text, 0, len(text))) // no other error than that of a context
	for _, s := range found {
		sentences.Found++
		if goldSentences[span{s.Start, s.End}] {
			sentences.Right++
		}
		for _, t := range s.Tokens {
			tokens.Found++
			if goldTokens[span{t.Start, t.End}] {
				tokens.Right++
			}
		}
	}
	tokens.Wanted, sentences.Wanted = len(goldTokens), len(goldSentences)
	return tokens, sentences
}

func rawText(trees []Tree) (text string, tokens, sentences map[span]bool) {
	tokens, sentences = map[span]bool{}, map[span]bool{}
	var b strings.Builder
	for i, t := range trees {
		if i > 0 && (t.Document || t.Paragraph) {
			b.WriteString("\n\n")
		}
		start := b.Len()
		for _, w := range t.Words {
			at := b.Len()
			b.WriteString(w.Form)
			tokens[span{at, b.Len()}] = true
			if !w.Glued {
				b.WriteByte(' ')
			}
		}
		end := len(strings.TrimRight(b.String()[start:], " ")) + start
		sentences[span{start, end}] = true
	}
	return b.String(), tokens, sentences
}
