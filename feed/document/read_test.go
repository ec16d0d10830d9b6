package document

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"crisisdesk/model"
)

// printed is a document as a test compares it: its passages as lines of kept
// text, each after the letter of its kind.
type printed struct {
	Title, Outlet, Authors, Published string
	Kept                              string
}

func print(t *testing.T, text string) printed {
	t.Helper()
	d, kept, err := Read("a.txt", []byte(text), someDesk{})
	if err != nil {
		t.Fatal(err)
	}
	p := printed{Title: d.Title, Outlet: d.Outlet, Authors: strings.Join(d.Authors, "; ")}
	if w := d.Published; w.Known() {
		p.Published = w.From.String() + " " + string(w.KnownFrom)
	}
	for _, s := range d.Passages {
		p.Kept += "bTshc"[s.Kind:][:1] + " " + strings.ReplaceAll(kept[s.Start:s.End], "\n", "¶") + "\n"
	}
	return p
}

// para is a paragraph of running text that begins with the words given.
func para(begin string) string {
	return begin + " the two sides exchanged fire for most of the night, residents of the border villages said, and the road stayed shut until noon."
}

func TestRead(t *testing.T) {
	for _, c := range []struct {
		name string
		text string
		want printed
	}{
		{"a wire report", `Guns fall silent at the crossing

KARACHI, Nov 2, 2025 (Coastal Press) — ` + para("On Saturday") + `

- More to follow -
`, printed{
			Title: "Guns fall silent at the crossing", Outlet: "Coastal Press", Published: "2025-11-02 dateline",
			Kept: "T Guns fall silent at the crossing\nb KARACHI, Nov 2, 2025 (Coastal Press) — " + para("On Saturday") + "\n",
		}},
		{"a newspaper page", `Home > World > Asia

Guns fall silent at the crossing

Traders hope for a quick opening of the road

By Our Correspondent
Published November 2, 2025 | Updated November 3, 2025

` + para("KHOST: At dawn") + `

READ MORE: The price of tomatoes

` + para("In Kabul") + `

Related Articles

Snow closes the pass
Envoy due on Monday

Leave a Reply
Your email address will not be published.
`, printed{
			Title: "Guns fall silent at the crossing", Authors: "Our Correspondent", Published: "2025-11-02 metadata",
			Kept: "T Guns fall silent at the crossing\ns Traders hope for a quick opening of the road\nb " + para("KHOST: At dawn") + "\nb " + para("In Kabul") + "\n",
		}},
		{"a column reposted later", `Monday, December 1, 2025

Guns fall silent at the crossing

` + para("What next?") + `

Published October 17, 2025
DAWN, PRISM

` + para("Last week") + `

No comments:
`, printed{
			Title: "Guns fall silent at the crossing", Outlet: "Dawn", Published: "2025-10-17 metadata",
			Kept: "T Guns fall silent at the crossing\ns " + para("What next?") + "\nb " + para("Last week") + "\n",
		}},
		{"a page wrapped by hand", `THE HILL GAZETTE

Guns fall silent again at
the crossing

A lull of one night, people in the two
villages nearest to the border said on
Sunday, has let the lorries through. It
may not last, they added.
`, printed{
			Title: "Guns fall silent again at the crossing", Outlet: "THE HILL GAZETTE",
			Kept: "T Guns fall silent again at¶the crossing\nb A lull of one night, people in the two¶villages nearest to the border said on¶Sunday, has let the lorries through. It¶may not last, they added.\n",
		}},
		{"a head that is a form", `From: press@example.org
Subject: Guns fall silent at the crossing
Date: 2 November 2025
Source: The Hill Gazette

` + para("In Khost") + `
`, printed{
			Title: "Guns fall silent at the crossing", Outlet: "The Hill Gazette", Published: "2025-11-02 byline",
			Kept: "T Guns fall silent at the crossing\nb " + para("In Khost") + "\n",
		}},
		{"Markdown", "# Guns fall silent\n\n*By Nadia Rahim*\n\n" + para("In Khost") + "\n\n## A lull\n\n" + para("Then") + "\n", printed{
			Title: "Guns fall silent", Authors: "Nadia Rahim",
			Kept: "T # Guns fall silent\nb " + para("In Khost") + "\nh ## A lull\nb " + para("Then") + "\n",
		}},
		{"text and nothing else", para("Last Sunday") + "\nA heading\n" + para("Then") + "\n", printed{
			Kept: "b " + para("Last Sunday") + "\nh A heading\nb " + para("Then") + "\n",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, print(t, c.text)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestPublished(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"October 10, 2025 01:12 GMT", "2025-10-10 byline"},
		{"Asia Desk  | 10.11.2025 - Update : 12.11.2025", "2025-11-10 byline"},
		{"Our Correspondent   New Delhi   Published 22.11.25, 06:51 AM", "2025-11-22 metadata"},
		{"Sat 18 Oct 2025 13.20 BST", "2025-10-18 byline"},
		{"Live Team | First published 15 October 2025, 07:10 | Updated 16 October 2025", "2025-10-15 metadata"},
		{"Updated: Oct 21, 2025 09:14 am IST", "2025-10-21 metadata"},
		{"2025-10-21", "2025-10-21 byline"},
		{"Web Desk", ""},
		{"February 30, 2025", ""},
	} {
		got := print(t, "Guns fall silent at the crossing\n\n"+c.line+"\n\n"+para("In Khost")).Published
		if got != c.want {
			t.Errorf("%q: published %q, want %q", c.line, got, c.want)
		}
	}
}

func TestDatesOfOtherThings(t *testing.T) {
	for name, text := range map[string]string{
		"in the headline":       "What happened on 9 October 2025\n\n" + para("In Khost"),
		"in a short lead":       "Guns fall silent\n\nThe truce of 12 October 2025 holds.\n\nNobody was hurt.",
		"in a cited address":    "Guns fall silent\n\n" + para("As https://example.org/2024/05/03/truce told,"),
		"in a pointer":          "Guns fall silent\n\nRead more: The night of October 9, 2025\n\n" + para("In Khost"),
		"of an event, in prose": "Guns fall silent\n\n" + para("On 9 October 2025"),
	} {
		if got := print(t, text).Published; got != "" {
			t.Errorf("a date %s is taken for that of publication: %s", name, got)
		}
	}
}

// A dateline without a year takes it from the text, or from the desk, whose
// crisis here is that of July 2025 to June 2026.
func TestYearOfADateline(t *testing.T) {
	for _, c := range []struct {
		body string
		desk Desk
		want string
		note string
	}{
		{"The truce of March 2025 held", nil, "2025-10-12", ""},
		{"The truce of November 2025 held", nil, "2026-10-12", ""},
		{"The truce of November 2025 held", someDesk{}, "2026-10-12", ""},
		{"The truce of 2024 is to last until 2030 and", nil, "2024-10-12", ""},
		{"The truce of 2024 is to last until 2030 and", someDesk{}, "2025-10-12", "dated 12 October, in a year that the desk reckons"},
		{"The truce held", nil, "", "dated 12 October, without a year"},
		{"The truce held", someDesk{}, "2025-10-12", "dated 12 October, in a year that the desk reckons"},
	} {
		d, _, err := Read("a.txt", []byte("Guns fall silent at the crossing\n\nKABUL, Oct 12 — "+para(c.body)), c.desk)
		if err != nil {
			t.Fatal(err)
		}
		if got, note := d.Published.From.String(), strings.Join(d.Notes, "; "); got != c.want || note != c.note {
			t.Errorf("%q: published %q (%s), want %q (%s)", c.body, got, note, c.want, c.note)
		}
	}
}

// A day that its year does not have says nothing, nor does what the desk reckons of it.
func TestADayThatIsNoneLeavesNoNote(t *testing.T) {
	text := "Guns fall silent at the crossing\n\n12 October 2025\n\nPublished 29 February\n\n" + para("The truce held")
	d, _, err := Read("a.txt", []byte(text), someDesk{})
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Published.From.String(); got != "2025-10-12" || len(d.Notes) != 0 {
		t.Errorf("published %q, noted %q", got, d.Notes)
	}
}

func TestTheLastDayOfARangeDatesAPage(t *testing.T) {
	if got := print(t, "Relief Forum\n\nHarm to civilians\n\n1 October – 31 December 2025\n\n"+para("In that quarter")).Published; got != "2025-12-31 byline" {
		t.Errorf("published %q", got)
	}
}

func TestRefused(t *testing.T) {
	noise := make([]byte, 4096)
	r := rand.NewChaCha8([32]byte{1})
	r.Read(noise)
	for _, c := range []struct {
		name string
		raw  []byte
		want string
	}{
		{"empty", nil, "empty file"},
		{"blank", []byte(" \n\t\n"), "white space"},
		{"noise", noise, "not text"},
		{"noise without NUL", bytes.ReplaceAll(noise, []byte{0}, []byte{0xFE}), "not UTF-8 text"},
		{"UTF-16", []byte{0xFF, 0xFE, 'H', 0, 'i', 0}, "UTF-16"},
		{"huge", bytes.Repeat([]byte("word "), MaxSize/5+1), "too large"},
		{"too many lines", bytes.Repeat([]byte("a\n"), maxLines+1), "too large: 100001 lines"},
		{"control characters", bytes.Repeat([]byte("a\x01"), 50), "control characters"},
	} {
		_, _, err := Read("a.txt", c.raw, nil)
		var refusal Refusal
		if !errors.As(err, &refusal) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want a refusal that says %q", c.name, err, c.want)
		}
	}
}

func TestReadNotesBytesThatAreNotText(t *testing.T) {
	d, text, err := Read("a.txt", []byte(para("In the caf\xe9")), nil)
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"1 byte is not UTF-8"}; !cmp.Equal(d.Notes, want) {
		t.Errorf("notes %q, want %q", d.Notes, want)
	}
	if p := d.Passages[0]; text[p.Start:p.End] != para("In the caf\xe9") {
		t.Errorf("the passage is %q", text[p.Start:p.End])
	}
}

