package ui

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"crisisdesk/model"
)

var update = flag.Bool("update", false, "write the golden screens anew")

// golden compares a frame with the one that was looked at and found good.
func golden(t *testing.T, name, frame string) {
	t.Helper()
	file := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(file, []byte(frame+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if frame+"\n" != string(want) {
		t.Errorf("%s differs (run with -update where the new one is better):\n%s\nwant:\n%s", name, frame, want)
	}
}

// scene is a walk to a place of the screen.
type scene struct {
	name  string
	board func() *model.Board
	walk  func(s *screen)
}

var scenes = []scene{
	{"main", desk, opinionArrives},
	{"detail", desk, func(s *screen) { opinionArrives(s); s.press("j", "enter") }},
	{"reader", desk, func(s *screen) { s.press("j", "enter", "enter") }},
	{"reader-raw", desk, func(s *screen) { s.press("j", "enter", "enter", "r") }},
	{"question", desk, func(s *screen) { opinionArrives(s); s.press("shift+tab", "enter") }},
	{"statement", desk, func(s *screen) { s.press("tab", "enter") }},
	{"filter", desk, func(s *screen) { s.press("/", "k", "a", "b", "u", "l") }},
	{"finder", desk, func(s *screen) { s.press("F", "k", "a", "b") }},
	{"saved-filters", desk, func(s *screen) { s.app.likes.Filters = someFilters; s.press("f", "j") }},
	{"places", desk, func(s *screen) { opinionArrives(s); s.press("8") }},
	{"timeline", desk, func(s *screen) { opinionArrives(s); s.press("2") }},
	{"actors", desk, func(s *screen) { opinionArrives(s); s.press("3") }},
	{"questions-alone", desk, func(s *screen) { opinionArrives(s); s.press("4") }},
	{"claims", desk, func(s *screen) { opinionArrives(s); s.press("5") }},
	{"sources", desk, func(s *screen) { opinionArrives(s); s.press("6") }},
	{"hostile-actors", hostileDesk, func(s *screen) { s.press("3") }},
	{"zoomed", desk, func(s *screen) { s.press("5", "z") }},
	{"problems", desk, func(s *screen) { s.press("!") }},
	{"help", desk, func(s *screen) { s.press("?") }},
	{"being-read", func() *model.Board { return model.NewBoard(nil) }, func(*screen) {}},
	{"empty", emptyDesk, func(*screen) {}},
	{"hostile", hostileDesk, func(*screen) {}},
	{"hostile-detail", hostileDesk, func(s *screen) { s.press("enter") }},
	{"hostile-reader", hostileDesk, func(s *screen) { s.press("enter", "enter") }},
	{"hostile-raw", hostileDesk, func(s *screen) { s.press("enter", "enter", "r") }},
}

func emptyDesk() *model.Board {
	b := model.NewBoard(nil)
	b.Apply(nil, model.Progress{Complete: true, Watch: "inotify"})
	return b
}

var someFilters = []SavedFilter{{"border", "place:durand kind:violent"}, {"strikes", "kind:airstrike since:2025-10"}}

// opinionArrives brings a third document after the first reading.
func opinionArrives(s *screen) {
	s.board.Apply([]model.Update{opinion().update()}, model.Progress{Complete: true, Watch: "inotify"})
	s.news()
}

func hostileDesk() *model.Board {
	b := model.NewBoard(nil)
	b.Apply([]model.Update{
		hostile().update(),
		{Path: "a\x1b[2J\r.txt", Problem: &model.Problem{Path: "a\x1b[2J\r.txt", Reason: "bad\x07 bytes\u202e", Since: noon, Times: 1}},
	}, model.Progress{Complete: true, Watch: "inotify"})
	return b
}

// sizes are the terminals whose screens are looked at.
var sizes = []struct{ width, height int }{{45, 14}, {80, 24}, {120, 40}, {200, 60}}

// looks are the ways a screen is drawn in. In colour a screen is kept with its
// sequences, ESC as ^[.
var looks = []struct {
	name string
	with func(*Options)
	text func(frame string) string
}{
	{"colour", func(*Options) {}, func(frame string) string { return strings.ReplaceAll(frame, "\x1b", "^[") }},
	{"mono", func(o *Options) { o.Environ = []string{"NO_COLOR=yes"} }, ansi.Strip},
	{"ascii", func(o *Options) { o.Config.ASCII = true }, ansi.Strip},
}

// Every place at every size in every look is as it was looked at and found
// good: testdata/screens has a file for each.
func TestGoldenScreens(t *testing.T) {
	for _, scene := range scenes {
		t.Run(scene.name, func(t *testing.T) {
			var screens txtar.Archive
			for _, size := range sizes {
				for _, look := range looks {
					frame := scene.frame(t, size.width, size.height, look.with)
					isFrame(t, frame, size.width, size.height)
					screens.Files = append(screens.Files, txtar.File{
						Name: fmt.Sprintf("%dx%d %s", size.width, size.height, look.name),
						Data: []byte(trimmed(look.text(frame))),
					})
				}
			}
			goldenScreens(t, filepath.Join("testdata", "screens", scene.name+".txtar"), &screens)
		})
	}
}

func (scene *scene) frame(t *testing.T, width, height int, with func(*Options)) string {
	s := newScreen(t, scene.board(), width, height, func(o *Options) { searchable(o); with(o) })
	scene.walk(s)
	return s.app.frame()
}

// trimmed is a frame without the blanks at the end of its rows.
func trimmed(frame string) string {
	var b strings.Builder
	for row := range strings.SplitSeq(frame, "\n") {
		b.WriteString(strings.TrimRight(row, " ") + "\n")
	}
	return b.String()
}

func goldenScreens(t *testing.T, file string, screens *txtar.Archive) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, txtar.Format(screens), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	good := map[string]string{}
	for _, f := range want.Files {
		good[f.Name] = string(f.Data)
	}
	for _, f := range screens.Files {
		if string(f.Data) != good[f.Name] {
			t.Errorf("%s differs (run with -update where the new one is better):\n%s\nwant:\n%s", f.Name, f.Data, good[f.Name])
		}
	}
}

// Without colours a screen says the same, and is bold, faint, underlined and
// reversed where it was; in ASCII it has no other sign of its own.
func TestLooksDifferInNothingElse(t *testing.T) {
	for _, scene := range scenes {
		for _, size := range sizes {
			colour := cellsOf(scene.frame(t, size.width, size.height, looks[0].with), size.width, size.height)
			mono := cellsOf(scene.frame(t, size.width, size.height, looks[1].with), size.width, size.height)
			for y := range size.height {
				for x := range size.width {
					a, b := colour.CellAt(x, y), mono.CellAt(x, y)
					if a.Content != b.Content || a.Style.Attrs != b.Style.Attrs || a.Style.Underline != b.Style.Underline || b.Style.Fg != nil || b.Style.Bg != nil {
						t.Fatalf("%s at %dx%d: cell %d,%d is %v in colour and %v without", scene.name, size.width, size.height, x, y, a, b)
					}
				}
			}
			ascii := scene.frame(t, size.width, size.height, looks[2].with)
			if !strings.HasPrefix(scene.name, "hostile") && strings.ContainsAny(ascii, "─│┤├┼…→−·▇▁▂▃▄▅▆█") {
				t.Errorf("%s at %dx%d has signs beyond ASCII:\n%s", scene.name, size.width, size.height, ascii)
			}
		}
	}
}

// cellsOf are the cells that a terminal shows for a frame.
func cellsOf(frame string, width, height int) uv.ScreenBuffer {
	cells := uv.NewScreenBuffer(width, height)
	uv.NewStyledString(frame).Draw(cells, cells.Bounds())
	return cells
}

func TestSmallTerminals(t *testing.T) {
	for _, c := range []struct {
		width, height int
		name          string
		keys          []string
	}{
		{60, 20, "main", nil},
		{50, 14, "main", nil},
		{45, 14, "statements", []string{"tab"}},
		{45, 14, "questions", []string{"tab", "tab"}},
		{45, 14, "reader", []string{"enter", "enter"}},
		{45, 14, "help", []string{"?", "G"}},
		{39, 12, "main", nil},
		{20, 5, "main", nil},
	} {
		s := newScreen(t, desk(), c.width, c.height, nil)
		s.press(c.keys...)
		frame := s.app.frame()
		isFrame(t, frame, c.width, c.height)
		golden(t, fmt.Sprintf("%s-%dx%d", c.name, c.width, c.height), ansi.Strip(frame))
	}
}

// isFrame asserts that a frame fills the terminal to the cell.
func isFrame(t rapid.TB, frame string, width, height int) {
	t.Helper()
	rows := strings.Split(frame, "\n")
	if len(rows) != height {
		t.Fatalf("%d rows, want %d:\n%s", len(rows), height, frame)
	}
	for i, r := range rows {
		if w := ansi.StringWidthWc(r); w != width {
			t.Fatalf("row %d is %d cells wide, want %d: %q", i, w, width, r)
		}
	}
}
