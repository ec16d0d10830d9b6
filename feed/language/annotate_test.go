package language_test

import (
	"context"
	"errors"
	"os"
	"strings"
	"sync"
	"testing"

	"crisisdesk/feed/language"
)

func TestTags(t *testing.T) {
	tests := []struct{ text, want string }{ // form/universal/Penn/lemma
		{"Gunmen killed two soldiers.", "Gunmen/NOUN/NNS/gunman killed/VERB/VBD/kill two/NUM/CD/two soldiers/NOUN/NNS/soldier ./PUNCT/./."},
		{"Warplanes bombed the camps.", "Warplanes/NOUN/NNS/warplane bombed/VERB/VBD/bomb the/DET/DT/the camps/NOUN/NNS/camp ./PUNCT/./."},
		{"The strike was carried out.", "The/DET/DT/the strike/NOUN/NN/strike was/AUX/VBD/be carried/VERB/VBN/carry out/ADP/RP/out ./PUNCT/./."},
		{"He hasn’t denied it.", "He/PRON/PRP/he has/AUX/VBZ/have n’t/PART/RB/not denied/VERB/VBN/deny it/PRON/PRP/it ./PUNCT/./."},
		{"“No,” she said.", "“/PUNCT/``/\" No/INTJ/UH/no ,/PUNCT/,/, ”/PUNCT/''/\" she/PRON/PRP/she said/VERB/VBD/say ./PUNCT/./."},
	}
	for _, tt := range tests {
		var got []string
		for _, s := range annotate(tt.text) {
			for _, tok := range s.Tokens {
				got = append(got, strings.Join([]string{tok.Form, tok.UPOS.String(), tok.XPOS, tok.Lemma}, "/"))
			}
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("tags\n got %s\nwant %s", s, tt.want)
		}
	}
}

func TestSentenceTakesKnownTokens(t *testing.T) {
	text := "Troops raided the camp"
	var tokens []language.Token
	at := 0
	for _, form := range strings.Fields(text) {
		tokens = append(tokens, language.Token{Start: at, End: at + len(form), Form: form})
		at += len(form) + 1
	}
	s := language.Default().Sentence(tokens)
	if got := describe([]language.Sentence{s}); !s.Parsed || s.End != len(text) || got != "Troops/NNS/troops/nsubj raided/VBD/raid/root the/DT/the/det camp/NN/camp/obj " {
		t.Errorf("got %+v: %s", s, got)
	}
	if empty := language.Default().Sentence(nil); len(empty.Tokens) != 0 {
		t.Errorf("a sentence of no tokens has %d", len(empty.Tokens))
	}
}

func TestLongSentenceHasTagsButNoTree(t *testing.T) {
	text := strings.Repeat("guns and ", language.MaxParsed) + "smoke."
	for _, s := range annotate(text) {
		if s.Parsed {
			t.Errorf("a sentence of %d tokens is parsed", len(s.Tokens))
		}
		for _, tok := range s.Tokens {
			if tok.UPOS == language.NoUPOS || tok.Head != -1 || tok.Rel != "" {
				t.Fatalf("token %+v: want a tag, no head and no relation", tok)
			}
		}
	}
}

func TestAnnotatorIsSharedByGoroutines(t *testing.T) {
	const text = "The army said six soldiers were killed by a bomb. “We will answer,” he said."
	want := describe(annotate(text))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				if got := describe(annotate(text)); got != want {
					t.Errorf("got %s, want %s", got, want)
					return
				}
			}
		})
	}
	wg.Wait()
}

func describe(sentences []language.Sentence) string {
	var b strings.Builder
	for _, s := range sentences {
		for _, t := range s.Tokens {
			b.WriteString(t.Form + "/" + t.XPOS + "/" + t.Lemma + "/" + t.Rel + " ")
		}
	}
	return b.String()
}

func TestLoadRefusesWhatIsNoWeightsFile(t *testing.T) {
	whole, err := os.ReadFile("weights.bin")
	if err != nil {
		t.Fatal(err)
	}
	for _, weights := range [][]byte{nil, []byte("hello, weights"), whole[:100], whole[:len(whole)/2], whole[:len(whole)-1]} {
		if _, err := language.Load(weights); err == nil {
			t.Errorf("Load took %d bytes that are no weights", len(weights))
		}
	}
}

// ending is a context that has ended when it is asked for the last time.
type ending struct {
	context.Context
	asked, last int
}

func (e *ending) Err() error {
	if e.asked++; e.asked >= e.last {
		return context.DeadlineExceeded
	}
	return nil
}

// A long document costs its deadline and no more: each sentence may be the last.
func TestAnnotateEndsWithItsContext(t *testing.T) {
	text := strings.Repeat("Nobody crossed the border. ", 1000)
	ctx := &ending{Context: t.Context(), last: 4}
	got, err := language.Default().Annotate(ctx, text, language.Blocks(text, 0, len(text)))
	if !errors.Is(err, context.DeadlineExceeded) || got != nil || ctx.asked != 4 {
		t.Errorf("%d sentences, %v, asked %d times; want none, the end of the context, and 4", len(got), err, ctx.asked)
	}
}