func TestReadNotesADayWithoutAYear(t *testing.T) {
	d, _, err := Read("a.txt", []byte("KABUL, Oct 12 — "+para("On Friday")), nil)
	if want := []string{"dated 12 October, without a year"}; err != nil || !cmp.Equal(d.Notes, want) {
		t.Errorf("notes %q (%v), want %q", d.Notes, err, want)
	}
}

func TestIdentity(t *testing.T) {
	id := func(path, text string) model.DocumentID {
		d, _, err := Read(path, []byte(text), nil)
		if err != nil {
			t.Fatal(err)
		}
		return d.ID
	}
	first, again := id("a.txt", "one"), id("a.txt", "one")
	if first != again {
		t.Error("the same bytes under one name have two IDs")
	}
	if first == id("a.txt", "two") || first == id("b.txt", "one") {
		t.Error("another version or another name has the same ID")
	}
}

// FuzzRead holds the promises of passages against any bytes.
func FuzzRead(f *testing.F) {
	f.Add([]byte("Title\r\n\r\nBy A. Writer | 3 May 2025\r\n\r\nKABUL, May 3 — " + para("On Friday")))
	f.Add([]byte("Related Articles\n\n© 2025\n22.11.25\nPublished in The X, 1\n\xff\xe2\x80"))
	f.Add([]byte("Kabul\nOct 5\nstays quiet\nas before\nit was\nall night"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		d, text, err := Read("a.txt", raw, someDesk{})
		if err != nil {
			var refusal Refusal
			if !errors.As(err, &refusal) {
				t.Fatalf("an error without a reason: %v", err)
			}
			return
		}
		if text != string(raw) {
			t.Fatal("the text is not the file")
		}
		at := 0
		for _, p := range d.Passages {
			if p.Start < at || p.End <= p.Start || p.End > len(raw) {
				t.Fatalf("passage %v after byte %d of %d", p, at, len(raw))
			}
			if utf8.Valid(raw) && !(utf8.RuneStart(raw[p.Start]) && (p.End == len(raw) || utf8.RuneStart(raw[p.End]))) {
				t.Fatalf("passage %v cuts a character", p)
			}
			at = p.End
		}
	})
}

