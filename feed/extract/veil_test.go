package extract_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crisisdesk/feed/document"
	"crisisdesk/feed/extract"
	"crisisdesk/feed/language"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

var lettersOrDigits = regexp.MustCompile(`[A-Za-z]{2,}|\d{2,}`)

// veiled is text with a sign that nobody sees in each word and each number.
func veiled(text, sign string) string {
	return lettersOrDigits.ReplaceAllStringFunc(text, func(w string) string { return w[:len(w)/2] + sign + w[len(w)/2:] })
}

// unseen makes what two readings say comparable where the files differ in
// invisible signs alone.
var unseen = cmp.Options{
	cmp.Transformer("plain", func(s model.Span) string { return plain(s.Text) }),
	cmp.Transformer("document", func(d *model.Document) string {
		var kinds []model.PassageKind
		for _, p := range d.Passages {
			kinds = append(kinds, p.Kind)
		}
		return fmt.Sprint(plain(d.Title), plain(d.Outlet), d.OutletID, d.Authors, d.Published, d.Language, kinds, d.Sketch)
	}),
	cmp.Comparer(func(a, b model.Origin) bool { return a.Name == b.Name }), // a key may hold the document's
	cmp.Comparer(func(a, b model.DocumentID) bool { return true }),
	cmp.Comparer(func(a, b model.ReportID) bool { return true }),
	cmp.Comparer(func(a, b model.StatementID) bool { return true }),
}

func plain(text string) string {
	p, _ := language.Plain(text)
	return p
}

// What a document says is read out of it whatever invisible signs stand in its
// words, its dates and its figures; and what is found is where it stands.
func TestInvisibleSignsHideNothing(t *testing.T) {
	seeds, err := filepath.Glob("../../seeds/*")
	if err != nil || len(seeds) == 0 {
		t.Fatalf("no seeds (%v)", err)
	}
	x := extract.New(lexicon.Default())
	facts := func(text string) model.Facts {
		t.Helper()
		doc, text, err := document.Read("a.txt", []byte(text), lexicon.Default())
		if err != nil {
			t.Fatal(err)
		}
		f, err := x.Extract(t.Context(), doc, text)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range spans(f) {
			if text[s.Start:s.End] != s.Text {
				t.Errorf("bytes %d to %d are not %q", s.Start, s.End, s.Text)
			}
		}
		return f
	}
	for _, path := range seeds {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want := facts(string(raw))
		for _, sign := range []string{"\u200b", "\u2060\u200d"} {
			got := facts(veiled(string(raw), sign))
			if diff := cmp.Diff(want, got, unseen); diff != "" {
				t.Errorf("%s with %+q in its words (-want +got):\n%s", filepath.Base(path), sign, diff)
			}
			if len(got.Statements) > 0 && !strings.Contains(strings.Join(got.Document.Notes, "\n"), "obfuscated") {
				t.Errorf("%s with %+q in its words: nothing notes it: %q", filepath.Base(path), sign, got.Document.Notes)
			}
		}
	}
}
