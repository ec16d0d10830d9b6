package document

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// The fuzz targets hold each format, whatever the bytes, against what the
// package promises. They start from the samples.

func FuzzPlain(f *testing.F)    { fuzzFormat(f, "a.txt") }
func FuzzHTML(f *testing.F)     { fuzzFormat(f, "a.html") }
func FuzzMail(f *testing.F)     { fuzzFormat(f, "a.eml") }
func FuzzFeed(f *testing.F)     { fuzzFormat(f, "a.xml") }
func FuzzJSONFeed(f *testing.F) { fuzzFormat(f, "a.json") }
func FuzzGzip(f *testing.F)     { fuzzFormat(f, "a.html.gz") }
func FuzzPDF(f *testing.F) {
	needPDF(f)
	fuzzFormat(f, "a.pdf")
}

func fuzzFormat(f *testing.F, name string) {
	ending := filepath.Ext(strings.TrimSuffix(name, packed))
	samples, err := filepath.Glob("testdata/formats/*" + ending)
	if err != nil || len(samples) == 0 {
		f.Fatal("no samples", err)
	}
	for _, file := range samples {
		raw, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		if strings.HasSuffix(name, packed) {
			raw = gzipped(raw)
		}
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		all, err := ReadAll(context.Background(), name, raw, someDesk{})
		var refusal Refusal
		if err != nil && !errors.As(err, &refusal) {
			t.Fatalf("an error without a reason: %v", err)
		}
		paths := map[string]bool{}
		for _, r := range all {
			if paths[r.Document.Path] {
				t.Fatalf("two documents at %s", r.Document.Path)
			}
			paths[r.Document.Path] = true
			holdPassages(t, r)
		}
	})
}

func holdPassages(t *testing.T, r Reading) {
	t.Helper()
	at := 0
	for _, p := range r.Document.Passages {
		if p.Start < at || p.End <= p.Start || p.End > len(r.Text) {
			t.Fatalf("passage %v after byte %d of %d", p, at, len(r.Text))
		}
		if utf8.ValidString(r.Text) && !(utf8.RuneStart(r.Text[p.Start]) && (p.End == len(r.Text) || utf8.RuneStart(r.Text[p.End]))) {
			t.Fatalf("passage %v cuts a character", p)
		}
		at = p.End
	}
}
