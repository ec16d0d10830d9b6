package ui

import (
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// What GNU screen passes on is what was sent, in strings that it has room for.
func TestOutward(t *testing.T) {
	sent := ansi.SetSystemClipboard(strings.Repeat("said at Torkham ", 200))
	for _, kind := range []string{"xterm-256color", "tmux-256color"} {
		if got := outward([]string{"TERM=" + kind}, sent); got != sent {
			t.Errorf("%s: %q", kind, got)
		}
	}
	got, ok := strings.CutPrefix(outward([]string{"LANG=C", "TERM=screen-256color"}, sent), sent)
	if !ok {
		t.Errorf("what tmux takes does not come first: %q", got)
	}
	passed := ""
	for _, part := range regexp.MustCompile(`(?s)\x1bP(.*?)\x1b\\`).FindAllStringSubmatch(got, -1) {
		if passed += part[1]; len(part[1]) > 768 {
			t.Errorf("a string of %d bytes", len(part[1]))
		}
	}
	if passed != sent {
		t.Errorf("passed on %q", passed)
	}
}
