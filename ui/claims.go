package ui

import (
	"math"
	"slices"
	"strings"

	"crisisdesk/model"
)

// claims is the view of who gives which figure for whose people, who of the
// parties gives none, and on what else of an event they disagree.
type claims struct{ derived[claim] }

// claim is the positions on one key of one incident.
type claim struct {
	incident *model.Incident
	dispute  model.Dispute
}

func newClaims(empty *model.Snapshot) *claims {
	return &claims{newDerived(empty, func(c *claim) string {
		return strings.Join([]string{string(c.incident.ID), string(c.dispute.Matter), string(c.dispute.Measure), c.dispute.Whose}, " ")
	}, claimsOf)}
}

func claimsOf(s *model.Snapshot, q model.Query) (all []claim) {
	for x := range q.Incidents(s.Incidents).All() {
		for _, d := range s.Disputes(x) {
			all = append(all, claim{x, d})
		}
	}
	return all
}

func (v *claims) about(_ *model.Snapshot, id string) ([]model.Item, string) {
	x := v.shown[v.find(id)].incident
	return x.Items(), x.Kind.Label() + ", " + placeNames(x.Places)
}

const (
	whoseWidth    = 28
	relationWidth = 13
	scaleWidth    = 32 // four decades of eight cells
	scaleFrom     = 100
)

// height is two rows where one would not tell who says what.
func (v *claims) height(width int) int {
	if width < stackedFrom {
		return 2
	}
	return 1
}

func (v *claims) head(r *row) {
	width := r.left
	r.gap(1)
	if v.height(width) == 2 {
		r.column("WHEN", whenWidth, r.faint)
		r.put("WHAT, AND WHO SAYS", r.left, r.faint)
		return
	}
	r.column("WHEN", whenWidth, r.faint)
	r.column("WHAT", whoseWidth, r.faint)
	r.column("RELATION", relationWidth, r.faint)
	if width >= scaleFrom {
		r.column("1       10      100     1000", scaleWidth, r.faint)
	}
	r.put("WHO SAYS", r.left, r.faint)
}

func (v *claims) draw(r *row, i, line int, _ sign) {
	x, d := v.shown[i].incident, v.shown[i].dispute
	width, look, sign := r.left+1, style{}, ""
	if d.Clashes() {
		look, sign = r.dispute, "*"
	}
	if line == 1 {
		r.gap(1)
		r.text(string(d.Relation)+sign, look)
		r.put(" "+r.dot+" "+v.shown[i].sides(), r.left, style{})
		return
	}
	r.column(r.label(x.When), whenWidth, style{})
	r.column(matter(d, x.Actors), whoseWidth, style{})
	if v.height(width) == 2 {
		return
	}
	r.column(string(d.Relation)+sign, relationWidth, look)
	if width >= scaleFrom {
		r.column(r.scale(d), scaleWidth, r.quote)
	}
	r.put(v.shown[i].sides(), r.left, style{})
}

// sides tells who gives which figure, or holds what, and which party says nothing.
func (c *claim) sides() string {
	var out []string
	for _, p := range c.dispute.Claims {
		if s := sayer(squeeze(p.By)) + " " + held(c.dispute, p); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	for _, name := range c.dispute.Silent {
		out = append(out, squeeze(name)+" silent")
	}
	return strings.Join(out, " v ")
}

// scale draws figures on a line from 1 to 10,000 on which each decade is as
// wide as the next: a point, a range, or a range that is open upwards. What is no
// figure has no place on it.
func (t *theme) scale(d model.Dispute) string {
	if d.Matter != model.Toll {
		return ""
	}
	cells := []rune(strings.Repeat(" ", scaleWidth))
	at := func(n int) int {
		return min(scaleWidth-1, int(math.Log10(float64(max(1, n)))*scaleWidth/4))
	}
	for _, f := range d.Claims {
		if !f.Numbered() {
			continue
		}
		from, to := at(f.Min), at(f.Max)
		if f.Max == model.NoLimit {
			to = min(scaleWidth-1, from+4)
			cells[to] = '>'
		}
		for x := from + 1; x < to; x++ {
			cells[x] = '-'
		}
		if f.Max > f.Min {
			cells[to] = 'o'
		}
		cells[from] = 'o'
	}
	return string(cells)
}

func (v *claims) content(i int, t *theme) *content {
	return account(v.snapshot, v.shown[i].incident, t)
}
