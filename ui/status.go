package ui

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"crisisdesk/model"
	"crisisdesk/ui/clean"
)

// statusPart is one fact of the status line.
type statusPart struct {
	text string
	look style
	rank int // 0 where it is left out last, up to leastImportant
}

const leastImportant = 7

// shortFrom is the width below which the status line is in short words.
const shortFrom = 72

// reasonFrom is the width from which the status line tells why the folder is
// not watched as it should be.
const reasonFrom = 110

// statusParts are what the status line tells, in its order. The times stand
// together: a minute that passes is written from the first to the last of them.
func (a *app) statusParts() []statusPart {
	t, s, unread := a.theme, a.snapshot, a.unread()
	documents, problems, reads := count(s.Documents.Len(), "document"), "! "+count(len(s.Problems), "problem"), "reading the folder"
	if a.width < shortFrom {
		documents, problems, reads = count(s.Documents.Len(), "doc"), fmt.Sprintf("! %d", len(s.Problems)), "reading"
	}
	parts := make([]statusPart, 0, 16)
	parts = append(parts, statusPart{t.clock(a.width < stackedFrom), t.strong, 5})
	for _, c := range a.Clocks {
		parts = append(parts, statusPart{c.Name + " " + t.now().In(c.Zone).Format("1504"), t.faint, leastImportant})
	}
	parts = append(parts, statusPart{documents, style{}, 3})
	if a.query.String() != "" {
		parts = append(parts, statusPart{"/" + a.query.String(), t.dispute, 2})
	}
	if len(s.Problems) > 0 {
		parts = append(parts, statusPart{problems, t.alert, 0})
	}
	if a.paused {
		parts = append(parts, statusPart{a.pausedWords(), t.dispute, 1})
	}
	if unread > 0 {
		parts = append(parts, statusPart{fmt.Sprintf("%d unread", unread), t.fresh, 1})
	}
	switch {
	case s.Progress.Waiting > 0:
		parts = append(parts, statusPart{backlog(s.Progress, a.width < shortFrom), t.dispute, 4})
	case !a.ready: // what comes is no news yet
		parts = append(parts, statusPart{reads, t.dispute, 4})
	}
	if here := a.present.here(); here != "" {
		parts = append(parts, statusPart{here, t.faint, 6})
	}
	if how, _, strained := strings.Cut(s.Progress.Watch, ": "); strained && a.width < reasonFrom {
		parts = append(parts, statusPart{how, t.alert, 0})
	} else if strained {
		parts = append(parts, statusPart{s.Progress.Watch, t.alert, 0})
	} else if how != "" {
		parts = append(parts, statusPart{how, t.faint, 6})
	}
	return parts
}

// backlog is how much waits and, in long words, how fast it is read.
func backlog(p model.Progress, short bool) string {
	waiting := fmt.Sprintf("%d waiting", p.Waiting)
	if short || p.Rate == 0 {
		return waiting
	}
	return fmt.Sprintf("%s, %.1f/s, %v to go", waiting, p.Rate, p.ToGo)
}

// statusRow tells the time, documents, unread, backlog, problems and how the
// folder is watched; what does not fit is left out, the least important first.
func (a *app) statusRow() string {
	r := newRow(a.theme, a.width)
	r.gap(1)
	r.text(a.Name, a.theme.title)
	var before style
	for _, p := range fit(a.statusParts(), r.left) {
		if p.look == r.faint && before == r.faint {
			r.put("  ", 2, r.faint) // one stretch to the terminal
		} else {
			r.gap(2)
		}
		r.text(p.text, p.look)
		before = p.look
	}
	return r.done()
}

// fit keeps as many parts as n columns hold, those of least rank before others;
// of those that are left out first, none after one that has no room.
func fit(parts []statusPart, n int) []statusPart {
	for rank := range leastImportant + 1 {
		parts = slices.DeleteFunc(parts, func(p statusPart) bool {
			width := 2 + cells(p.text)
			if p.rank != rank {
				return false
			}
			if width > n {
				if rank == leastImportant {
					n = 0
				}
				return true
			}
			n -= width
			return false
		})
	}
	return parts
}

// hintRow names the keys of a place, that of the help before all that need
// room for themselves.
func hintRow(t *theme, width int, keys keymap) string {
	const helpRoom = len("? help") + 2
	r := newRow(t, width)
	r.gap(1)
	for _, h := range keys.hints {
		need := cells(h.text)
		if h.action != help && h.action != quit {
			need += helpRoom
		}
		if r.left > need {
			r.text(h.text, t.faint)
			r.gap(2)
		}
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
