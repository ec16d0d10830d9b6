package ui

import (
	"slices"
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

// only are the facts of a test.
func only(spans []model.Span) []fact {
	return []fact{{kind: incidentFact, label: "incident", spans: spans}}
}

func TestReaderHighlightsTheWordsOfAFact(t *testing.T) {
	r := dawn()
	report := r.facts.Reports[0]
	v := &reader{theme: newTheme(false, "ansi")}
	v.resize(60, 40)
	v.show(newPage(r.facts.Document, r.text, only(report.Evidence), report.Evidence))
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
		if got := highlighted(v, v.theme.found[incidentFact]); got != c.besides {
			t.Errorf("besides %q, want %q", got, c.besides)
		}
	}
}

func TestReaderFindsWordsBehindWhatIsMadeVisible(t *testing.T) {
	r := hostile()
	v := &reader{theme: newTheme(false, "ansi")}
	v.resize(80, 20)
	v.show(newPage(r.facts.Document, r.text, nil, r.facts.Reports[0].Evidence))
	want := `Air strikes hit Kabul, 200 killed\x0dFAKE: nobody killed`
	if got := highlighted(v, v.theme.cursor); got != want {
		t.Errorf("on %q, want %q", got, want)
	}
}

func TestReaderSaysWhenTheWordsHaveMoved(t *testing.T) {
	r := dawn()
	p := newPage(r.facts.Document, "Something else entirely.\n", nil, r.facts.Reports[0].Evidence)
	if !p.moved || len(p.marks) != 0 {
		t.Errorf("moved %v with %d marks", p.moved, len(p.marks))
	}
}

func TestReaderSetsFurnitureApart(t *testing.T) {
	r := dawn()
	v := &reader{theme: newTheme(false, "ansi")}
	v.resize(60, 40)
	v.show(newPage(r.facts.Document, r.text, nil, nil))
	if got := highlighted(v, v.theme.faint); got != "Home | Live | Subscribe Share this article" {
		t.Errorf("furniture is %q", got)
	}
}

func TestReaderKeepsItsPlaceWhenResized(t *testing.T) {
	text := strings.Repeat("The words of a long document go on and on.\n", 200)
	v := &reader{theme: newTheme(false, "ansi")}
	v.resize(60, 10)
	v.show(newPage(&model.Document{Path: "long.txt"}, text, nil, nil))
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

// n goes through everything that was found in a document, in the order of its
// words, from those that one came for.
func TestReaderWalksFromFactToFact(t *testing.T) {
	s := newScreen(t, desk(), 100, 40, nil)
	s.press("tab", "j", "enter", "enter")
	v := &s.app.reader
	var walk []string
	for range v.page.marks {
		row := ansi.Strip(v.head(nil)[1])
		walk = append(walk, strings.TrimSpace(row))
		s.press("n")
	}
	want := []string{
		"S   3 of 7 statement: Pakistan’s army · claim",
		"I    4 of 7 figure of air strike · Pakistan: 200+ killed · militants",
		"I    5 of 7 incident: air strike · Kabul · claimed by Taliban",
		"S   6 of 7 statement: Zabihullah Mujahid · threaten",
		"Q  7 of 7 question, raises · Was TTP chief Noor Wali Mehsud hit on 9 October?",
		"I    1 of 7 incident: air strike · Kabul · claimed by Taliban",
		"I    2 of 7 figure of air strike · Taliban: 15 killed · civilians",
	}
	if !slices.Equal(walk, want) {
		t.Errorf("the walk is\n%s", strings.Join(walk, "\n"))
	}
}

// enter leads from the words to what they tell, wherever one came from.
func TestReaderOpensTheItemOfTheWords(t *testing.T) {
	s := newScreen(t, desk(), 100, 40, nil)
	s.press("tab", "j", "enter", "enter", "n", "enter") // a statement, its document, a figure there
	if s.app.at != atDetail || s.app.detail.content.title != "air strike, Kabul" {
		t.Fatalf("enter leads to %s: %s", placeTitles[s.app.at], s.app.detail.content.title)
	}
	s.press("enter", "enter", "esc", "esc")
	if s.app.at != atPanes {
		t.Errorf("the way back leads to %s", placeTitles[s.app.at])
	}
}
