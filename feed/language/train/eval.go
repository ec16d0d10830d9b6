package train

import (
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
	Capitalised          float64 // LAS with every word capitalised
	TokensPerSecond      float64 // tags and trees, one goroutine
}

// Evaluate measures an annotator on trees.
func Evaluate(a *language.Annotator, trees []Tree) Result {
	var r Result
	tokens, sentences := Segmentation(a, trees)
	r.Tokens, r.Sentences = tokens.Score(), sentences.Score()
	var c counter
	start := time.Now()
	for _, t := range trees {
		c.add(t, a.Sentence(t.tokens()))
	}
	elapsed := time.Since(start)
	r.UPOS, r.XPOS, r.Lemmas = c.percent(c.upos), c.percent(c.xpos), c.percent(c.lemmas)
	r.UAS, r.LAS = c.percent(c.heads), c.percent(c.arcs)
	r.Frames = 100 * float64(c.framesRight) / float64(max(c.frames, 1))
	r.TokensPerSecond = float64(c.tokens) / elapsed.Seconds()
	var capitalised counter
	for _, t := range trees {
		t = t.recase(Capitalise)
		capitalised.add(t, a.Sentence(t.tokens()))
	}
	r.Capitalised = capitalised.percent(capitalised.arcs)
	return r
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
		c.upos += count1(t.UPOS.String() == w.UPOS)
		c.xpos += count1(t.XPOS == w.XPOS)
		c.lemmas += count1(t.Lemma == strings.ToLower(w.Lemma))
		c.heads += count1(t.Head == w.Head)
		right := t.Head == w.Head && t.Rel == w.Rel
		c.arcs += count1(right)
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
			c.framesRight += count1(!wrong[i])
		}
	}
}

func count1(b bool) int {
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
