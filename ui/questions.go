package ui

import (
	"fmt"
	"slices"
	"strings"

	"crisisdesk/model"
)

// questions is the third pane.
type questions struct {
	snapshot *model.Snapshot
	shown    []*model.Question
}

func (p *questions) len() int        { return len(p.shown) }
func (p *questions) total() int      { return len(p.snapshot.Questions) }
func (p *questions) id(i int) string { return string(p.shown[i].ID) }

func (p *questions) find(id string) int {
	return slices.Index(p.shown, p.snapshot.Question(model.QuestionID(id)))
}

// height is two rows where the text would get less than two thirds of one.
func (p *questions) height(width int) int {
	if width < 3*(stateWidth+balanceWidth) {
		return 2
	}
	return 1
}

func (p *questions) take(s *model.Snapshot, q model.Query) {
	p.snapshot = s
	p.shown = q.Questions(s.Questions)
}

func (p *questions) narrow(q model.Query) { p.shown = q.Questions(p.shown) }

func (p *questions) has(s *model.Snapshot, id string) bool {
	return s.Question(model.QuestionID(id)) != nil
}

const (
	stateWidth   = 12 // CORROBORATED
	balanceWidth = 8  // +12 −345
)

func (p *questions) draw(r *row, i, line int, mark sign) {
	x := p.shown[i]
	two := p.height(r.left+1) == 2
	if line == 1 {
		r.gap(1)
		r.put(x.Text, r.left, style{})
		return
	}
	r.column(strings.ToUpper(string(x.State)), stateWidth, stateStyle(x.State, r.theme))
	if two {
		r.column(balance(x, r.minus), balanceWidth, style{})
	}
	if mark != "" {
		r.column(string(mark), signWidth, r.fresh)
	}
	if !two {
		r.column(x.Text, r.left-1-balanceWidth, style{})
		r.put(balance(x, r.minus), balanceWidth, style{})
	}
}

// balance counts the independent origins for and against.
func balance(q *model.Question, minus string) string {
	return fmt.Sprintf("+%d %s%d", q.For, minus, q.Against)
}

func stateStyle(s model.State, t *theme) style {
	switch s {
	case model.Contested:
		return t.dispute
	case model.Corroborated, model.Confirmed:
		return t.fresh
	case model.DeniedState, model.Debunked:
		return t.alert
	case model.Dormant:
		return t.faint
	}
	return style{}
}
