package ui

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

// arrange shares out width columns and height rows; focus is the pane that
// shows where there is one only: for want of room, alone beside its detail, or
// zoomed to the whole.
func arrange(width, height, focus int, alone, zoomed bool) arrangement {
	switch {
	case zoomed, width < stackedFrom, alone && width < sideBySideFrom:
		return arrangement{panes: []slot{{focus, height}}, width: width}
	case width < sideBySideFrom:
		return arrangement{panes: share(height, 10, 6, 6), width: width}
	}
	panes := width * 65 / 100
	slots := share(height, 16, 13, 9)
	if alone {
		slots = []slot{{focus, height}}
	}
	return arrangement{panes: slots, width: panes, beside: width - panes - 1}
}

// share gives each pane its part of height by weight; what is left over goes
// to the first.
func share(height int, weights ...int) []slot {
	sum := 0
	for _, w := range weights {
		sum += w
	}
	slots := make([]slot, len(weights))
	spare := height
	for i, w := range weights {
		slots[i] = slot{i, height * w / sum}
		spare -= slots[i].height
	}
	slots[0].height += spare
	return slots
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
