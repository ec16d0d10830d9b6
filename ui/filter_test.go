package ui

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestFilterMatches(t *testing.T) {
	fields := []string{"air strike", "Kabul", "Tehreek-e-Taliban Pakistan"}
	for text, want := range map[string]bool{
		"":                 true,
		"kab":              true,
		"KABUL strike":     true,
		"strike kandahar":  false,
		"taliban pakistan": true,
		"kabull":           false,
	} {
		m := newFilter(text).match()
		if got := slices.ContainsFunc(fields, m.in); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestContainsFold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom([]rune("abAB 中é"))).Draw(t, "s")
		word := strings.ToLower(rapid.StringOfN(rapid.RuneFrom([]rune("abAB中")), 1, 4, -1).Draw(t, "word"))
		if got, want := containsFold(s, word), strings.Contains(strings.ToLower(s), word); got != want {
			t.Fatalf("containsFold(%q, %q) = %v", s, word, got)
		}
	})
}

func TestFilterNarrowsAllPanes(t *testing.T) {
	s := newScreen(t, desk(), 80, 24, nil)
	s.press("/", "s", "h", "e", "h", "b", "a", "z")
	if got := [3]int{s.app.panes[0].len(), s.app.panes[1].len(), s.app.panes[2].len()}; got != [3]int{0, 1, 0} {
		t.Errorf("shehbaz leaves %v", got)
	}
	s.press("backspace", "enter", "esc")
	if got := s.app.panes[1].len(); got != len(s.app.snapshot.Statements) {
		t.Errorf("esc left %d statements", got)
	}
}

func (p *pane) len() int { return p.source.len() }
