package extract_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"crisisdesk/feed/document"
	"crisisdesk/feed/extract"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// FuzzExtract takes any bytes the whole way from a file to its facts: every
// span lies in the text and says what stands there.
func FuzzExtract(f *testing.F) {
	seeds, err := filepath.Glob("../../seeds/*.txt")
	if err != nil || len(seeds) == 0 {
		f.Fatalf("no seeds (%v)", err)
	}
	for _, path := range seeds {
		raw, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	for _, s := range []string{
		"\"We \xff struck,\" Asif said. \"It \xe2\x80 was Kabul\" he\xc3 added, killing 20\xf0\x9f.",
		strings.Repeat("Asif and ", 200), strings.Repeat("20 killed; ", 200), strings.Repeat("\"We struck Kabul said Asif ", 100),
		"killed between 20 and between 30 and 99999999999999999999 people on 31 February 2025 and 0 October",
		"By\n\n9 Oct\n\nKABUL, Oct 9 (—\n\n\"\n\n”said\n\nDid? Was it? whether if who denied",
		"\"It was\u200b w\u200bar,\" As\u2060if sa\u00adid. Ka\u200b\u200dbul, 1\u200b4 kil\u200b\xffled\u200b",
	} {
		f.Add([]byte(s))
	}
	x := extract.New(lexicon.Default())
	f.Fuzz(func(t *testing.T, raw []byte) {
		doc, text, err := document.Read("a.txt", raw, nil)
		if err != nil {
			t.Skip("no document")
		}
		facts, err := x.Extract(context.Background(), doc, text)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range spans(facts) {
			if s.Start < 0 || s.End < s.Start || s.End > len(text) || text[s.Start:s.End] != s.Text {
				t.Fatalf("bytes %d to %d of %d are not %q", s.Start, s.End, len(text), s.Text)
			}
		}
	})
}

// spans are all that facts point at.
func spans(facts model.Facts) []model.Span {
	var out []model.Span
	for _, s := range facts.Statements {
		out = append(append(out, s.Evidence...), s.Speaker.Surface, s.Cue)
	}
	for _, r := range facts.Reports {
		out = append(out, r.Evidence...)
		for _, c := range r.Casualties {
			out = append(out, c.Evidence)
		}
	}
	for _, e := range facts.Evidence {
		out = append(out, e.Span)
	}
	return out
}
