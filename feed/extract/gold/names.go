package gold

import (
	_ "embed"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// same lists, a line each, spellings and metonyms that the scoring script takes
// for one actor; the first names the group.
//
//go:embed same.txt
var same string

var fold = func() map[string]string {
	m := map[string]string{}
	for group := range strings.Lines(same) {
		names := strings.Split(strings.TrimSpace(group), "; ")
		for _, n := range names {
			m[n] = names[0]
		}
	}
	return m
}()

var stop = map[string]bool{"the": true, "of": true, "a": true, "an": true, "s": true, "mr": true, "dr": true, "lt": true,
	"gen": true, "general": true, "mullah": true, "former": true, "senior": true}

var nameWord = regexp.MustCompile(`[a-z0-9]+`)

func foldName(s string) string {
	ascii := strings.Map(func(r rune) rune {
		if r > unicode.MaxASCII {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(s))
	s = strings.Join(nameWord.FindAllString(ascii, -1), " ")
	if f, ok := fold[strings.TrimPrefix(s, "the ")]; ok {
		return f
	}
	return s
}

// NamesAgree reports whether two names are taken for one, by the rule of the
// scoring script: equal after folding, the same last word, or half of the
// words of the shorter.
func NamesAgree(a, b string) bool {
	a, b = foldName(a), foldName(b)
	if a == "" || b == "" {
		return false
	}
	if a == b {
		return true
	}
	wa, wb := nameWords(a), nameWords(b)
	if len(wa) == 0 || len(wb) == 0 {
		return false
	}
	last := a[strings.LastIndexByte(a, ' ')+1:]
	if last == b[strings.LastIndexByte(b, ' ')+1:] && !stop[last] {
		return true
	}
	shared := 0
	for w := range wa {
		if wb[w] {
			shared++
		}
	}
	return float64(shared)/float64(min(len(wa), len(wb))) >= 0.5
}

func nameWords(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		if !stop[w] {
			out[w] = true
		}
	}
	return out
}

// AnyName reports whether one of ps agrees with one of gs.
func AnyName(ps, gs []string) bool {
	for _, p := range ps {
		for _, g := range gs {
			if NamesAgree(p, g) {
				return true
			}
		}
	}
	return false
}
