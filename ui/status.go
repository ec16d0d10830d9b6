package ui

import (
	"fmt"

	"github.com/charmbracelet/x/ansi"

	"crisisdesk/ui/clean"
)

// statusPart is one fact of the status line.
type statusPart struct {
	text string
	look style
}

// statusRow tells the time, documents, unread, backlog, problems and how the
// folder is watched; what does not fit is left out, the least important first.
func (a *app) statusRow() string {
	t, s, now, unread := a.theme, a.snapshot, a.Now(), a.unread()
	parts := make([]statusPart, 0, 8)
	parts = append(parts, statusPart{dtg(now), t.strong}, statusPart{count(len(s.Documents), "document"), style{}})
	if a.query.String() != "" {
		parts = append(parts, statusPart{"/" + a.query.String(), t.dispute})
	}
	if len(s.Problems) > 0 {
		parts = append(parts, statusPart{"! " + count(len(s.Problems), "problem"), t.alert})
	}
	if unread > 0 {
		parts = append(parts, statusPart{fmt.Sprintf("%d unread", unread), t.fresh})
	}
	if s.Progress.Waiting > 0 {
		parts = append(parts, statusPart{fmt.Sprintf("%d waiting", s.Progress.Waiting), t.dispute})
	}
	if s.Progress.Watch != "" {
		parts = append(parts, statusPart{s.Progress.Watch, t.faint})
	}
	for _, c := range a.Clocks {
		parts = append(parts, statusPart{c.Name + " " + now.In(c.Zone).Format("1504"), t.faint})
	}
	r := newRow(t, a.width)
	r.gap(1)
	r.text(a.Name, t.title)
	for _, p := range parts {
		if r.left > ansi.StringWidthWc(p.text)+2 {
			r.gap(2)
			r.text(p.text, p.look)
		}
	}
	return r.done()
}

// hintRow names the keys of a place.
func hintRow(t *theme, width int, keys keymap) string {
	r := newRow(t, width)
	r.gap(1)
	for _, b := range keys.bindings {
		if b.hint == "" || r.left < len(b.hint)+1 {
			continue
		}
		r.text(b.hint, t.faint)
		r.gap(2)
	}
	return r.done()
}

// titleRow is the rule above a pane: its name in brackets where it has the
// keys, and at the right where in its items one is.
func titleRow(t *theme, width int, name, place string, focused bool) string {
	place = clean.Line(place)
	n := ansi.StringWidthWc(place) + 3 // a blank on each side and the end of the rule
	if place == "" || width < n+20 {
		place, n = "", 1
	}
	left, right, look := " ", " ", style{}
	if focused {
		left, right, look = "[ ", " ]", t.title
	}
	r := newRow(t, width)
	r.put(t.horizontal, 1, t.faint)
	name = clean.Line(name)
	r.put(left, len(left), look)
	r.put(name, min(ansi.StringWidthWc(name), r.left-len(right)-n), look)
	r.put(right, len(right), look)
	r.fill(t.horizontal, n, t.faint)
	if place != "" {
		r.text(" "+place+" ", t.faint)
	}
	r.fill(t.horizontal, 0, t.faint)
	return r.done()
}
