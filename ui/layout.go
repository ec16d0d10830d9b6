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
	pane   int // position in app.panes, or detailSlot
	height int // with the rule
}

const detailSlot = -1

// arrangement is how the main screen is shared out. The right column is empty
// where the terminal is too narrow for two.
type arrangement struct {
	left, right           []slot
	leftWidth, rightWidth int
}

// arrange shares out width columns and height rows; focus is the pane that
// shows where there is room for one only.
func arrange(width, height, focus int) arrangement {
	switch {
	case width < stackedFrom:
		return arrangement{left: []slot{{focus, height}}, leftWidth: width}
	case width < sideBySideFrom:
		return arrangement{left: share(height, []int{0, 1, 2}, []int{10, 6, 6}), leftWidth: width}
	}
	a := arrangement{leftWidth: width * 65 / 100}
	a.rightWidth = width - a.leftWidth - 1
	a.left = share(height, []int{0, 1}, []int{11, 9})
	a.right = share(height, []int{2, detailSlot}, []int{8, 12})
	return a
}

// share gives each pane its part of height by weight; what is left over goes
// to the first.
func share(height int, panes, weights []int) []slot {
	sum := 0
	for _, w := range weights {
		sum += w
	}
	slots := make([]slot, len(panes))
	spare := height
	for i := range panes {
		slots[i] = slot{panes[i], height * weights[i] / sum}
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
