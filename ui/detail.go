package ui

import (
	"fmt"

	"crisisdesk/ui/clean"
)

// detail shows a content, wrapped; its cursor is on the passages that can be
// opened.
type detail struct {
	theme         *theme
	content       *content
	lines         []detailLine
	width, height int
	top           int
	cursor        int      // position in content.places
	withdrawn     bool     // the item has gone from the board
	match         []string // words that are looked for
	drawn         []string
	drawnFor      detailWindow
}

// detailWindow is what the rows of a window depend on.
type detailWindow struct {
	top, height, cursor int
	focused             bool
}

// detailLine is a row: bytes of the clean text of one part.
type detailLine struct {
	text   string
	look   look
	indent int
	opens  int
}

const measure = 110 // columns beyond which lines of text are hard to read

// show replaces the content; the cursor and the window go to the start.
func (d *detail) show(c *content) {
	d.content, d.top, d.cursor, d.withdrawn = c, 0, 0, false
	d.layout()
}

// refresh replaces the content by a newer one of the same item. The passage
// under the cursor stays on its row.
func (d *detail) refresh(c *content) {
	at := -1
	if d.content != nil && d.cursor < len(d.content.places) {
		at = c.find(d.content.places[d.cursor])
	}
	row, _ := d.extent(d.cursor)
	d.content, d.withdrawn = c, false
	if at >= 0 {
		d.cursor = at
	}
	d.cursor = max(0, min(d.cursor, len(c.places)-1))
	d.layout()
	if now, _ := d.extent(d.cursor); at >= 0 && row >= d.top && row < d.top+d.height {
		d.scroll(d.top + now - row)
	}
}

// find is the position of the passage that starts where p does, else -1.
func (c *content) find(p passage) int {
	for i, q := range c.places {
		if q.document == p.document && len(q.spans) > 0 && len(p.spans) > 0 && q.spans[0].Start == p.spans[0].Start {
			return i
		}
	}
	return -1
}

func (d *detail) resize(width, height int) {
	rewrap := d.width != width
	d.width, d.height = width, height
	if rewrap {
		d.layout()
	}
	d.scroll(d.top)
}

func (d *detail) layout() {
	d.lines, d.drawn = d.lines[:0], nil
	if d.content == nil {
		return
	}
	width := min(measure, d.width-1)
	for _, p := range d.content.parts {
		if p.look == sectionLook && len(d.lines) > 0 {
			d.lines = append(d.lines, detailLine{})
		}
		text := clean.Line(p.text)
		indent := p.indent
		for _, w := range wrapHanging(text, width-1-indent, p.hang) {
			d.lines = append(d.lines, detailLine{text[w.start:w.end], p.look, indent, p.opens})
			indent = p.indent + p.hang
		}
	}
	d.scroll(d.top)
}

func (d *detail) scroll(to int) {
	d.top = max(0, min(to, len(d.lines)-d.height))
}

// selected is the passage under the cursor, false where there is none.
func (d *detail) selected() (passage, bool) {
	if d.content == nil || d.cursor >= len(d.content.places) {
		return passage{}, false
	}
	return d.content.places[d.cursor], true
}

// do moves the cursor or the window as a key says.
func (d *detail) do(k action) {
	switch k {
	case up:
		d.step(-1)
	case down:
		d.step(1)
	case first:
		d.cursor, d.top = 0, 0
	case last:
		if d.content != nil {
			d.cursor = max(0, len(d.content.places)-1)
		}
		d.scroll(len(d.lines))
	case pageUp:
		d.turn(-max(1, d.height-1))
	case pageDown:
		d.turn(max(1, d.height-1))
	case halfUp:
		d.turn(-max(1, d.height/2))
	case halfDown:
		d.turn(max(1, d.height/2))
	}
}

// step goes to the next passage, or by a row where the next is out of sight.
func (d *detail) step(by int) {
	from, to := d.extent(d.cursor + by)
	switch {
	case from < 0 || from > d.top+d.height || to < d.top-1:
		d.scroll(d.top + by)
	default:
		d.cursor += by
		if from < d.top {
			d.scroll(from)
		} else if to > d.top+d.height {
			d.scroll(min(from, to-d.height))
		}
	}
}

// turn moves the window, and the cursor to a passage that shows.
func (d *detail) turn(by int) {
	d.scroll(d.top + by)
	if from, to := d.extent(d.cursor); from >= d.top+d.height || to <= d.top {
		for _, l := range d.lines[d.top:min(len(d.lines), d.top+d.height)] {
			if l.opens > 0 {
				d.cursor = l.opens - 1
				return
			}
		}
	}
}

// extent is the rows from and to of a passage, -1 where there is none.
func (d *detail) extent(place int) (from, to int) {
	from = -1
	for i, l := range d.lines {
		if place >= 0 && l.opens == place+1 {
			if from < 0 {
				from = i
			}
			to = i + 1
		}
	}
	return from, to
}

// place says which rows show, where not all do.
func (d *detail) place() string {
	if len(d.lines) <= d.height {
		return ""
	}
	return fmt.Sprintf("%d-%d of %d", d.top+1, min(len(d.lines), d.top+d.height), len(d.lines))
}

// view appends the rows of the window, always as many as its height.
func (d *detail) view(rows []string, focused bool) []string {
	if window := (detailWindow{d.top, d.height, d.cursor, focused}); d.drawn == nil || d.drawnFor != window {
		d.drawn, d.drawnFor = d.drawn[:0], window
		for y := range d.height {
			r := newRow(d.theme, d.width)
			if i := d.top + y; i < len(d.lines) {
				d.draw(r, i, focused)
			}
			d.drawn = append(d.drawn, r.done())
		}
	}
	return append(rows, d.drawn...)
}

func (d *detail) draw(r *row, i int, focused bool) {
	l := d.lines[i]
	sign, on := " ", style{}
	if focused && l.opens > 0 && l.opens == d.cursor+1 {
		sign, on = r.vertical, r.title
		if i == 0 || d.lines[i-1].opens != l.opens {
			sign = ">"
		}
	}
	r.put(sign, 1, on)
	r.gap(l.indent)
	r.match = d.match
	if l.look == sectionLook {
		r.text(l.text+" ", r.title)
		r.fill(r.horizontal, max(1, d.width-measure), r.faint)
		return
	}
	r.put(l.text, r.left, r.looks(l.look))
}

func (t *theme) looks(l look) style {
	switch l {
	case strongLook:
		return t.strong
	case quoteLook:
		return t.quote
	case quietLook:
		return t.faint
	case disputeLook:
		return t.dispute
	}
	return style{}
}
