package archive

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"crisisdesk/model"
)

// page is a document of paragraphs; those in brackets are page furniture.
func page(path, title string, paragraphs ...string) Record {
	text := strings.Join(paragraphs, "\n\n")
	d := &model.Document{ID: model.DocumentID("id of " + path), Path: path, SHA256: path, Title: title}
	at := 0
	for _, p := range paragraphs {
		if !strings.HasPrefix(p, "[") {
			d.Passages = append(d.Passages, model.Passage{Start: at, End: at + len(p)})
		}
		at += len(p) + len("\n\n")
	}
	return Record{&model.Facts{Document: d}, text}
}

func TestSearch(t *testing.T) {
	a, _ := openDesk(t, t.TempDir())
	pages := []Record{
		page("a.txt", "Kabul strikes", "[Read also: floods in Kunar]", "Pakistan bombed Kabul on Thursday.", "The Taliban said that Qatar would mediate."),
		page("b.txt", "Floods", "Villages in Kunar are under water.", "Señor Peña of the Red Crescent spoke of “Al-Qaeda” at length."),
		page("c.txt", "Mediation", strings.Repeat("Much was said. ", 40)+"Qatar and Turkey mediate, and Kabul agrees. "+strings.Repeat("Little was done. ", 40)),
	}
	put(t, a, pages...)
	for words, want := range map[string][]string{
		"kabul":                  {"a.txt: «Kabul»", "c.txt: «Kabul»"},
		"mediate qatar":          {"a.txt: «Qatar» «mediate»", "c.txt: «Qatar» «mediate»"},
		"bomb kabul":             {"a.txt: «bombed» «Kabul»"},
		"Kabul mediat":           {"a.txt: «Kabul»", "c.txt: «mediate» «Kabul»"},
		"kunar":                  {"b.txt: «Kunar»"}, // and not where it is furniture
		"flood":                  {"b.txt:"},         // in the title alone
		"senor pena":             {"b.txt: «Señor» «Peña»"},
		"al-qaeda":               {"b.txt: «Al» «Qaeda»"},
		`"kunar" OR *`:           nil, // its words are words, no operators: "or" stands nowhere
		`" NEAR( -- ; ` + "\x00": nil,
		"":                       nil,
	} {
		hits, err := a.Search(t.Context(), words, 10)
		if err != nil {
			t.Errorf("%q: %v", words, err)
		}
		var got []string
		for _, h := range hits {
			line := h.Path + ":"
			for _, w := range h.Words {
				line += " «" + textOf(pages, h.Path)[w.Start:w.End] + "»"
			}
			got = append(got, line)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", words, diff)
		}
	}
}

func textOf(records []Record, path string) string {
	for _, r := range records {
		if r.Facts.Document.Path == path {
			return r.Text
		}
	}
	return ""
}

func TestASnippetStaysInItsParagraphAndItsLength(t *testing.T) {
	text := page("c.txt", "", "[Share this]", strings.Repeat("Much was said. ", 40)+"Qatar and Turkey mediate, and Kabul agrees. "+strings.Repeat("Little was done. ", 40), "The end.")
	kept := keptText(text.Text, text.Facts.Document.Passages)
	got, words := snippet(kept, []string{"kabul", "qatar"})
	if !strings.HasPrefix(got.Text, "was said.") || !strings.HasSuffix(got.Text, "Little") || len(got.Text) > longestSnippet || len(words) != 2 {
		t.Errorf("the snippet is %q with %v", got.Text, words)
	}
	if got, _ := snippet(kept, []string{"end"}); got.Text != "The end." {
		t.Errorf("the snippet is %q", got.Text)
	}
}

func TestASnippetIsCutOutOfItsText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.OneOf(rapid.SampledFrom([]string{" ", "\n\n", "Kabul", "qatar-", "ém", "        "}), rapid.String())).Draw(t, "text"), "")
		got, words := snippet(text, []string{"kab", "qatar", "e"})
		if text[got.Start:got.End] != got.Text || gap.MatchString(got.Text) {
			t.Fatalf("%+v is not of %q", got, text)
		}
		for _, w := range words {
			if w.Start < got.Start || w.End > got.End || w.Start >= w.End {
				t.Fatalf("%v stands outside %+v", w, got)
			}
		}
	})
}

func TestADocumentThatIsGoneIsStillFound(t *testing.T) {
	a, _ := openDesk(t, t.TempDir())
	put(t, a, page("a.txt", "Kabul strikes", "Pakistan bombed Kabul."))
	if err := a.Seen(t.Context(), Sighting{Path: "a.txt"}); err != nil {
		t.Fatal(err)
	}
	hits, err := a.Search(t.Context(), "kabul", 10)
	if err != nil || len(hits) != 1 || time.Since(hits[0].Gone) > time.Minute {
		t.Errorf("found are %+v, %v", hits, err)
	}
}
