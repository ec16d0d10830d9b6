package ui

import (
	"fmt"
	"time"

	"crisisdesk/model"
)

// Clock is a local time beside the date-time group of the status line.
type Clock struct {
	Name string
	Zone *time.Location
}

// standing part of the status line, from the most to the least important.
type statusPart struct {
	text string
	look style
}

// statusRow tells the time, documents, unread, backlog, problems and how the
// folder is watched; what does not fit is left out, the least important first.
func statusRow(t *theme, width int, s *model.Snapshot, unread int, now time.Time, name string, clocks []Clock) string {
	parts := []statusPart{
		{dtg(now), t.strong},
		{count(len(s.Documents), "document"), style{}},
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
		parts = append(parts, statusPart{s.Progress.Watch, t.styles.head})
	}
	for _, c := range clocks {
		parts = append(parts, statusPart{c.Name + " " + now.In(c.Zone).Format("1504"), t.styles.head})
	}
	r := newRow(t, width)
	r.gap(1)
	r.text(name, t.title)
	for _, p := range parts {
		if r.left < len(p.text)+3 {
			continue
		}
		r.gap(2)
		r.text(p.text, p.look)
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
		r.text(b.hint, t.styles.head)
		r.gap(2)
	}
	return r.done()
}

// titleRow is the rule above a pane: its name in brackets where it has the
// keys, and at the right where in its items one is.
func titleRow(t *theme, width int, name, place string, focused bool) string {
	r := newRow(t, width)
	r.put(t.horizontal, 1, t.styles.head)
	if focused {
		r.text("[ "+name+" ]", t.title)
	} else {
		r.text("  "+name+"  ", style{})
	}
	if place == "" || r.left < len(place)+4 {
		r.fill(t.horizontal, 0, t.styles.head)
		return r.done()
	}
	r.fill(t.horizontal, len(place)+3, t.styles.head)
	r.text(" "+place+" ", t.styles.head)
	r.fill(t.horizontal, 0, t.styles.head)
	return r.done()
}
