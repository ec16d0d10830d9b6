package ui

import (
	"slices"

	"crisisdesk/model"
)

// statements is the second pane.
type statements struct {
	snapshot *model.Snapshot
	shown    []*model.Statement
}

func (p *statements) len() int        { return len(p.shown) }
func (p *statements) total() int      { return len(p.snapshot.Statements) }
func (p *statements) id(i int) string { return string(p.shown[i].ID) }
func (p *statements) height(int) int  { return 1 }

func (p *statements) find(id string) int {
	return slices.Index(p.shown, p.snapshot.Statement(model.StatementID(id)))
}

func (p *statements) take(s *model.Snapshot, q model.Query) {
	p.snapshot = s
	p.shown = q.Statements(s.Statements)
}

func (p *statements) narrow(q model.Query) { p.shown = q.Statements(p.shown) }

func (p *statements) has(s *model.Snapshot, id string) bool {
	return s.Statement(model.StatementID(id)) != nil
}

const (
	actWidth       = 8
	narrowSpeaker  = 18
	wideSpeaker    = 28
	outletWidth    = 18
	wideStatements = 110 // columns from which the outlet and longer names fit
)

func (p *statements) draw(r *row, i, _ int, mark sign) {
	x := p.shown[i]
	wide := r.left+1 >= wideStatements
	speaker := narrowSpeaker
	if wide {
		speaker = wideSpeaker
	}
	r.column(whenLabel(x.When), whenWidth, style{})
	r.column(string(x.Act), actWidth, style{})
	r.column(speakerLabel(x.Speaker), speaker, style{})
	if mark != "" {
		r.column(string(mark), signWidth, r.fresh)
	}
	words := x.Text
	if x.Mode == model.Direct {
		words = r.openQuote + words + r.closeQuote
	}
	if !wide {
		r.put(words, r.left, style{})
		return
	}
	r.column(words, r.left-1-outletWidth, style{})
	r.put(x.Origin.Name, outletWidth, r.faint)
}

// speakerLabel is the name, and whom it speaks for where that is said.
func speakerLabel(s model.Speaker) string {
	if s.Affiliation != "" && s.Affiliation != s.Name {
		return s.Name + " (" + s.Affiliation + ")"
	}
	return s.Name
}
