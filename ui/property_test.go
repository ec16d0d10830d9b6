package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"crisisdesk/model"
	"crisisdesk/ui/config"
)

// Whatever is pressed, however the terminal is resized and whatever arrives,
// every frame fills the terminal to the cell, and the item under a cursor stays
// under it as long as its pane shows it.
func TestAnySession(t *testing.T) {
	keys := append(allKeys(), "a", "t", "i", "s", ":", "-")
	readings := []func() *reading{dawn, wire, opinion, hostile, urdu}
	rapid.Check(t, func(rt *rapid.T) {
		b := model.NewBoard(standingQuestions())
		s := newScreen(rt, b, 80, 24, func(o *Options) {
			searchable(o)
			o.Config.Alerts = []config.Alert{{Name: "strikes", Where: "kind:airstrike", How: "bell"}}
		})
		width, height := 80, 24
		rt.Repeat(map[string]func(*rapid.T){
			"": func(rt *rapid.T) {
				isFrame(rt, s.app.frame(), width, height)
			},
			"press": func(rt *rapid.T) {
				s.press(rapid.SampledFrom(keys).Draw(rt, "key"))
			},
			"mouse": func(rt *rapid.T) {
				where := at(rapid.IntRange(0, 210).Draw(rt, "x"), rapid.IntRange(0, 70).Draw(rt, "y"),
					rapid.SampledFrom([]tea.MouseButton{tea.MouseLeft, tea.MouseRight, tea.MouseWheelUp, tea.MouseWheelDown}).Draw(rt, "button"))
				s.run(s.send(rapid.SampledFrom([]tea.Msg{
					tea.MouseClickMsg(where), tea.MouseMotionMsg(where), tea.MouseReleaseMsg(where), tea.MouseWheelMsg(where),
				}).Draw(rt, "mouse")))
			},
			"appearance": func(rt *rapid.T) {
				held := cursors(s.app)
				s.app.obey(rapid.SampledFrom([]string{"theme dark", "theme mono", "time relative", "time dtg"}).Draw(rt, "command"))
				hold(rt, s.app, held)
			},
			"minute": func(rt *rapid.T) { s.app.update(minuteMsg{}) },
			"paste": func(rt *rapid.T) {
				s.run(s.send(tea.PasteMsg{Content: rapid.SampledFrom([]string{"kabul", "\x1b[2J", "is:", "کابل"}).Draw(rt, "pasted")}))
			},
			"resize": func(rt *rapid.T) {
				width, height = rapid.IntRange(1, 210).Draw(rt, "width"), rapid.IntRange(1, 70).Draw(rt, "height")
				held := cursors(s.app)
				s.send(tea.WindowSizeMsg{Width: width, Height: height})
				hold(rt, s.app, held)
			},
			"news": func(rt *rapid.T) {
				r := rapid.SampledFrom(readings).Draw(rt, "document")()
				u := r.update()
				switch rapid.IntRange(0, 3).Draw(rt, "what") {
				case 0:
					u = model.Update{Path: u.Path, Removed: true}
				case 1:
					u = model.Update{Path: u.Path, Problem: &model.Problem{Path: u.Path, Reason: "unreadable", Since: noon, Times: 1}}
				}
				b.Apply([]model.Update{u}, model.Progress{Waiting: rapid.IntRange(0, 1).Draw(rt, "waiting"), Complete: rapid.Bool().Draw(rt, "complete")})
				held := cursors(s.app)
				s.news()
				hold(rt, s.app, held)
			},
		})
	})
}

// allKeys are the keys of every place.
func allKeys() []string {
	var all []string
	for _, place := range bindings {
		for _, b := range place {
			all = append(all, b.all()...)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// cursors are the IDs under the cursors of panes that are being read.
func cursors(a *app) (ids [paneCount]string) {
	for i, p := range a.panes {
		if !p.pinned {
			ids[i] = p.current
		}
	}
	return ids
}

func hold(t rapid.TB, a *app, held [paneCount]string) {
	t.Helper()
	for i, p := range a.panes {
		if held[i] != "" && held[i] != p.current && p.source.find(held[i]) >= 0 {
			t.Fatalf("%s: the cursor went from %q to %q", p.name, held[i], p.current)
		}
	}
}

// The item under the cursor stays on its row while hundreds arrive around it.
func TestNewsDoesNotMoveWhatOneReads(t *testing.T) {
	b := model.NewBoard(nil)
	var first, second []model.Update
	for i := range 40 {
		first = append(first, numbered(2*i).update())
		second = append(second, numbered(2*i+1).update())
	}
	b.Apply(first, model.Progress{Complete: true})
	s := newScreen(t, b, 80, 24, nil)
	s.press("tab", "pgdown", "j", "j")
	p := s.app.panes[1]
	id, y := p.current, p.cursor-p.top
	b.Apply(second, model.Progress{Complete: true})
	s.news()
	if p.current != id || p.cursor-p.top != y {
		t.Errorf("%s on row %d became %s on row %d", id, y, p.current, p.cursor-p.top)
	}
	if n := len(p.unread); n != len(second) {
		t.Errorf("%d statements are unread, want %d", n, len(second))
	}
	if frame := s.app.frame(); !strings.Contains(frame, fmt.Sprintf("%d new above", p.above)) || p.above == 0 {
		t.Errorf("nothing says that %d are new above:\n%s", p.above, frame)
	}
	s.press("u")
	if !slices.Contains(arrivedIDs(second), p.current) {
		t.Errorf("u went to %s, which is not new", p.current)
	}
	if n := len(p.unread); n != len(second)-1 {
		t.Errorf("%d statements are unread after u, want %d", n, len(second)-1)
	}
}

func numbered(i int) *reading {
	day := model.OnDay(model.NewDay(2025, 10, 1) + model.Day(i))
	text := fmt.Sprintf("“Word %d,” said a minister.", i)
	return read(fmt.Sprintf("%03d.txt", i), "Wire", text, day).
		statement(model.Statement{Speaker: model.Speaker{Name: "a minister"}, Act: model.Claim, Mode: model.Direct, When: day},
			"a minister", fmt.Sprintf("Word %d,", i))
}

func arrivedIDs(us []model.Update) []string {
	var ids []string
	for _, u := range us {
		for _, s := range u.Facts.Statements {
			ids = append(ids, string(s.ID))
		}
	}
	return ids
}
