package ui

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
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

// scenes are walks to the places of the screen.
var scenes = []struct {
	name  string
	board func() *model.Board
	walk  func(s *screen)
}{
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
	{"empty", func() *model.Board { return model.NewBoard(nil) }, func(*screen) {}},
	{"hostile", hostileDesk, func(*screen) {}},
	{"hostile-detail", hostileDesk, func(s *screen) { s.press("enter") }},
	{"hostile-reader", hostileDesk, func(s *screen) { s.press("enter", "enter") }},
	{"hostile-raw", hostileDesk, func(s *screen) { s.press("enter", "enter", "r") }},
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

func TestGoldenScreens(t *testing.T) {
	for _, size := range []struct{ width, height int }{{80, 24}, {120, 40}, {200, 60}} {
		for _, scene := range scenes {
			name := fmt.Sprintf("%s-%dx%d", scene.name, size.width, size.height)
			t.Run(name, func(t *testing.T) {
				s := newScreen(t, scene.board(), size.width, size.height, searchable)
				scene.walk(s)
				frame := s.app.frame()
				isFrame(t, frame, size.width, size.height)
				golden(t, name, ansi.Strip(frame))
			})
		}
	}
}

func TestGoldenStyles(t *testing.T) {
	for name, with := range map[string]func(*Options){
		"main-colour": nil,
		"main-mono":   func(o *Options) { *o = withEnvironment(*o, "NO_COLOR=yes") },
		"main-filter": nil,
		"main-ascii":  func(o *Options) { o.ASCII, o.Theme = true, "mono" },
	} {
		t.Run(name, func(t *testing.T) {
			s := newScreen(t, desk(), 80, 24, with)
			opinionArrives(s)
			if name == "main-filter" {
				s.press("/", "k", "a", "b", "u", "l")
			}
			frame := s.app.frame()
			golden(t, name, strings.ReplaceAll(frame, "\x1b", "^["))
			if strings.Contains(name, "mono") && strings.Contains(frame, "\x1b[1;3") {
				t.Error("a colour in spite of NO_COLOR")
			}
			if strings.Contains(name, "ascii") && strings.ContainsAny(frame, "─│…→−") {
				t.Error("signs beyond ASCII in spite of the option")
			}
		})
	}
}

func withEnvironment(o Options, env ...string) Options {
	o.Environ = env
	return o
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