// BenchmarkReadWorst reads pages that are as large, and as dear for what a
// line costs, as they may be: each is to take less than a document's deadline.
func BenchmarkReadWorst(b *testing.B) {
	for _, c := range []struct {
		name, unit string
		times      int
	}{
		{"lines", "a\n", maxLines},
		{"dates", "10:20 on 9 October 2025\n", maxLines},
		{"live blog", "10:20 GMT\n\nThe minister said 20 were killed in Kabul on 9 Oct.\n\n", maxLines / 4},
		{"asides", "Home | World | Asia\n", maxLines},
		{"one trail", "Home | 9 October 2025 ", MaxSize / 22},
		{"one line", "Guns fell silent. ", MaxSize / 18},
		{"marks", "|", MaxSize},
		{"addresses", "https://example.org/2025/10/09/a ", MaxSize / 33},
	} {
		raw := bytes.Repeat([]byte(c.unit), c.times)
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(raw)))
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := Read("a.txt", raw, someDesk{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkRead(b *testing.B) {
	var size int64
	docs := examples(b, "corpus/docs", "corpus/gold")
	for _, e := range docs {
		size += int64(len(e.Text))
	}
	b.SetBytes(size / int64(len(docs)))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if _, _, err := Read("a.txt", []byte(docs[i%len(docs)].Text), someDesk{}); err != nil {
			b.Fatal(err)
		}
	}
}
