package ui

import "fmt"

// items is what a list shows.
type items interface {
	len() int
	id(i int) string
	find(id string) int   // position of an ID, -1 where no item has it
	height(width int) int // rows of the screen that one item takes
	draw(r *row, i, line int, mark sign)
}

// list is a window on items. The item under the cursor stays there by its ID,
// on the same row of the screen, when the items change around it.
type list struct {
	items       items
	cursor, top int    // positions
	current     string // ID under the cursor
	hidden      string // ID that was under it before a filter hid it
	follow      bool   // at the newest end: what arrives may show above the cursor
	pinned      bool   // nobody has read here yet: the cursor stays on the first item
	empty       string // shown where there are no items

	theme         *theme
	width, height int
	match         []string        // words that are looked for
	signs         map[string]sign // by ID
	rows          map[int]string  // drawn rows by position and line
}

// maxDrawn bounds the drawn rows that a list keeps.
const maxDrawn = 1024

func newList(it items, t *theme) list {
	return list{items: it, theme: t, follow: true, signs: map[string]sign{}, rows: map[int]string{}}
}

// resize gives the list its place.
func (l *list) resize(width, height int) {
	if l.width != width {
		clear(l.rows)
	}
	l.width, l.height = width, max(0, height)
	l.reveal()
}

// visible is how many items fit, at least one.
func (l *list) visible() int { return max(1, l.height/l.items.height(l.width)) }

// changed takes note of other items: the cursor goes where its item went.
func (l *list) changed() {
	clear(l.rows)
	if l.pinned {
		l.cursor, l.top = 0, 0
		l.note()
		return
	}
	offset := l.cursor - l.top
	if at := l.items.find(l.current); at >= 0 {
		l.cursor = at
	}
	if !l.follow {
		l.top = l.cursor - offset
	}
	l.note()
	l.reveal()
}

// filtered takes note that a filter chose other items. An item that it hides
// gets the cursor back when it shows again, unless the officer went elsewhere.
func (l *list) filtered() {
	if l.hidden == "" {
		l.hidden = l.current
	}
	if l.items.find(l.hidden) >= 0 {
		l.current, l.hidden = l.hidden, ""
	}
	l.changed()
}

// move puts the cursor on another item, as near to position to as there is one.
func (l *list) move(to int) {
	l.cursor, l.hidden, l.pinned = to, "", false
	l.note()
	l.follow = l.cursor == 0
	l.reveal()
}

// note holds the cursor on an item and remembers which.
func (l *list) note() {
	l.cursor = max(0, min(l.cursor, l.items.len()-1))
	l.current = ""
	if l.items.len() > 0 {
		l.current = l.items.id(l.cursor)
	}
}

// reveal moves the window as little as shows the cursor.
func (l *list) reveal() {
	n := l.visible()
	l.top = min(l.top, l.cursor, max(0, l.items.len()-n))
	l.top = max(l.top, l.cursor-n+1, 0)
}

// do moves the cursor as a key says; it reports whether the key was one of
// motion. A step beyond the window turns half a page: one sees what comes next,
// and a slow line does not carry the whole window for each row.
func (l *list) do(k action) bool {
	page := l.visible()
	half := max(1, page/2)
	switch k {
	case up:
		if l.cursor == l.top {
			l.top -= half
		}
		l.move(l.cursor - 1)
	case down:
		if l.cursor == l.top+page-1 {
			l.top += half
		}
		l.move(l.cursor + 1)
	case first:
		l.move(0)
	case last:
		l.move(l.items.len() - 1)
	case pageUp:
		l.move(l.cursor - page)
	case pageDown:
		l.move(l.cursor + page)
	case halfUp:
		l.move(l.cursor - half)
	case halfDown:
		l.move(l.cursor + half)
	default:
		return false
	}
	return true
}

// mark gives the item with an ID a sign; "" takes it away.
func (l *list) mark(id string, s sign) {
	if s == "" {
		delete(l.signs, id)
	} else {
		l.signs[id] = s
	}
	clear(l.rows)
}

// view appends the rows of the window, always as many as its height.
func (l *list) view(rows []string, focused bool) []string {
	per := l.items.height(l.width)
	for y := range l.height {
		i := l.top + y/per
		switch {
		case l.items.len() == 0 && y == 0:
			r := newRow(l.theme, l.width)
			r.gap(1)
			r.text(l.empty, l.theme.faint)
			rows = append(rows, r.done())
		case i >= l.items.len() || y/per >= l.visible():
			rows = append(rows, blanks(l.width))
		case i == l.cursor:
			rows = append(rows, l.drawCursor(i, y%per, focused))
		default:
			rows = append(rows, l.drawn(i, y%per, per))
		}
	}
	return rows
}

// drawn is a row away from the cursor, drawn once.
func (l *list) drawn(i, line, per int) string {
	key := i*per + line
	s, ok := l.rows[key]
	if !ok {
		r := newRow(l.theme, l.width)
		r.match = l.match
		r.gap(1)
		l.items.draw(r, i, line, l.signs[l.items.id(i)])
		s = r.done()
		if len(l.rows) >= maxDrawn {
			clear(l.rows)
		}
		l.rows[key] = s
	}
	return s
}

// drawCursor is a row of the item under the cursor, as one where the list has the keys.
func (l *list) drawCursor(i, line int, focused bool) string {
	t := l.theme
	if focused {
		t = t.plain
	}
	r := newRow(t, l.width)
	if focused {
		r.buf = append(r.buf, l.theme.cursor.open...)
	}
	sign := ">"
	if line > 0 {
		sign = " "
	}
	r.put(sign, 1, style{})
	r.match = l.match
	l.items.draw(r, i, line, l.signs[l.items.id(i)])
	if focused {
		r.gap(r.left)
		r.buf = append(r.buf, l.theme.cursor.close...)
	}
	return r.done()
}

// span says which of the items show, where not all do.
func (l *list) span() string {
	n := l.items.len()
	if n <= l.visible() {
		return ""
	}
	return fmt.Sprintf("%d-%d", l.top+1, min(n, l.top+l.visible()))
}
