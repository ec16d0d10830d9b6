package ui

import (
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"crisisdesk/model"
)

// screen drives an app as Bubble Tea would, one message at a time.
type screen struct {
	t     rapid.TB
	app   *app
	board *model.Board
}

func newScreen(t rapid.TB, b *model.Board, width, height int, with func(*Options)) *screen {
	o := Options{
		Board: b, Environ: []string{}, Now: func() time.Time { return noon },
		settle: time.Nanosecond,
		Clocks: []Clock{{"Islamabad", time.FixedZone("", 5*3600)}, {"Kabul", time.FixedZone("", 4*3600+1800)}},
		Open: func(_ context.Context, d *model.Document) ([]byte, error) {
			return []byte(texts[d.Path]), nil
		},
	}
	if with != nil {
		with(&o)
	}
	s := &screen{t, newApp(context.Background(), o.withDefaults()), b}
	s.send(tea.WindowSizeMsg{Width: width, Height: height})
	s.news()
	return s
}

// hadRead is what an officer had read before, who has been there.
func hadRead(read []model.Item) func() map[model.Item]bool {
	marks := map[model.Item]bool{}
	for _, x := range read {
		marks[x] = true
	}
	return func() map[model.Item]bool { return marks }
}

// send hands over a message and returns what the command that follows gives.
func (s *screen) send(msg tea.Msg) tea.Cmd {
	_, cmd := s.app.Update(msg)
	return cmd
}

// news shows the board's newest Snapshot.
func (s *screen) news() {
	s.app.update(s.app.await()())
	s.run(s.app.derive())
}

// run does what a command does, and what follows from it.
func (s *screen) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			s.run(c)
		}
	default:
		s.run(s.send(msg))
	}
}

// press types keys by their names and waits for the documents they open.
func (s *screen) press(keys ...string) {
	for _, k := range keys {
		s.run(s.send(keyPress(k)))
	}
}

// types presses special keys by their names, and types what is none letter by letter.
func (s *screen) types(all ...string) {
	for _, what := range all {
		if _, special := specialKeys[what]; special {
			s.press(what)
			continue
		}
		for _, letter := range what {
			s.press(strings.ReplaceAll(string(letter), " ", "space"))
		}
	}
}

var specialKeys = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "alt+esc": {Code: tea.KeyEscape, Mod: tea.ModAlt}, "tab": {Code: tea.KeyTab},
	"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "backspace": {Code: tea.KeyBackspace},
	"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
	"pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown},
	"ctrl+d": {Code: 'd', Mod: tea.ModCtrl}, "ctrl+u": {Code: 'u', Mod: tea.ModCtrl}, "ctrl+c": {Code: 'c', Mod: tea.ModCtrl},
	"ctrl+z": {Code: 'z', Mod: tea.ModCtrl}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight}, "f1": {Code: tea.KeyF1},
	"space": {Code: tea.KeySpace, Text: " "},
}

func keyPress(name string) tea.KeyPressMsg {
	if k, ok := specialKeys[name]; ok {
		return k
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}
