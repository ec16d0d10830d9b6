package ui

import (
	"strings"
	"testing"
)

func TestKeysCanBeBoundAnew(t *testing.T) {
	keys, err := NewKeys(map[string][]string{"down": {"n"}, "next-words": {"ctrl+n"}, "star": {}, "quit": {"Q"}, "undo": {"alt+u"}})
	if err != nil {
		t.Fatal(err)
	}
	s := newScreen(t, desk(), 120, 40, func(o *Options) { o.Keys = keys })
	s.press("n")
	if s.app.panes[0].cursor != 1 {
		t.Error("the new key does not move the cursor")
	}
	s.press("j")
	if s.app.panes[0].cursor != 1 {
		t.Error("the old key moves the cursor")
	}
	s.press("up")
	if s.app.panes[0].cursor != 0 {
		t.Error("the arrow does not move the cursor")
	}
	if !s.sees("n/k move") || s.sees("star") {
		t.Errorf("the hints are not those of the keys: %q", s.app.bottom())
	}
	s.press("?")
	for _, words := range []string{"n k, down up        down, up", "Q, ctrl+c           quit", "alt+u"} {
		if !s.sees(words) {
			t.Errorf("the help does not say %q:\n%s", words, s.app.frame())
		}
	}
}

func TestKeysThatMakeNoSense(t *testing.T) {
	for name, c := range map[string]struct {
		bound map[string][]string
		names []string // in the error
	}{
		"a clash":               {map[string][]string{"star": {"z"}}, []string{"z", "star", "zoom"}},
		"a clash in one place":  {map[string][]string{"note": {"n"}, "next-words": {"y"}}, []string{"y", "next-words", "cite", "a document"}},
		"a clash with an arrow": {map[string][]string{"star": {"left"}}, []string{"left", "star", "previous-pane"}},
		"no such action":        {map[string][]string{"stare": {"x"}}, []string{"stare", "x", "star,"}},
		"no such key":           {map[string][]string{"star": {"control-x"}}, []string{"star", "control-x"}},
		"no key":                {map[string][]string{"star": {""}}, []string{"star"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := NewKeys(c.bound)
			if err == nil {
				t.Fatal("nothing is said")
			}
			for _, n := range c.names {
				if !strings.Contains(err.Error(), n) {
					t.Errorf("the error %q does not name %q", err, n)
				}
			}
		})
	}
}

// What every place promises: a way back or out, help, and no key that is shown
// and does nothing.
func TestDefaultKeys(t *testing.T) {
	keys, err := NewKeys(nil)
	if err != nil {
		t.Fatal(err)
	}
	for at, m := range keys {
		for _, key := range []string{"ctrl+c", "esc", "up", "down", "pgup", "pgdown", "home", "end", "f1"} {
			if m.byKey[key] == none {
				t.Errorf("%s: %s does nothing", placeTitles[at], key)
			}
		}
		for _, b := range m.bindings {
			for _, key := range b.all() {
				if key != escTwice && !isKey(key) {
					t.Errorf("%s: no key is called %q", placeTitles[at], key)
				}
			}
		}
	}
}
