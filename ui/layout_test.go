package ui

import (
	"testing"

	"pgregory.net/rapid"
)

// Whatever an officer asks for, the panes fill the screen and none goes under.
func TestPanesShareTheScreen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width, height := rapid.IntRange(minWidth, 250).Draw(t, "width"), rapid.IntRange(minHeight-2, 70).Draw(t, "height")
		steps := rapid.IntRange(-100, 100)
		sizes := Sizes{Columns: steps.Draw(t, "columns")}
		for i := range sizes.Rows {
			sizes.Rows[i] = steps.Draw(t, "rows")
		}
		a := arrange(width, height, rapid.IntRange(0, paneCount-1).Draw(t, "focus"), rapid.Bool().Draw(t, "alone"), rapid.Bool().Draw(t, "zoomed"), sizes)
		sum := 0
		for _, s := range a.panes {
			if sum += s.height; s.height < leastRows {
				t.Errorf("a pane of %d rows", s.height)
			}
		}
		if sum != height {
			t.Errorf("%d rows for %d", sum, height)
		}
		if a.beside > 0 && (a.width+1+a.beside != width || a.beside < leastColumns || a.width < leastColumns) || a.beside == 0 && a.width != width {
			t.Errorf("%d and %d columns for %d", a.width, a.beside, width)
		}
	})
}

func TestPanesAreResizedAndRememberedSo(t *testing.T) {
	var kept Preferences
	with := func(o *Options) {
		o.Desk = &Desk{Preferences: kept, SavePreferences: func(p Preferences) error { kept = p; return nil }}
	}
	s := newScreen(t, desk(), 120, 40, with)
	height := func(s *screen) int { return s.app.plan().panes[statementPane].height }
	columns := func(s *screen) int { return s.app.plan().width }
	was, wide := height(s), columns(s)
	s.press("tab", "+", "+", "+", ">", ">", "o")
	if height(s) <= was || columns(s) <= wide {
		t.Errorf("%d rows and %d columns became %d and %d", was, wide, height(s), columns(s))
	}
	is, wider := height(s), columns(s)
	s.app.save()
	if s.app.panes[sourcePane].recent.first {
		t.Error("a view is said to be by arrival")
	}
	again := newScreen(t, desk(), 120, 40, with)
	if height(again) != is || columns(again) != wider || !again.app.panes[0].recent.first {
		t.Errorf("the next day has %d rows and %d columns, and by arrival %v", height(again), columns(again), again.app.likes.ByArrival)
	}
	for range 50 {
		s.press("-")
	}
	if !s.sees("there is no room for that") {
		t.Error("a pane cannot be made lower for ever, and nothing says so")
	}
	s.press("2", "-")
	if columns(s) >= wider {
		t.Error("- does not make a view narrower")
	}
}
