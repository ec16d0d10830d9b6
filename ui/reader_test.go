package ui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"crisisdesk/model"
)

// highlighted is the text that a reader shows between the sequences of a style.
func highlighted(v *reader, st style) string {
	var out []string
	for _, row := range v.view(nil) {
		for _, piece := range strings.Split(row, st.open)[1:] {
			words, _, _ := strings.Cut(piece, st.close)
			out = append(out, strings.TrimSpace(words))
		}
	}
	return strings.Join(out, " ")
}

func TestReaderHighlightsTheWordsOfAFact(t *testing.T) {
	r := dawn()
	report := r.facts.Reports[0]
	v := &reader{theme: newTheme(false, false)}
	v.resize(60, 40)
	v.show(newPage(r.facts.Document, []byte(r.text), report.Evidence))
	for _, c := range []struct {
		key         action
		on, besides string
	}{
		{none, report.Evidence[0].Text, report.Evidence[1].Text},
		{nextMark, report.Evidence[1].Text, report.Evidence[0].Text},
		{nextMark, report.Evidence[0].Text, report.Evidence[1].Text},
		{previousMark, report.Evidence[1].Text, report.Evidence[0].Text},
	} {
		v.do(c.key)
		if got := highlighted(v, v.theme.cursor); got != c.on {
			t.Errorf("on %q, want %q", got, c.on)
		}
		if got := highlighted(v, v.theme.highlight); got != c.besides {
			t.Errorf("besides %q, want %q", got, c.besides)
		}
	}
}

func TestReaderFindsWordsBehindWhatIsMadeVisible(t *testing.T) {
	r := hostile()
	v := &reader{theme: newTheme(false, false)}
	v.resize(80, 20)
	v.show(newPage(r.facts.Document, []byte(r.text), r.facts.Reports[0].Evidence))
	want := `Air strikes hit Kabul, 200 killed\x0dFAKE: nobody killed`
	if got := highlighted(v, v.theme.cursor); got != want {
		t.Errorf("on %q, want %q", got, want)
	}
}

func TestReaderSaysWhenTheWordsHaveMoved(t *testing.T) {
	r := dawn()
	p := newPage(r.facts.Document, []byte("Something else entirely.\n"), r.facts.Reports[0].Evidence)
	if !p.moved || len(p.marks) != 0 {
		t.Errorf("moved %v with %d marks", p.moved, len(p.marks))
	}
}

func TestReaderSetsFurnitureApart(t *testing.T) {
	r := dawn()
	v := &reader{theme: newTheme(false, false)}
	v.resize(60, 40)
	v.show(newPage(r.facts.Document, []byte(r.text), nil))
	if got := highlighted(v, v.theme.faint); got != "Home | Live | Subscribe Share this article" {
		t.Errorf("furniture is %q", got)
	}
}

func TestReaderKeepsItsPlaceWhenResized(t *testing.T) {
	text := strings.Repeat("The words of a long document go on and on.\n", 200)
	v := &reader{theme: newTheme(false, false)}
	v.resize(60, 10)
	v.show(newPage(&model.Document{Path: "long.txt"}, []byte(text), nil))
	v.do(pageDown)
	v.do(pageDown)
	first := v.rows[v.top].start
	v.resize(30, 10)
	if at := v.rows[v.top]; at.start > first || at.end < first {
		t.Errorf("the first row holds bytes %d to %d, was at %d", at.start, at.end, first)
	}
	v.do(last)
	if rows := v.view(nil); !strings.Contains(ansi.Strip(rows[len(rows)-2]), "on and on.") {
		t.Errorf("the end shows %q", rows)
	}
}
