package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// e saves what is told of the item one is on, E the rows of the pane; the
// bottom row says where.
func TestSave(t *testing.T) {
	for _, c := range []struct {
		keys []string
		name string
		want []string
	}{
		{[]string{"j", "e"}, "crisisdesk-20260227T081200Z-air-strike-kabul.md",
			[]string{"# air strike, Kabul\n", "## Reports\n", "- Dawn · 2025-10-10 · 2025-10-10-dawn.txt\n", "> Air strikes hit the centre of Kabul on Thursday night\n"}},
		{[]string{"tab", "enter", "e"}, "crisisdesk-20260227T081200Z-shehbaz-sharif-offer.md", []string{"**“The ball is in their court,”**\n"}},
		{[]string{"j", "enter", "enter", "e"}, "crisisdesk-20260227T081200Z-home-live-subscribe.md",
			[]string{"## Found\n", "- statement: Zabihullah Mujahid · threaten\n"}},
		{[]string{"E"}, "crisisdesk-20260227T081200Z-incidents.txt", []string{" WHEN ", "\n 11-12OCT25", "\n 09OCT25"}},
		{[]string{"8", "E"}, "crisisdesk-20260227T081200Z-places.txt", []string{"\n Durand Line", "\n Kabul"}},
	} {
		dir := t.TempDir()
		s := newScreen(t, desk(), 80, 24, func(o *Options) { o.Save = SaveIn(dir) })
		s.press(c.keys...)
		path := filepath.Join(dir, c.name)
		text, err := os.ReadFile(path)
		if err != nil || s.app.notice != "saved as "+path {
			t.Errorf("%v: %v; it says %q", c.keys, err, s.app.notice)
			continue
		}
		for _, want := range c.want {
			if !strings.Contains(string(text), want) {
				t.Errorf("%v saves\n%s\nwithout %q", c.keys, text, want)
			}
		}
		s.press(c.keys[len(c.keys)-1])
		if !strings.HasPrefix(s.app.notice, "NOT saved: ") {
			t.Errorf("%v a second time replaces the file: %s", c.keys, s.app.notice)
		}
	}
}

func TestNothingIsSavedWhereNoneMay(t *testing.T) {
	s := newScreen(t, desk(), 80, 24, nil)
	s.press("e")
	if !s.sees("nothing can be saved from here") {
		t.Errorf("it says %q", s.app.notice)
	}
}

// A name that a document wrote leads nowhere but into the folder.
func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"../../etc/passwd\x00":  "etc-passwd",
		"Kabul: what next?":     "kabul-what-next",
		"اسلام":                 "",
		strings.Repeat("a", 99): strings.Repeat("a", longestSlug),
	} {
		if got := slug(in); got != want {
			t.Errorf("%q becomes %q", in, got)
		}
	}
}
