package ui

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"golang.org/x/text/unicode/norm"
)

// walkEverywhere are keys that lead to each place of the screen in turn.
var walkEverywhere = strings.Fields("tab tab 2 3 4 5 6 8 ! esc 1 enter enter r r n esc esc tab enter enter esc esc 4 enter enter esc esc 3 enter esc 6 enter esc 8 enter esc 1 ? esc / i esc F i esc f esc : esc z z o o")

// A terminal that is shown a frame over hostile documents shows what the frame
// says, cell by cell, and is left with the modes and the title it had.
func TestTerminalShowsHostileDocumentsAsMeant(t *testing.T) {
	for _, size := range sizes {
		s := newScreen(t, hostileDesk(), size.width, size.height, searchable)
		for i, key := range walkEverywhere {
			s.press(key)
			frame := s.app.frame()
			terminal := vt.NewEmulator(size.width, size.height)
			title := ""
			terminal.SetCallbacks(vt.Callbacks{Title: func(s string) { title = s }})
			if _, err := terminal.WriteString(strings.ReplaceAll(frame, "\n", "\r\n")); err != nil {
				t.Fatal(err)
			}
			if title != "" {
				t.Errorf("%v: a document set the title to %q", walkEverywhere[:i+1], title)
			}
			if difference := unlike(terminal.String(), frame); difference != "" {
				t.Errorf("%v at %dx%d: %s", walkEverywhere[:i+1], size.width, size.height, difference)
			}
			terminal.Close()
		}
	}
}

// So does the program itself, which sends no frames but what differs between
// them: whatever the way to a place, the terminal shows the place as it is.
func TestRunShowsHostileDocumentsAsMeant(t *testing.T) {
	meant := newScreen(t, hostileDesk(), 100, 30, searchable)
	s := run(t.Context(), t, func(o *Options) {
		o.Board, o.Clocks, o.Now = hostileDesk(), meant.app.Clocks, meant.app.Now
		searchable(o)
	})
	for i, key := range walkEverywhere {
		meant.press(key)
		k := keyPress(key)
		if _, err := io.WriteString(s.keys, cmp.Or(k.Text, terminalKeys[key])); err != nil {
			t.Fatal(err)
		}
		s.until(fmt.Sprintf("%v: %s", walkEverywhere[:i+1], meant.app.frame()), func() bool {
			shown, _ := s.screen()
			return unlike(shown, meant.app.frame()) == ""
		})
	}
	io.WriteString(s.keys, "q")
	if err := s.restored(); err != nil {
		t.Error(err)
	}
}

// terminalKeys are what a terminal sends for keys that write nothing.
var terminalKeys = map[string]string{"enter": "\r", "esc": "\x1b", "tab": "\t"}

// unlike says how what a terminal shows differs from a frame; "" where it does not.
func unlike(shown, frame string) string {
	got := strings.Split(shown, "\n")
	for y, want := range strings.Split(ansi.Strip(frame), "\n") {
		if y >= len(got) || letterForm(got[y]) != letterForm(want) {
			return fmt.Sprintf("row %d is not %q:\n%s", y, want, shown)
		}
	}
	return ""
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
	s := newScreen(t, hostileDesk(), 120, 40, searchable)
	for i, key := range walkEverywhere {
		s.press(key)
		rest := own.Replace(s.app.frame())
		if at := strings.IndexFunc(rest, func(r rune) bool { return r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 }); at >= 0 {
			t.Errorf("%v: %q is none of the program's own", walkEverywhere[:i+1], rest[at:min(len(rest), at+20)])
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
