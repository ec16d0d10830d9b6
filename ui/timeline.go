package ui

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"crisisdesk/model"
)

// timeline is the view of what happened by day, the newest first. What is not
// known to within a few days has rows of its own; days of which nothing is
// told to the day are one row, a hole.
type timeline struct{ derived[period] }

// period is a row of the timeline: a day, a longer When, or a hole.
type period struct {
	when       model.When
	hole       bool
	incidents  []*model.Incident
	statements []*model.Said
	documents  int // published then
}

// exactDays is how long a When may be that stands on its first day.
const exactDays = 3

func exact(w model.When) bool { return w.Bounded() && w.Days() <= exactDays }

func newTimeline(empty *model.Snapshot) *timeline {
	return &timeline{newDerived(empty, func(p *period) string {
		if p.hole { // it grows and shrinks, and ends where it ended
			return "hole " + p.when.To.String()
		}
		return cmp.Or(p.when.EDTF(), "undated")
	}, periodsOf)}
}

// periodsOf counts what is told of each day, or stretch of days, and sets holes
// where nothing is.
func periodsOf(s *model.Snapshot, q model.Query) []period {
	periods := map[model.When]*period{}
	at := func(w model.When) *period {
		if exact(w) {
			w = model.OnDay(w.From)
		}
		w = model.Between(w.From, w.To) // one row, however precisely the days were meant
		if periods[w] == nil {
			periods[w] = &period{when: w}
		}
		return periods[w]
	}
	for x := range q.Incidents(s.Incidents).All() {
		p := at(x.When)
		p.incidents = append(p.incidents, x)
	}
	for x := range q.Statements(s.Statements).All() {
		p := at(x.When())
		p.statements = append(p.statements, x)
	}
	for d := range s.Documents.All() {
		if exact(d.Published.When) {
			at(d.Published.When).documents++
		}
	}
	return withHoles(periods)
}

func (v *timeline) about(*model.Snapshot, string) ([]model.Item, string) { return nil, "" }

// withHoles orders periods and puts holes between days that are apart.
func withHoles(periods map[model.When]*period) []period {
	all := make([]period, 0, len(periods))
	for _, p := range periods {
		all = append(all, *p)
	}
	slices.SortFunc(all, func(a, b period) int {
		return cmp.Or(cmp.Compare(b.when.Latest(), a.when.Latest()), cmp.Compare(b.when.From, a.when.From), cmp.Compare(b.when.To, a.when.To))
	})
	out := make([]period, 0, len(all))
	var later model.Day // the last single day put out
	for _, p := range all {
		if p.when.From == p.when.To && p.when.Known() {
			if d := p.when.From; later > d+1 {
				out = append(out, period{hole: true, when: model.Between(d+1, later-1)})
			}
			later = p.when.From
		}
		out = append(out, p)
	}
	return out
}

const (
	countWidth   = 4
	densityWidth = 12
)

func (v *timeline) head(r *row) {
	dense := r.left >= stackedFrom
	r.gap(1)
	r.column("WHEN", whenWidth, r.faint)
	r.column("INC", countWidth, r.faint)
	r.column("STM", countWidth, r.faint)
	r.column("DOC", countWidth, r.faint)
	if dense {
		r.column("DENSITY", densityWidth, r.faint)
	}
	r.put("WHAT", r.left, r.faint)
}

func (v *timeline) draw(r *row, i, _ int, _ sign) {
	p, dense := v.shown[i], r.left+1 >= stackedFrom
	r.column(r.label(p.when), whenWidth, style{})
	if p.hole {
		label := " " + count(p.when.Days(), "day") + ", nothing told to the day "
		r.fill(r.dot, max(0, r.left-3), r.faint)
		r.text(label, r.faint)
		r.fill(r.dot, 1, r.faint)
		return
	}
	for _, n := range []int{len(p.incidents), len(p.statements), p.documents} {
		r.column(blankZero(n), countWidth, style{})
	}
	if dense {
		r.column(r.bar(len(p.incidents)+len(p.statements), v.busiest(), densityWidth), densityWidth, r.quote)
	}
	r.put(kindsOf(p.incidents), r.left, style{})
}

// busiest is the most that one dated row holds.
func (v *timeline) busiest() int {
	most := 1
	for i := range v.shown {
		if v.shown[i].when.Known() {
			most = max(most, len(v.shown[i].incidents)+len(v.shown[i].statements))
		}
	}
	return most
}

// bar is n of top as a bar of at most width cells; one at least where n is not none.
func (t *theme) bar(n, top, width int) string {
	if n == 0 {
		return ""
	}
	return strings.Repeat(t.block, min(width, max(1, n*width/top)))
}

func blankZero(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// kindsOf counts incidents by kind, in their order.
func kindsOf(all []*model.Incident) string {
	var order []string
	n := map[string]int{}
	for _, x := range all {
		if n[x.Kind.Label()]++; n[x.Kind.Label()] == 1 {
			order = append(order, x.Kind.Label())
		}
	}
	for i, label := range order {
		if n[label] > 1 {
			order[i] = strconv.Itoa(n[label]) + " " + label
		}
	}
	return listed(order)
}

func (v *timeline) content(i int, t *theme) *content {
	p := v.shown[i]
	c := &content{theme: t, title: whenText(p.when)}
	if p.hole {
		c.add(plainLook, 0, "Of %s nothing on the board is told to the day, and no document was published.", count(p.when.Days(), "day"))
		c.add(quietLook, 0, "That nothing is told does not say that nothing happened.")
		return c
	}
	c.fields(plainLook, 0, count(len(p.incidents), "incident"), count(len(p.statements), "statement"), count(p.documents, "document")+" published")
	c.told("Told:", p.incidents)
	c.said("Said:", p.statements)
	return c
}
