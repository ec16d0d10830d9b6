package extract

import (
	"strings"

	"crisisdesk/feed/language"
	"crisisdesk/feed/linear"
)

// clause is what a tree says of a verb: how it is put and what its subject is.
type clause struct {
	negated, passive, modal, perfect bool
	subject                          string
}

// mood is how the clause is put, in a word.
func (c *clause) mood() string {
	mood := ""
	for _, part := range []struct {
		holds bool
		name  string
	}{{c.negated, "not "}, {c.passive, "passive "}, {c.modal, "modal "}, {c.perfect, "perfect "}} {
		if part.holds {
			mood += part.name
		}
	}
	return mood
}

// clausesOf reads the clauses of a sentence off its tree, by the token that
// heads each.
func clausesOf(s *language.Sentence) []clause {
	out := make([]clause, len(s.Tokens))
	for t := range s.Tokens {
		token := &s.Tokens[t]
		if token.Head < 0 {
			continue
		}
		c, head := &out[token.Head], &s.Tokens[token.Head]
		switch {
		case token.Rel == "aux:pass":
			c.passive = true
		case token.XPOS == "MD":
			c.modal = true
		case token.Rel == "aux" && token.Lemma == "have":
			c.perfect = true
		case strings.HasPrefix(token.Rel, "nsubj"):
			c.subject = subjectOfClause(token)
			c.negated = c.negated || isNegation(token.Lemma)
		case !isNegation(token.Lemma):
		case token.Rel == "advmod" || head.Head < 0:
			c.negated = true
		case strings.HasPrefix(head.Rel, "nsubj"):
			out[head.Head].negated = true
		}
	}
	return out
}

func subjectOfClause(t *language.Token) string {
	if t.UPOS == language.PROPN {
		return "<name>"
	}
	return t.Lemma
}

func isNegation(lemma string) bool {
	switch lemma {
	case "no", "not", "n't", "never", "neither", "nobody", "none", "nothing", "nor":
		return true
	}
	return false
}

// clauseFeatures are the clauses of a sentence that has a tree.
func clauseFeatures(f *linear.Features, s *language.Sentence) {
	if !s.Parsed {
		return
	}
	clauses := clausesOf(s)
	for t := range s.Tokens {
		token := &s.Tokens[t]
		rel, _, _ := strings.Cut(token.Rel, ":")
		if !headsClause(rel) {
			if token.Head >= 0 && s.Tokens[token.Head].Head < 0 && token.UPOS != language.PUNCT {
				f.Add("root has", rel, token.Lemma)
			}
			continue
		}
		c, verb := &clauses[t], classOf(token.Lemma)
		mood := c.mood()
		f.Add("clause", rel, mood)
		f.Add("verb", rel, token.Lemma, mood)
		f.Add("verb class", rel, verb, mood)
		f.Add("subject", rel, c.subject)
		f.Add("subject verb", c.subject, verb, mood)
		f.Add("subject class", classOf(c.subject), verb, mood)
	}
}

// headsClause reports whether a token of that relation heads a clause.
func headsClause(rel string) bool {
	switch rel {
	case "root", "ccomp", "xcomp", "advcl", "acl", "conj", "parataxis", "csubj":
		return true
	}
	return false
}

// classOf is the class of a cue word, or the word itself.
func classOf(word string) string {
	if classes := cueWords[word]; len(classes) > 0 {
		return classes[0]
	}
	return word
}
