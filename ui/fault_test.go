package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

// A panic of any part of a screen ends it, and says where it came from.
func TestFaultsAreCaught(t *testing.T) {
	for name, m := range map[string]tea.Model{
		"Init":                 faulty{init: true},
		"Update":               faulty{update: true},
		"View":                 faulty{view: true},
		"a command":            faulty{command: func() tea.Msg { panic("oh") }},
		"a command in a batch": faulty{command: tea.Batch(func() tea.Msg { return nil }, func() tea.Msg { panic("oh") })},
	} {
		g := &guarded{Model: m}
		todo := []tea.Msg{nil}
		if cmd := g.Init(); cmd != nil {
			todo = []tea.Msg{cmd()}
		}
		for quit := g.fault != nil; !quit; {
			if len(todo) == 0 {
				t.Fatalf("a panic in %s does not end the screen", name)
			}
			msg := todo[0]
			todo = todo[1:]
			if batch, ok := msg.(tea.BatchMsg); ok {
				for _, cmd := range batch {
					todo = append(todo, cmd())
				}
				continue
			}
			_, cmd := g.Update(msg)
			if cmd != nil {
				next := cmd()
				_, quit = next.(tea.QuitMsg)
				todo = append(todo, next)
			}
		}
		if g.fault == nil || g.fault.Value != "oh" || len(g.fault.Stack) == 0 {
			t.Errorf("a panic in %s is told as %v", name, g.fault)
		}
	}
}

type faulty struct {
	init, update, view bool
	command            tea.Cmd
}

func (f faulty) Init() tea.Cmd {
	if f.init {
		panic("oh")
	}
	return nil
}

func (f faulty) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if f.update {
		panic("oh")
	}
	if msg == nil {
		return f, f.command
	}
	return f, nil
}

func (f faulty) View() tea.View {
	if f.view {
		panic("oh")
	}
	return tea.View{}
}
