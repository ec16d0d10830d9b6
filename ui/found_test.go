package ui

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"crisisdesk/model"
	"crisisdesk/model/archive"
)

// searchable is a desk whose archive keeps two documents, one of which has
// left the folder. It finds those in which the first word stands.
func searchable(o *Options) {
	kept := []archive.Hit{
		{Document: "d-2025-10-10-dawn.txt", Path: "2025-10-10-dawn.txt", Title: "Blasts heard in Kabul as ministers trade blame"},
		{Document: "gone", Path: "old.txt", Title: "Old news", Gone: noon},
	}
	text := map[model.DocumentID]string{"d-2025-10-10-dawn.txt": dawnText, "gone": "Once Kabul was quiet.\n"}
	o.Desk = &Desk{
		Append: func(e model.Entry) (model.Entry, error) { return e, nil },
		Search: func(ctx context.Context, words string, _ int) (found []archive.Hit, _ error) {
			word := strings.Fields(words)[0]
			for _, h := range kept {
				body := text[h.Document]
				at := strings.Index(strings.ToLower(body), word)
				if at < 0 {
					continue
				}
				from, to := strings.LastIndex("\n"+body[:at], "\n"), at+strings.Index(body[at:], "\n")
				h.Snippet = model.Span{Document: h.Document, Start: from, End: to, Text: body[from:to]}
				h.Words = []archive.Stretch{{Start: at, End: at + len(word)}}
				found = append(found, h)
			}
			return found, ctx.Err()
		},
		Text: func(_ context.Context, _ string, id model.DocumentID) (string, error) { return text[id], nil },
	}
}

func TestFinderOpensTheWordsFound(t *testing.T) {
	for _, c := range []struct {
		keys         []string
		title, words string
	}{
		{[]string{"k", "a", "b", "u", "l", "enter"}, "Home | Live | Subscribe", "Kabul"},
		{[]string{"k", "a", "b", "u", "l", "down", "enter"}, "GONE FROM THE FOLDER 270812Z FEB 26: Old news", "Kabul"},
		{[]string{"x", "backspace", "o", "n", "c", "e", "enter"}, "GONE FROM THE FOLDER 270812Z FEB 26: Old news", "Once"},
	} {
		s := newScreen(t, desk(), 100, 30, searchable)
		s.press("F")
		s.press(c.keys...)
		v := &s.app.reader
		if s.app.at != atReader {
			t.Errorf("%v leads to %s", c.keys, placeTitles[s.app.at])
			continue
		}
		if v.title() != c.title || highlighted(v, v.theme.cursor) != c.words {
			t.Errorf("%v opens %q at %q", c.keys, v.title(), highlighted(v, v.theme.cursor))
		}
		s.press("esc")
		if s.app.at != atFinder {
			t.Errorf("back leads to %s", placeTitles[s.app.at])
		}
	}
}

// What an earlier search finds late does not show.
func TestFinderShowsTheNewestSearch(t *testing.T) {
	s := newScreen(t, desk(), 100, 30, searchable)
	s.press("F")
	slow := s.send(keyPress("k"))
	s.press("n", "o", "w", "h", "e", "r", "e")
	s.run(slow)
	if s.app.finder.hits.len() != 0 || !s.sees("No text has all these words.") {
		t.Errorf("%d documents are found", s.app.finder.hits.len())
	}
}

func TestFinderTellsOfFaults(t *testing.T) {
	s := newScreen(t, desk(), 100, 30, nil)
	s.press("F")
	if !s.sees("there is no desk folder") {
		t.Error("nothing says why the texts cannot be searched")
	}
	s = newScreen(t, desk(), 100, 30, func(o *Options) {
		o.Desk = &Desk{Search: func(context.Context, string, int) ([]archive.Hit, error) { return nil, errors.New("disk gone") }}
	})
	s.press("F", "k")
	if !s.sees("the texts cannot be searched: disk gone") {
		t.Error("nothing says that the disk is gone")
	}
}

func TestFiltersAreSavedByName(t *testing.T) {
	var kept Preferences
	with := func(o *Options) {
		o.Desk = &Desk{Preferences: kept, SavePreferences: func(p Preferences) error { kept = p; return nil }}
	}
	s := newScreen(t, desk(), 100, 30, with)
	s.types("/", "kind:clash", "enter", ":", "save fights", "enter", "esc", "/", "kabul", "enter", ":", "save capital", "enter")
	if names := s.app.filterNames(); !slices.Equal(names, []string{"capital", "fights"}) || !s.sees("saved as capital") {
		t.Errorf("saved are %v: %s", names, s.app.notice)
	}
	again := newScreen(t, desk(), 100, 30, with)
	again.press("f", "j", "enter")
	if got := again.app.query.String(); got != "kind:clash" || again.app.at != atPanes {
		t.Errorf("the next day it filters by %q", got)
	}
	again.types(":", "filter cap", "tab", "enter")
	if got := again.app.query.String(); got != "kabul" {
		t.Errorf("by name it filters by %q", got)
	}
	again.types(":", "forget capital", "enter", ":", "filter capital", "enter")
	if !again.sees("no filter is saved as capital") || len(kept.Filters) != 1 {
		t.Errorf("%v are kept: %s", kept.Filters, again.app.notice)
	}
}

func TestJumpToAnActorOrPlace(t *testing.T) {
	for line, want := range map[string]string{
		"go Durand Line": "durand-line",
		"go shehbaz":     "shehbaz sharif",
		"go tal":         "taliban",
		"go line":        "durand-line",
		"go TALIBAN":     "taliban",
	} {
		s := newScreen(t, desk(), 100, 30, nil)
		s.types("/", "kabul", "enter", ":", line, "enter")
		if p := s.app.panes[s.app.focus]; p.current != want || p.source.find(want) < 0 {
			t.Errorf(":%s leads to %q of %s", line, p.current, p.name)
		}
	}
	s := newScreen(t, desk(), 100, 30, nil)
	s.types(":", "go nowhere", "enter")
	if s.app.focus != incidentPane || !s.sees("no actor or place is called nowhere") {
		t.Errorf("nowhere is %s", s.app.panes[s.app.focus].name)
	}
}

func TestMatchesAreMarked(t *testing.T) {
	theme := newTheme(false, "ansi")
	for _, c := range []struct {
		text, want string
		words      []string
	}{
		{"Kabul and KABUL", "[Kabul] and [KABUL]", []string{"kabul"}},
		{"Kabul and Khost", "[Kabul] [and] Khost", []string{"and", "kab", "kabul"}},
		{"cafe\u0301s", "[cafe\u0301]s", []string{"cafe"}},
		{"nothing here", "nothing here", []string{"x"}},
	} {
		r := newRow(theme, 40)
		r.match = c.words
		r.put(c.text, 40, theme.faint)
		plain := strings.NewReplacer(theme.matched.open, "[", theme.matched.close+theme.faint.open, "]", theme.faint.open, "", theme.faint.close, "").Replace(r.done())
		if got := strings.TrimSpace(plain); got != c.want {
			t.Errorf("%q is marked %q, want %q", c.text, got, c.want)
		}
	}
}
