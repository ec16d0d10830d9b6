package ui

import (
	tea "charm.land/bubbletea/v2"
)

// border is what the mouse drags: the rule above a pane of the board, or the
// line between the lists and the detail.
type border struct {
	held   bool
	column bool
	slot   int // position in the plan of the pane under the rule
}

const (
	wheelRows = 3
	mostSteps = 50 // that one movement of the mouse drags a border
)

// mouse does what the mouse asks for: a click goes there, a second one opens,
// the right button goes back, the wheel scrolls, and borders can be dragged.
func (a *app) mouse(msg tea.MouseMsg) tea.Cmd {
	if a.tooSmall() || a.writing.active || a.command.active || a.prompt.active {
		return nil
	}
	at := msg.Mouse()
	switch msg.(type) {
	case tea.MouseClickMsg:
		a.notice = ""
		switch at.Button {
		case tea.MouseLeft:
			return a.click(at.X, at.Y)
		case tea.MouseRight:
			a.back()
		}
	case tea.MouseWheelMsg:
		switch at.Button {
		case tea.MouseWheelUp:
			return a.wheel(at.X, at.Y, -wheelRows)
		case tea.MouseWheelDown:
			return a.wheel(at.X, at.Y, wheelRows)
		}
	case tea.MouseMotionMsg:
		a.drag(at.X, at.Y)
	case tea.MouseReleaseMsg:
		a.border = border{}
	}
	return nil
}

// click puts the cursor where the mouse is; where it was there, it opens that.
func (a *app) click(x, y int) tea.Cmd {
	switch a.at {
	case atPanes:
		a.clickPanes(x, y)
	case atDetail:
		if place := a.detail.placeAt(y - firstRow); place >= 0 && place == a.detail.cursor {
			return a.openDocument()
		} else if place >= 0 {
			a.detail.cursor = place
		}
	}
	return nil
}

// firstRow is the row of the screen under the status line and a rule.
const firstRow = 2

// clickPanes takes hold of a border, or goes to the item that was clicked.
func (a *app) clickPanes(x, y int) {
	plan := a.plan()
	if plan.beside > 0 && x == plan.width {
		a.border = border{held: true, column: true}
		return
	}
	slot, row := plan.under(x, y)
	switch {
	case slot < 0:
		return
	case row < 0:
		a.border = border{held: slot > 0, slot: slot}
		return
	}
	pane := plan.panes[slot].pane
	p := a.panes[pane]
	i := p.itemAt(row)
	if i < 0 || pane == a.focus && i == p.cursor {
		a.focusOn(pane)
		if i >= 0 {
			a.openDetail()
		}
		return
	}
	p.move(i)
	a.focusOn(pane)
}

// under is the slot of a plan at a place of the screen, and the row under its
// rule, -1 on the rule; slot -1 where there is no pane.
func (plan arrangement) under(x, y int) (slot, row int) {
	if x >= plan.width {
		return -1, 0
	}
	row = y - firstRow
	for i, s := range plan.panes {
		if row < s.height-1 {
			return i, max(-1, row)
		}
		row -= s.height
	}
	return -1, 0
}

// itemAt is the position of the item in a row of the pane, -1 where there is none.
func (p *pane) itemAt(row int) int {
	if p.headed {
		row--
	}
	per := p.items.height(p.width)
	if i := p.top + row/per; row >= 0 && i < p.items.len() && row/per < p.visible() {
		return i
	}
	return -1
}

// placeAt is what the row of a detail opens, -1 where it opens nothing.
func (d *detail) placeAt(row int) int {
	if i := d.top + row; row >= 0 && i < len(d.lines) {
		return d.lines[i].opens - 1
	}
	return -1
}

// wheel scrolls what is under the mouse by rows, downwards where by is above 0.
func (a *app) wheel(x, y, by int) tea.Cmd {
	switch a.at {
	case atPanes:
		plan := a.plan()
		if slot, _ := plan.under(x, y); slot >= 0 {
			return a.wheelPane(plan.panes[slot].pane, by)
		} else if plan.beside > 0 && x > plan.width {
			a.side.turn(by)
		}
	case atDetail:
		a.detail.turn(by)
	default:
		step := down
		if by < 0 {
			step, by = up, -by
		}
		for range by {
			a.act(step)
		}
	}
	return nil
}

// wheelPane moves the cursor of a pane, which one is on or not.
func (a *app) wheelPane(pane, by int) tea.Cmd {
	p := a.panes[pane]
	p.move(p.cursor + by)
	if pane != a.focus {
		return nil
	}
	p.rest()
	return a.moved()
}

// drag moves the border that the mouse holds as near to it as there is room for.
func (a *app) drag(x, y int) {
	if !a.border.held {
		return
	}
	for range mostSteps {
		before, away := a.likes.Sizes, a.away(x, y)
		if away == 0 {
			return
		}
		a.step(away)
		if now := a.away(x, y); max(now, -now) >= max(away, -away) {
			a.likes.Sizes = before
			return
		}
		a.arrange()
	}
}

// away is how far the mouse is from the border that it holds, in cells to the
// right or downwards.
func (a *app) away(x, y int) int {
	plan := a.plan()
	if a.border.column {
		return x - plan.width
	}
	return y - plan.ruleOf(a.border.slot)
}

// step changes sizes by one step in the direction of the mouse.
func (a *app) step(away int) {
	by, sizes := 1, &a.likes.Sizes
	if away < 0 {
		by = -1
	}
	if a.border.column {
		sizes.Columns += by
		return
	}
	sizes.Rows[a.border.slot-1] += by
	sizes.Rows[a.border.slot] -= by
}

// ruleOf is the row of the screen in which the rule of a slot is.
func (plan arrangement) ruleOf(slot int) int {
	y := firstRow - 1
	for _, s := range plan.panes[:min(slot, len(plan.panes))] {
		y += s.height
	}
	return y
}
