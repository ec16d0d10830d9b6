package ui

import "crisisdesk/model"

// statements is the second pane.
type statements struct{ listing[model.Said] }

func (p *statements) about(s *model.Snapshot, id string) ([]model.Item, string) {
	x := p.stock.get(s, id)
	return []model.Item{model.StatementItem(x.ID())}, x.Speaker().Name + ": " + squeeze(x.Text())
}

const (
	actWidth    = 8
	originWidth = 18

	originFrom      = 110 // columns from which the origin is there
	longSpeakerFrom = 78
)

// speakerWidth is the column that most names fit.
func speakerWidth(width int) int {
	switch {
	case width >= originFrom:
		return 30
	case width >= longSpeakerFrom:
		return 22
	}
	return 18
}

// height is two rows where one would leave no room for the words.
func (p *statements) height(width int) int {
	if width < stackedFrom {
		return 2
	}
	return 1
}

func (p *statements) head(r *row) {
	width := r.left
	r.gap(1)
	r.column("WHEN", whenWidth, r.faint)
	r.column("ACT", actWidth, r.faint)
	r.column("SPEAKER", speakerWidth(width), r.faint)
	if p.height(width) == 2 {
		return
	}
	words := r.left
	if width >= originFrom {
		words -= 1 + originWidth + 1 + signWidth
	}
	r.column("WORDS", words, r.faint)
	r.put("ORIGIN", r.left, r.faint)
}

// draw keeps the words where they are when the mark goes.
func (p *statements) draw(r *row, i, line int, mark sign) {
	x, width := p.shown.At(i).Statement(), r.left+1
	mark = starOr(mark, p.snapshot.Work, model.StatementItem(x.ID))
	if line == 1 {
		r.gap(1)
		r.put(quoted(x, r.theme), r.left, style{})
		return
	}
	end := 0
	if mark != "" || width >= originFrom {
		end = 1 + signWidth
	}
	r.column(r.label(x.When), whenWidth, style{})
	r.column(string(x.Act), actWidth, style{})
	switch {
	case p.height(width) == 2:
		r.put(r.speaker(x.Speaker, r.left-end), r.left-end, style{})
	case width >= originFrom:
		r.column(r.speaker(x.Speaker, speakerWidth(width)), speakerWidth(width), style{})
		r.column(quoted(x, r.theme), r.left-1-originWidth-end, style{})
		r.put(x.Origin.Name, originWidth, r.faint)
	default:
		r.column(r.speaker(x.Speaker, speakerWidth(width)), speakerWidth(width), style{})
		r.put(quoted(x, r.theme), r.left-end, style{})
	}
	r.gap(1)
	r.put(string(mark), r.left, r.fresh)
}

// quoted is what was said, in quotation marks where it is word for word.
func quoted(x *model.Statement, t *theme) string {
	words := squeeze(x.Text)
	if x.Mode == model.Direct {
		return t.openQuote + words + t.closeQuote
	}
	return words
}

// speaker is the name, and whom it speaks for where that is said and both fit
// n columns.
func (t *theme) speaker(s model.Speaker, n int) string {
	if s.Affiliation != "" && s.Affiliation != s.Name {
		if both := squeeze(s.Name + " (" + s.Affiliation + ")"); cells(both) <= n {
			return both
		}
	}
	return squeeze(s.Name)
}

func (p *statements) content(i int, t *theme) *content {
	x := p.shown.At(i).Statement()
	c := &content{theme: t, title: x.Speaker.Name + ": " + string(x.Act)}
	role := x.Speaker.Role
	if role == x.Speaker.Name {
		role = ""
	}
	c.add(strongLook, 0, "%s", quoted(x, t))
	c.fields(plainLook, 0, x.Speaker.Name, role, x.Speaker.Affiliation, after("speaks for ", x.Speaker.Side))
	c.fields(plainLook, 0, string(x.Act)+", "+string(x.Mode), dated(x.When), after("to ", x.Addressee))
	c.section("Report")
	c.opening(passage{x.Document, x.Evidence}, func() {
		c.source(p.snapshot, x.Document)
		c.fields(quietLook, 2, origin(x.Origin))
		c.quote(x.Evidence)
		c.fields(quietLook, 2, after("named as ", x.Speaker.Surface.Text), after("reported by the words ", x.Cue.Text), "found by "+finding(x.Finding))
	})
	c.work(p.snapshot.Work, model.StatementItem(x.ID))
	return c
}
