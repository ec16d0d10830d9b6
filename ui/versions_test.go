package ui

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"crisisdesk/model"
	"crisisdesk/model/archive"
)

// keeping is a desk whose archive keeps these texts of the wire's document, the
// oldest first; the last is the one on the board.
func keeping(kept ...string) func(*Options) {
	id := func(i int) model.DocumentID {
		if i == len(kept)-1 {
			return wire().facts.Document.ID
		}
		return model.DocumentID(kept[i])
	}
	return func(o *Options) {
		o.Desk = &Desk{
			Versions: func(context.Context, string) (all []archive.Version, _ error) {
				for i := range kept {
					v := archive.Version{Document: id(i), Title: "Version", Came: noon.Add(time.Duration(i-len(kept)) * time.Hour)}
					if i < len(kept)-1 {
						v.Gone = v.Came.Add(time.Hour)
					}
					all = append(all, v)
				}
				slices.Reverse(all) // bytes that lie in the folder again were stored first
				return all, nil
			},
			Text: func(_ context.Context, _ string, version model.DocumentID) (string, error) {
				for i := range kept {
					if id(i) == version {
						return kept[i], nil
					}
				}
				return "", archive.ErrNoText
			},
		}
	}
}

func TestReaderTurnsToEarlierVersions(t *testing.T) {
	was := strings.Replace(wireText, "58 Pakistani", "40 Pakistani", 1)
	s := newScreen(t, desk(), 100, 30, keeping("First words.", was, wireText))
	s.press("enter", "enter", "p")
	v := &s.app.reader
	if got := highlighted(v, v.theme.cursor); !strings.Contains(got, "40 Pakistani soldiers") {
		t.Errorf("what differs is %q", got)
	}
	if frame := ansi.Strip(s.app.frame()); !strings.Contains(frame, "VERSION OF 270612Z FEB 26, REPLACED 270712Z FEB 26: Version") || strings.Contains(frame, "W   \"The ball") {
		t.Errorf("an earlier version is not told apart, or alike lines are marked:\n%s", frame)
	}
	for _, c := range []struct{ key, notice, text string }{
		{"p", "", "First words."},
		{"p", "no earlier version is kept", "First words."},
		{"P", "", "40 Pakistani"},
		{"P", "", "58 Pakistani"},
		{"P", "this is the latest version", "58 Pakistani"},
	} {
		s.press(c.key)
		if !strings.Contains(v.page.text, c.text) || s.app.notice != c.notice {
			t.Errorf("%s shows %q and says %q", c.key, v.page.text, s.app.notice)
		}
	}
}
