package train

import (
	"math"
	"strings"
	"time"

	"crisisdesk/feed/language"
)

// A Result holds what the annotator reaches on one treebank, in percent but for Speed.
type Result struct {
	Tokens, Sentences    float64 // F1 from raw text
	UPOS, XPOS, UAS, LAS float64 // on the tokens of the treebank
	Lemmas               float64 // without regard to case
	Frames               float64 // verbs whose arguments are all right
	Gap                  float64 // between confidence and the share that is right, on average over ten bins
	Capitalised          float64 // LAS with every word capitalised
	TokensPerSecond      float64 // tags and trees, one goroutine
}

// Evaluate measures an annotator on trees.
func Evaluate(a *language.Annotator, trees []Tree) Result {
	var r Result
	tokens, sentences := Segmentation(a, trees)
	r.Tokens, r.Sentences = tokens.Score(), sentences.Score()
	var c counter
	for _, t := range trees {
		c.add(t, a.Sentence(t.tokens()))
	}
	r.UPOS, r.XPOS, r.Lemmas = c.percent(c.upos), c.percent(c.xpos), c.percent(c.lemmas)
	r.UAS, r.LAS = c.percent(c.heads), c.percent(c.arcs)
	r.Frames = 100 * float64(c.framesRight) / float64(max(c.frames, 1))
	r.Gap = c.gap()
	r.TokensPerSecond = float64(c.tokens) / fastest(a, trees).Seconds()
	var capitalised counter
	for _, t := range trees {
		t = t.recase(Capitalise)
		capitalised.add(t, a.Sentence(t.tokens()))
	}
	r.Capitalised = capitalised.percent(capitalised.arcs)
	return r
}

// fastest returns the shortest of a few times that tagging and parsing all trees
// took: the others had less of the core.
func fastest(a *language.Annotator, trees []Tree) time.Duration {
	shortest := time.Duration(math.MaxInt64)
	for range 5 {
		var sentences [][]language.Token
		for _, t := range trees {
			sentences = append(sentences, t.tokens())
		}
		start := time.Now()
		for _, tokens := range sentences {
			a.Sentence(tokens)
		}
		shortest = min(shortest, time.Since(start))
	}
	return shortest
}

// tokens returns the words of a tree as the annotator takes them.
func (t Tree) tokens() []language.Token {
	out := make([]language.Token, len(t.Words))
	at := 0
	for i, w := range t.Words {
		out[i] = language.Token{Start: at, End: at + len(w.Form), Form: w.Form, Head: -1}
		at += len(w.Form)
		if !w.Glued {
			at++
		}
	}
	return out
}

// counter counts what is right.
type counter struct {
	tokens, upos, xpos, lemmas, heads, arcs int
	frames, framesRight                     int
	confidence, sure                        [10]float64 // sums of Conf, and arcs right, by tenths of Conf
}

// gap returns the calibration error in percent.
func (c *counter) gap() float64 {
	sum := 0.0
	for i := range c.sure {
		sum += math.Abs(c.confidence[i] - c.sure[i])
	}
	return 100 * sum / float64(max(c.tokens, 1))
}

func (c *counter) percent(n int) float64 { return 100 * float64(n) / float64(max(c.tokens, 1)) }

func (c *counter) add(gold Tree, got language.Sentence) {
	wrong := make([]bool, len(gold.Words)) // verbs with a wrong frame
	mark := func(head int) {
		if head >= 0 {
			wrong[head] = true
		}
	}
	for i, w := range gold.Words {
		t := got.Tokens[i]
		c.tokens++
		c.upos += one(t.UPOS.String() == w.UPOS)
		c.xpos += one(t.XPOS == w.XPOS)
		c.lemmas += one(t.Lemma == strings.ToLower(w.Lemma))
		c.heads += one(t.Head == w.Head)
		right := t.Head == w.Head && t.Rel == w.Rel
		c.arcs += one(right)
		tenth := min(int(t.Conf*10), 9)
		c.confidence[tenth] += float64(t.Conf)
		c.sure[tenth] += float64(one(right))
		if !right && argument(w.Rel) {
			mark(w.Head)
		}
		if !right && argument(t.Rel) {
			mark(t.Head)
		}
	}
	for i, w := range gold.Words {
		if w.UPOS == "VERB" {
			c.frames++
			c.framesRight += one(!wrong[i])
		}
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// argument reports whether a relation belongs to the frame of a verb.
func argument(rel string) bool {
	switch rel {
	case "nsubj", "nsubj:pass", "obj", "iobj", "ccomp", "obl:agent":
		return true
	}
	return false
}
