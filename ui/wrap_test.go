package ui

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"crisisdesk/ui/clean"
)

func TestWrap(t *testing.T) {
	for name, c := range map[string]struct {
		in    string
		width int
		want  []string
	}{
		"words":              {"the words of the document", 10, []string{"the words", "of the", "document"}},
		"a word to the edge": {"exactly ten chars", 11, []string{"exactly ten", "chars"}},
		"lines":              {"one\n\ntwo", 10, []string{"one", "", "two"}},
		"a long word":        {"abcdefghij", 4, []string{"abcd", "efgh", "ij"}},
		"wide characters":    {"中文中文", 5, []string{"中文", "中文"}},
		"a wide one alone":   {"中", 1, []string{"中"}},
		"nothing":            {"", 5, []string{""}},
		"one wide cluster":   {"क्क्क्क", 2, []string{"क्क्", "क्क"}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, w := range wrap(c.in, c.width) {
				got = append(got, c.in[w.start:w.end])
			}
			if strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestWrapLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := clean.Text(rapid.String().Draw(t, "text"))
		width := rapid.IntRange(2, 40).Draw(t, "width")
		at := 0
		for _, w := range wrap(text, width) {
			if w.start < at || w.end < w.start {
				t.Fatalf("row %v after byte %d", w, at)
			}
			if lost := strings.Trim(text[at:w.start], " \n"); lost != "" {
				t.Fatalf("%q is on no row", lost)
			}
			if got := ansi.StringWidthWc(text[w.start:w.end]); got > width {
				t.Fatalf("%q takes %d cells of %d", text[w.start:w.end], got, width)
			}
			at = w.end
		}
		if lost := strings.Trim(text[at:], " \n"); lost != "" {
			t.Fatalf("%q is on no row", lost)
		}
	})
}

func TestWrapHanging(t *testing.T) {
	const text = "NEW   came since the folder was read"
	for _, c := range []struct {
		width, hang int
		want        []string
	}{
		{20, 6, []string{"NEW   came since the", "folder was", "read"}},
		{20, 0, []string{"NEW   came since the", "folder was read"}},
		{80, 6, []string{text}},
	} {
		var got []string
		for _, r := range wrapHanging(text, c.width, c.hang) {
			got = append(got, text[r.start:r.end])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%d columns, %d hanging: %q, want %q", c.width, c.hang, got, c.want)
		}
	}
}
