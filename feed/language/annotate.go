package language

import "sync"

// Annotator holds the weights. It does not change and may be used by any number
// of goroutines at once.
type Annotator struct{}

// Default returns the annotator with the embedded weights, loaded at the first call.
var Default = sync.OnceValue(func() *Annotator { return &Annotator{} })

// Annotate splits the blocks of text into sentences and tokens.
func (a *Annotator) Annotate(text string, blocks []Block) []Sentence {
	var tokens []Token
	ends := make([]int, len(blocks))
	for i, b := range blocks {
		tokens = tokenize(tokens, text, max(b.Start, 0), min(b.End, len(text)))
		ends[i] = len(tokens)
	}
	var out []Sentence
	from := 0
	for i, end := range ends {
		out = sentences(out, text, i, tokens[from:end])
		from = end
	}
	return out
}
