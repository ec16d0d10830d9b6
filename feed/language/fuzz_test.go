package language_test

import (
	"strings"
	"testing"
	"unicode"

	"crisisdesk/feed/language"
)

// FuzzAnnotate gives the annotator anything at all: offsets must be exact and in
// order, nothing but white space and invisible marks left out, and each tree a tree.
func FuzzAnnotate(f *testing.F) {
	for _, seed := range []string{
		"", " ", "\n\n\n", "\"", "'''\"\"\"“”‘’``''", "....!?…", "no stop", "\xff\xfe\x80", "caf\xe9 \xc3(",
		"“The border,” he said, “will stay shut.”\n\n“We know.”", "- one\n- two\n3. three", "٣٤ کابل 喀布尔",
		"https://x.example/a@b?c#d, @desk $3.5m 2025-10-17 o'clock can't cannot US$5",
		"the hard-wrapped line that goes on and on until it is as long as\nThat one. And more of the same, as it is a paragraph.\n",
		strings.Repeat("a ", 300), strings.Repeat("'s", 200), strings.Repeat("-", 200), strings.Repeat("1-", 200),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { checkAnnotation(t, text) })
}

func TestBadInput(t *testing.T) {
	tests := map[string]string{
		"a sentence of 100,000 tokens": strings.Repeat("word ", 100_000),
		"only quotes":                  strings.Repeat("\"'“‘", 25_000),
		"no letters":                   strings.Repeat("12 . ; -- 5% ", 10_000),
		"one long word":                strings.Repeat("x", 200_000),
		"one long hyphened word":       strings.Repeat("un-", 70_000),
		"one long address":             "https://" + strings.Repeat("a.b@", 50_000),
		"not UTF-8":                    strings.Repeat("\xff\xc3\x28 \x80", 40_000),
		"only marks":                   strings.Repeat("...?!", 40_000),
		"white space":                  strings.Repeat(" \t\n\u00a0", 50_000),
	}
	for name, text := range tests {
		t.Run(name, func(t *testing.T) { checkAnnotation(t, text) })
	}
}

func checkAnnotation(t *testing.T, text string) {
	t.Helper()
	blocks := language.Blocks(text, 0, len(text))
	at := 0
	for _, s := range annotate(text) {
		b := blocks[s.Block]
		if len(s.Tokens) == 0 || s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End || s.Start < b.Start || s.End > b.End {
			t.Fatalf("sentence %d-%d of block %d-%d does not span its tokens", s.Start, s.End, b.Start, b.End)
		}
		for _, tok := range s.Tokens {
			if tok.Start < at || tok.End <= tok.Start || tok.Form != text[tok.Start:tok.End] {
				t.Fatalf("token %d-%d %q after %d", tok.Start, tok.End, tok.Form, at)
			}
			checkGap(t, text[at:tok.Start])
			at = tok.End
		}
		checkTree(t, s)
	}
	checkGap(t, text[at:])
}

// checkGap refuses text between tokens that should be in one.
func checkGap(t *testing.T, gap string) {
	t.Helper()
	if strings.ContainsFunc(gap, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsPunct(r) }) {
		t.Fatalf("%q is in no token", gap)
	}
}

// checkTree follows each word of a parsed sentence to its one root.
func checkTree(t *testing.T, s language.Sentence) {
	t.Helper()
	if !s.Parsed {
		return
	}
	roots := 0
	for i, tok := range s.Tokens {
		if tok.Head == -1 {
			roots++
		}
		steps := 0
		for h := i; h != -1; h = s.Tokens[h].Head {
			if steps++; steps > len(s.Tokens) {
				t.Fatalf("the heads of %q run in a circle", tok.Form)
			}
		}
		if tok.Rel == "" || tok.Conf < 0 || tok.Conf > 1 || tok.UPOS == language.NoUPOS {
			t.Fatalf("token %+v is not complete", tok)
		}
	}
	if roots != 1 {
		t.Fatalf("%d roots", roots)
	}
}
