package extract

import (
	"bytes"
	"fmt"

	"crisisdesk/feed/language"
	"crisisdesk/feed/lexicon"
)

// Untrained returns an extractor over a lexicon that has no models and goes
// by rules alone.
func Untrained(lex *lexicon.Lexicon) *Extractor {
	return &Extractor{lex: lex, lang: language.Default(), models: untrained()}
}

// Weights are the files of weights of a trained extractor, by name.
func (x *Extractor) Weights() (map[string][]byte, error) {
	out := map[string][]byte{}
	for _, p := range x.models.parts() {
		var b bytes.Buffer
		if err := p.write(&b); err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
		out[p.name] = b.Bytes()
	}
	return out, nil
}
