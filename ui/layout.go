package ui

import "slices"

// The smallest terminal that gets a screen, and the widths from which the
// panes stand together and side by side.
const (
	minWidth, minHeight = 40, 12
	stackedFrom         = 60
	sideBySideFrom      = 100
)

// slot is a part of the main screen: a rule with a title, and rows under it.
type slot struct {
	pane   int // position in app.panes
	height int // with the rule
}

// arrangement is how the main screen is shared out: panes above each other,
// and beside them the detail of the item under the cursor.
type arrangement struct {
	panes  []slot
	width  int // of the panes
	beside int // of the detail, 0 where the terminal is too narrow for one
}

// Sizes are what an officer has changed of the shares of the main screen.
type Sizes struct {
	Rows    [boardPanes]int `json:"rows,omitzero"`    // steps that each pane of the board has grown
	Columns int             `json:"columns,omitzero"` // steps that the lists have grown beside the detail
}

// arrange shares out width columns and height rows; focus is the pane that
// shows where there is one only: for want of room, alone beside its detail, or
// zoomed to the whole.
func arrange(width, height, focus int, alone, zoomed bool, sizes Sizes) arrangement {
	switch {
	case zoomed, width < stackedFrom, alone && width < sideBySideFrom:
		return arrangement{panes: []slot{{focus, height}}, width: width}
	case width < sideBySideFrom:
		return arrangement{panes: share(height, sizes.Rows, 10, 6, 6), width: width}
	}
	panes := min(max(leastColumns, width*(65+columnStep*sizes.Columns)/100), width-1-leastColumns)
	slots := share(height, sizes.Rows, 16, 13, 9)
	if alone {
		slots = []slot{{focus, height}}
	}
	return arrangement{panes: slots, width: panes, beside: width - panes - 1}
}

// The least that is left to a pane and to a column, and a step of the columns
// in hundredths of the screen.
const (
	leastRows    = 3
	leastColumns = 36
	columnStep   = 4
)

// share gives each pane its part of height by weight, and what it has grown;
// what is left over goes to the first that has the room.
func share(height int, grown [boardPanes]int, weights ...int) []slot {
	sum := 0
	for i := range weights {
		weights[i] = max(1, weights[i]+grown[i])
		sum += weights[i]
	}
	slots := make([]slot, len(weights))
	spare := height
	for i, w := range weights {
		slots[i] = slot{i, max(leastRows, height*w/sum)}
		spare -= slots[i].height
	}
	for i := range slots {
		take := max(spare, leastRows-slots[i].height)
		slots[i].height += take
		spare -= take
	}
	return slots
}

// grow makes the pane that has the keys higher by steps, or in a view the
// lists wider.
func (a *app) grow(steps int) {
	if len(a.plan().panes) == 1 {
		a.widen(steps)
		return
	}
	before := a.likes.Sizes
	a.likes.Sizes.Rows[a.focus] += steps
	a.resized(before)
}

// widen makes the lists wider by steps, where a detail stands beside them.
func (a *app) widen(steps int) {
	before := a.likes.Sizes
	a.likes.Sizes.Columns += steps
	a.resized(before)
}

// resized shows other sizes than before, where they make a difference.
func (a *app) resized(before Sizes) {
	is := a.likes.Sizes
	a.likes.Sizes = before
	was := a.plan()
	a.likes.Sizes = is
	if plan := a.plan(); plan.width == was.width && slices.Equal(plan.panes, was.panes) {
		a.likes.Sizes = before
		a.notice = "there is no room for that"
		return
	}
	a.arrange()
}

// column is one column of the screen: its rows, and which of them are rules.
type column struct {
	rows  []string
	rules []bool
}

func (c *column) reset() { c.rows, c.rules = c.rows[:0], c.rules[:0] }

// rule adds a row that joins the line between the columns.
func (c *column) rule(s string) {
	c.mark()
	c.rows = append(c.rows, s)
	c.rules = append(c.rules, true)
}

// mark notes that the rows added since the last rule are none.
func (c *column) mark() {
	for len(c.rules) < len(c.rows) {
		c.rules = append(c.rules, false)
	}
}

// joint is the sign between two columns in one row.
func joint(t *theme, left, right bool) string {
	switch {
	case left && right:
		return t.cross
	case left:
		return t.teeLeft
	case right:
		return t.teeRight
	}
	return t.vertical
}
