package train

import (
	"os"
	"path/filepath"

	"crisisdesk/feed/language"
)

// heldOut is which of the documents of raw text are left for measuring: every fifth.
const heldOut = 5

// readTexts reads the text files in dir, in the order of their names and without
// every fifth, as trees of bare forms. An empty dir has none.
func readTexts(dir string) ([]Tree, error) {
	if dir == "" {
		return nil, nil
	}
	paths, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, err
	}
	var out []Tree
	for i, path := range paths {
		if (i+1)%heldOut == 0 {
			continue
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		text := string(b)
		for _, s := range language.Split(text, language.Blocks(text, 0, len(text))) {
			out = append(out, bare(s))
		}
	}
	return out, nil
}

// bare returns the forms of a sentence, its quotation marks typed.
func bare(s language.Sentence) Tree {
	var t Tree
	for _, token := range s.Tokens {
		w := Word{Form: token.Form, Head: -1}
		switch token.Quote {
		case language.OpenQuote:
			w.UPOS, w.XPOS = "PUNCT", "``"
		case language.CloseQuote:
			w.UPOS, w.XPOS = "PUNCT", "''"
		}
		t.Words = append(t.Words, w)
	}
	return t
}
