package train

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Shares of the sentences that are learnt a second time as headlines.
const (
	titleShare = 0.08
	upperShare = 0.03
)

// recased returns the trees and, for a share of them, the same again with every
// word capitalised or in capitals.
func recased(trees []Tree, seed uint64) []Tree {
	random := rand.New(rand.NewPCG(seed, 2))
	out := append([]Tree(nil), trees...)
	for _, t := range trees {
		switch p := random.Float64(); {
		case p < titleShare:
			out = append(out, t.recase(Capitalise))
		case p < titleShare+upperShare:
			out = append(out, t.recase(strings.ToUpper))
		}
	}
	return out
}

func (t Tree) recase(f func(string) string) Tree {
	words := append([]Word(nil), t.Words...)
	for i := range words {
		words[i].Form = f(words[i].Form)
	}
	t.Words = words
	return t
}

// Capitalise returns a form with its first letter in upper case.
func Capitalise(form string) string {
	r, n := utf8.DecodeRuneInString(form)
	return string(unicode.ToUpper(r)) + form[n:]
}
