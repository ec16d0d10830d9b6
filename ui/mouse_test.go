package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"crisisdesk/model"
)

// at is where the mouse is, with a button.
func at(x, y int, button tea.MouseButton) tea.Mouse { return tea.Mouse{X: x, Y: y, Button: button} }

func (s *screen) click(x, y int) { s.run(s.send(tea.MouseClickMsg(at(x, y, tea.MouseLeft)))) }

func (s *screen) drag(fromX, fromY, x, y int) {
	s.click(fromX, fromY)
	s.send(tea.MouseMotionMsg(at(x, y, tea.MouseLeft)))
	s.send(tea.MouseReleaseMsg(at(x, y, tea.MouseLeft)))
}

func TestTheMouseIsOffUnlessAskedFor(t *testing.T) {
	for on, want := range map[bool]tea.MouseMode{false: tea.MouseModeNone, true: tea.MouseModeCellMotion} {
		s := newScreen(t, desk(), 80, 24, func(o *Options) { o.Config.Mouse = on })
		if got := s.app.View().MouseMode; got != want {
			t.Errorf("with the mouse %v its mode is %v, want %v", on, got, want)
		}
	}
}

// A click goes to an item, a second one opens it, then its document; the right
// button goes back.
func TestClicksWalkToTheWords(t *testing.T) {
	s := newScreen(t, desk(), 80, 24, nil)
	s.click(20, 4) // the second incident, under the heads
	if !s.sees(">09OCT25") {
		t.Errorf("a click does not go there:\n%s", ansi.Strip(s.app.frame()))
	}
	s.click(20, 13) // the second statement
	if s.app.focus != statementPane || s.app.panes[statementPane].cursor != 1 {
		t.Errorf("a click leads to item %d of pane %d", s.app.panes[s.app.focus].cursor, s.app.focus)
	}
	s.click(20, 4)
	s.click(20, 4)
	if s.app.at != atDetail {
		t.Fatal("a second click does not open the incident")
	}
	place := -1
	for y := firstRow; y < 20 && place < 0; y++ {
		if place = s.app.detail.placeAt(y - firstRow); place >= 0 {
			s.click(5, y)
			s.click(5, y)
		}
	}
	if s.app.at != atReader {
		t.Errorf("two clicks on a report do not open its document:\n%s", ansi.Strip(s.app.frame()))
	}
	for _, want := range []location{atDetail, atPanes} {
		if s.send(tea.MouseClickMsg(at(5, 5, tea.MouseRight))); s.app.at != want {
			t.Errorf("the right button leads to %s, want %s", placeTitles[s.app.at], placeTitles[want])
		}
	}
}

func TestTheWheelScrollsWhatIsUnderIt(t *testing.T) {
	b := desk()
	for i := range 40 {
		b.Apply([]model.Update{numbered(i).update()}, model.Progress{Complete: true})
	}
	s := newScreen(t, b, 120, 40, nil)
	p := s.app.panes[statementPane]
	s.send(tea.MouseWheelMsg(at(10, 22, tea.MouseWheelDown)))
	if p.cursor != wheelRows || s.app.focus != incidentPane {
		t.Errorf("the wheel moved the statements to %d", p.cursor)
	}
	s.send(tea.MouseWheelMsg(at(10, 22, tea.MouseWheelUp)))
	if p.cursor != 0 {
		t.Errorf("the wheel moved the statements back to %d", p.cursor)
	}
}

func TestBordersCanBeDragged(t *testing.T) {
	s := newScreen(t, desk(), 200, 60, nil)
	plan := s.app.plan()
	s.drag(10, plan.ruleOf(1), 10, plan.ruleOf(1)+8)
	if got := s.app.plan().ruleOf(1) - plan.ruleOf(1); got < 6 || got > 10 {
		t.Errorf("the rule of the statements went down by %d rows, want about 8", got)
	}
	s.drag(plan.width, 10, plan.width-30, 10)
	if got := plan.width - s.app.plan().width; got < 25 || got > 35 {
		t.Errorf("the lists lost %d columns, want about 30", got)
	}
	s.drag(s.app.plan().width, 10, 0, 10)
	s.drag(10, s.app.plan().ruleOf(2), 10, 0)
	isFrame(t, s.app.frame(), 200, 60)
	for _, slot := range s.app.plan().panes {
		if slot.height < leastRows {
			t.Errorf("a pane was dragged down to %d rows", slot.height)
		}
	}
	if s.send(tea.MouseMotionMsg(at(100, 30, tea.MouseLeft))); s.app.border.held {
		t.Error("a border is held by a button that was let go")
	}
}
