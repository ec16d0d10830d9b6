package language

import (
	"context"
	_ "embed"
	"strings"
	"sync"

	"crisisdesk/feed/language/internal/lemmas"
	"crisisdesk/feed/language/internal/lexis"
	"crisisdesk/feed/language/internal/pack"
	"crisisdesk/feed/language/internal/parsing"
	"crisisdesk/feed/language/internal/tagging"
	"crisisdesk/feed/language/vectors"
)

// MaxParsed is the number of tokens of the longest sentence that gets a tree.
const MaxParsed = 200

//go:embed weights.bin
var embedded []byte

// Annotator holds the weights. It does not change and may be used by any number
// of goroutines at once.
type Annotator struct {
	vocabulary *lexis.Vocabulary
	tagger     *tagging.Tagger
	parser     *parsing.Parser
	lemmas     lemmas.Table
	calibrated calibration
	upos       []UPOS   // of each tag
	xpos       []string // of each tag
	scratch    sync.Pool
}

// Default returns the annotator with the embedded weights, loaded at the first call.
var Default = sync.OnceValue(func() *Annotator {
	a, err := Load(embedded)
	if err != nil {
		panic("language: embedded " + err.Error()) // the program was built wrong
	}
	return a
})

// Load reads weights that the trainer wrote. It keeps the bytes, which must not
// change; it returns an error where they are no such weights.
func Load(weights []byte) (*Annotator, error) {
	r := pack.NewReader(weights)
	a := &Annotator{vocabulary: lexis.Read(r)}
	var err error
	if a.tagger, err = tagging.Read(r, a.vocabulary); err != nil {
		return nil, err
	}
	if a.parser, err = parsing.Read(r, a.vocabulary, a.tagger.Tags); err != nil {
		return nil, err
	}
	a.lemmas = lemmas.Read(r)
	if a.calibrated = r.Floats(); len(a.calibrated) < 2 {
		return nil, pack.ErrDamaged
	}
	for tag := range a.tagger.Tags {
		upos, xpos := a.tagger.Names(int32(tag))
		a.upos = append(a.upos, ParseUPOS(upos))
		a.xpos = append(a.xpos, xpos)
	}
	a.scratch.New = func() any { return new(scratch) }
	return a, r.Err()
}

// Annotate splits the blocks of text into sentences and tokens, tags them and
// builds their trees. A sentence of more than MaxParsed tokens gets no tree.
// Where ctx ends it stops at the next sentence, with the error of ctx.
func (a *Annotator) Annotate(ctx context.Context, text string, blocks []Block) ([]Sentence, error) {
	var out []Sentence
	w := a.scratch.Get().(*scratch)
	defer a.scratch.Put(w)
	w.lemma, w.ends = w.lemma[:0], w.ends[:0]
	for from := 0; from < len(blocks); {
		to := stretch(blocks, from)
		for _, s := range Split(text, blocks[from:to]) {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			s.Block += from
			a.annotate(&s, w)
			out = append(out, s)
		}
		from = to
	}
	w.setLemmas(out)
	return out, nil
}

// stretch is the end of a run of blocks of which the tokens may be held before
// they are annotated.
func stretch(blocks []Block, from int) int {
	to, size := from, 0
	for to < len(blocks) && size < maxBlock {
		size += blocks[to].End - blocks[to].Start
		to++
	}
	return to
}

// Sentence annotates a sentence whose tokens are known: of each, Start, End and
// Form must be set. It sets the other fields in place.
func (a *Annotator) Sentence(tokens []Token) Sentence {
	typeQuotes(tokens)
	out := []Sentence{{Tokens: tokens}}
	if len(tokens) == 0 {
		return out[0]
	}
	out[0].Start, out[0].End = tokens[0].Start, tokens[len(tokens)-1].End
	w := a.scratch.Get().(*scratch)
	defer a.scratch.Put(w)
	w.lemma, w.ends = w.lemma[:0], w.ends[:0]
	a.annotate(&out[0], w)
	w.setLemmas(out)
	return out[0]
}

// Split splits the blocks of text into sentences and tokens, without tags or
// trees: of a token only Start, End, Form and Quote are set, and Head is -1.
func Split(text string, blocks []Block) []Sentence {
	size := 0
	for _, b := range blocks {
		size += b.End - b.Start
	}
	const bytesPerToken, tokensPerSentence = 5, 18
	tokens := make([]Token, 0, size/bytesPerToken+8)
	ends := make([]int, len(blocks))
	for i, b := range blocks {
		tokens = tokenize(tokens, text, max(b.Start, 0), min(b.End, len(text)))
		ends[i] = len(tokens)
	}
	out := make([]Sentence, 0, len(blocks)+len(tokens)/tokensPerSentence)
	from := 0
	for i, end := range ends {
		out = sentences(out, text, i, tokens[from:end])
		from = end
	}
	return out
}

// scratch is the working space of one Annotate at a time.
type scratch struct {
	sentence parsing.Sentence
	arcs     []parsing.Arc
	tag      tagging.Scratch
	parse    parsing.Scratch
	lemma    []byte // the lemmas of all tokens, one after the other
	ends     []int  // where each ends
}

// annotate tags and parses one sentence; its lemmas gather in w.
func (a *Annotator) annotate(s *Sentence, w *scratch) {
	v := &w.sentence
	v.Words = a.vocabulary.AppendWords(v.Words[:0], len(s.Tokens), func(i int) string { return s.Tokens[i].modelled() })
	v.Tags = append(v.Tags[:0], make([]int32, len(v.Words))...)
	a.tagger.Tag(v.Words, v.Tags, &w.tag)
	for i, tag := range v.Tags {
		t := &s.Tokens[i]
		t.UPOS, t.XPOS, t.Head = a.upos[tag], a.xpos[tag], -1
		w.lemma = a.lemmas.Append(w.lemma, visible(t.Form), t.XPOS)
		w.ends = append(w.ends, len(w.lemma))
	}
	if len(s.Tokens) > MaxParsed {
		return
	}
	w.arcs = append(w.arcs[:0], make([]parsing.Arc, len(v.Words))...)
	a.parser.Prepare(v)
	a.parser.Parse(v, w.arcs, &w.parse)
	for i, arc := range w.arcs {
		t := &s.Tokens[i]
		t.Head, t.Rel, t.Conf = int(arc.Head), a.parser.Relations[arc.Rel], a.calibrated.at(arc.Conf)
	}
	s.Parsed = true
}

// modelled returns the form as the models are given it: quotation marks are “
// and ”, whichever way they are printed, and words hold nothing invisible.
func (t *Token) modelled() string {
	switch t.Quote {
	case OpenQuote:
		return "``"
	case CloseQuote:
		return "''"
	}
	return visible(t.Form)
}

// visible is a form without what is invisible in it.
func visible(form string) string {
	if !strings.ContainsFunc(form, isInvisible) {
		return form
	}
	return strings.Map(func(r rune) rune {
		if isInvisible(r) {
			return -1
		}
		return r
	}, form)
}

// setLemmas gives the tokens their lemmas, cut from one string, and their vectors.
func (w *scratch) setLemmas(out []Sentence) {
	all, table := string(w.lemma), vectors.Default()
	from, k := 0, 0
	for i := range out {
		for j := range out[i].Tokens {
			t := &out[i].Tokens[j]
			t.Lemma = all[from:w.ends[k]]
			if t.Vector = table.Word(strings.ToLower(t.Form)); t.Vector == 0 {
				t.Vector = table.Word(t.Lemma)
			}
			from = w.ends[k]
			k++
		}
	}
}
