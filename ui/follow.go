package ui

import tea "charm.land/bubbletea/v2"

// restedMsg says that the cursor has rested for a while after so many moves.
type restedMsg struct{ moves int }

// moved lets the detail follow once the cursor has rested.
func (a *app) moved() tea.Cmd {
	a.moves++
	if a.plan().beside == 0 {
		return nil
	}
	return a.after(a.settle, restedMsg{a.moves})
}

// rested follows the cursor, unless it has moved on.
func (a *app) rested(m restedMsg) {
	if m.moves == a.moves {
		a.follow()
	}
}

// follow shows the item under the cursor in the pane beside the lists. What is
// read there already stays where it is.
func (a *app) follow() {
	if a.plan().beside == 0 {
		return
	}
	p := a.panes[a.focus]
	c := p.selected()
	if c == nil {
		c = &content{theme: a.theme, title: "Detail"}
	}
	if on := (item{a.focus, p.current}); on == a.followed {
		a.side.refresh(c)
	} else {
		a.followed = on
		a.side.show(c)
	}
}
