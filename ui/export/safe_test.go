package export_test

import (
	"bytes"
	"encoding/csv"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"crisisdesk/model"
	"crisisdesk/ui/export"
)

// hostile are words that a document may hold and that mean something to what
// opens an export.
var hostile = []string{
	"=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1",
	"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "![x](http://evil.example/p.png)", "[x](javascript:alert(1))",
	"https://evil.example", "www.evil.example", "a@evil.example", "`code`", "**bold**", "# head", "| a | b |", "&lt;b&gt;", "\x1b]8;;http://evil\x07x", "\u202egnp.exe",
	"\"quoted\", with, commas\nand lines",
}

// hostileDesk is a board of which every text is the words.
func hostileDesk(words string) *model.Snapshot {
	updates := deskUpdates()
	d, f := *updates[0].Facts.Document, *updates[0].Facts
	d.Title, d.Outlet, d.Path, d.Authors = words, words, words, []string{words}
	f.Document = &d
	r := f.Reports[0]
	r.Summary, r.ClaimedBy, r.Actors = words, words, []model.Actor{{Name: words, Role: model.Initiator}}
	r.Evidence = []model.Span{{Document: d.ID, End: len(words), Text: words}}
	f.Reports = []model.Report{r}
	s := f.Statements[0]
	s.Text, s.Speaker.Name, s.Speaker.Role = words, words, words
	s.Evidence = r.Evidence
	f.Statements = []model.Statement{s}
	e := f.Evidence[0]
	e.Span = r.Evidence[0]
	f.Evidence = []model.Evidence{e}
	return model.NewBoard(nil).Apply([]model.Update{{Path: words, Facts: &f}}, model.Progress{Complete: true})
}

func TestCSVHoldsNoFormula(t *testing.T) {
	for _, words := range hostile {
		for _, kind := range export.Kinds {
			var out bytes.Buffer
			if err := export.CSV(&out, hostileDesk(words), kind, ""); err != nil {
				t.Fatal(err)
			}
			lines, err := csv.NewReader(&out).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			for _, line := range lines {
				for i, cell := range line {
					number := regexp.MustCompile(`^-?\d+(\.\d+)?$`).MatchString(cell)
					if first := strings.TrimSpace(cell); !number && first != "" && strings.ContainsAny(first[:1], "=+-@\t\r") || strings.HasPrefix(first, "＝") {
						t.Errorf("%s, %s: %q would be run", kind, lines[0][i], cell)
					}
					if strings.ContainsAny(cell, "\x1b\x07\r\n\t\u202e") {
						t.Errorf("%s, %s: %q would be obeyed by a terminal", kind, lines[0][i], cell)
					}
				}
			}
		}
	}
}

// A page holds only the elements of its template, and refers to nothing.
func TestHTMLHoldsNoMarkUpOfADocument(t *testing.T) {
	allowed := map[string]bool{"li": true, "ul": true, "p": true, "span": true, "section": true, "h1": true, "h2": true, "figure": true,
		"figcaption": true, "svg": true, "rect": true, "title": true, "html": true, "head": true, "body": true, "meta": true, "style": true}
	for _, words := range hostile {
		var out bytes.Buffer
		if err := export.NewBrief(hostileDesk(words), words, period, "red").HTML(&out); err != nil {
			t.Fatal(err)
		}
		page, err := html.Parse(&out)
		if err != nil {
			t.Fatal(err)
		}
		for n := range page.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			if !allowed[n.Data] {
				t.Errorf("%q: the page has an element %s", words, n.Data)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "href" {
					t.Errorf("%q: the page has an attribute %s", words, a.Key)
				}
			}
		}
	}
}

func TestMarkdownAndTextHoldNoMarkUpOfADocument(t *testing.T) {
	live := regexp.MustCompile("(^|[^\\\\])(<[a-zA-Z!/]|\\]\\(|`|\\*\\*|://|www\\.|!\\[|@)")
	for _, words := range hostile {
		b := export.NewBrief(hostileDesk(words), words, period, "")
		var md, text bytes.Buffer
		if err := b.Markdown(&md); err != nil {
			t.Fatal(err)
		}
		if err := b.Plain(&text); err != nil {
			t.Fatal(err)
		}
		if found := live.FindString(md.String()); found != "" {
			t.Errorf("%q: the Markdown has %q", words, found)
		}
		if strings.ContainsAny(md.String()+text.String(), "\x1b\x07\r\u202e") {
			t.Errorf("%q: a terminal would obey it", words)
		}
		for line := range strings.Lines(text.String()) {
			if n := len([]rune(line)); n > 73 && len(strings.Fields(line)) > 3 {
				t.Errorf("a line of %d characters: %q", n, line)
			}
		}
	}
}
