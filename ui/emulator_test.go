package ui

import (
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"golang.org/x/text/unicode/norm"
)

// A terminal that is shown a frame over hostile documents shows what the frame
// says, cell by cell, and is left with the modes and the title it had.
func TestTerminalShowsHostileDocumentsAsMeant(t *testing.T) {
	for _, walk := range [][]string{{}, {"tab"}, {"shift+tab"}, {"enter"}, {"enter", "enter"}, {"enter", "enter", "r"}, {"tab", "enter", "enter"}, {"!"}, {"2"}, {"3"}, {"5"}, {"6"}, {"3", "enter"}} {
		for _, size := range []struct{ width, height int }{{50, 14}, {80, 24}, {120, 40}} {
			s := newScreen(t, hostileDesk(), size.width, size.height, nil)
			s.press(walk...)
			frame := s.app.frame()
			terminal := vt.NewEmulator(size.width, size.height)
			title := ""
			terminal.SetCallbacks(vt.Callbacks{Title: func(s string) { title = s }})
			if _, err := terminal.WriteString(strings.ReplaceAll(frame, "\n", "\r\n")); err != nil {
				t.Fatal(err)
			}
			if title != "" {
				t.Errorf("%v: a document set the title to %q", walk, title)
			}
			got := strings.Split(terminal.String(), "\n")
			for y, want := range strings.Split(ansi.Strip(frame), "\n") {
				if seen := letterForm(got[y]); seen != letterForm(want) {
					t.Errorf("%v at %dx%d, row %d shows %q, meant was %q", walk, size.width, size.height, y, seen, want)
				}
			}
			terminal.Close()
		}
	}
}

// letterForm is a row without combining marks, which the emulator does not
// keep on ASCII letters, without marks of direction, which it has no use for, and without the blanks at its end.
func letterForm(row string) string {
	row = strings.Map(func(r rune) rune {
		if unicode.IsMark(r) || string(r) == leftToRight {
			return -1
		}
		return r
	}, norm.NFD.String(row))
	return strings.TrimRight(row, " ")
}

// The only sequences of a frame are those of the theme.
func TestFrameHoldsOwnSequencesOnly(t *testing.T) {
	own := newTheme(false, "ansi").sequences()
	for _, walk := range [][]string{{}, {"tab"}, {"enter"}, {"enter", "enter"}, {"enter", "enter", "r"}, {"!"}, {"?"}, {"2"}, {"3"}, {"5"}, {"6"}} {
		s := newScreen(t, hostileDesk(), 120, 40, nil)
		s.press(walk...)
		rest := own.Replace(s.app.frame())
		if i := strings.IndexFunc(rest, func(r rune) bool { return r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 }); i >= 0 {
			t.Errorf("%v: %q is none of the program's own", walk, rest[i:min(len(rest), i+20)])
		}
	}
}

// sequences removes what the styles of a theme write.
func (t *theme) sequences() *strings.Replacer {
	var drop []string
	for _, s := range append([]style{t.matched, t.plain.matched, t.cursor, t.faint, t.title, t.strong, t.fresh, t.dispute, t.alert, t.quote}, t.found[:]...) {
		drop = append(drop, s.open, "", s.close, "")
	}
	return strings.NewReplacer(drop...)
}
