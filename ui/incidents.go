package ui

import (
	"cmp"
	"slices"
	"strconv"

	"crisisdesk/model"
)

// incidents is the first pane.
type incidents struct{ listing[model.Incident] }

func (p *incidents) about(s *model.Snapshot, id string) ([]model.Item, string) {
	x := p.stock.get(s, id)
	return x.Items(), x.Kind.Label() + ", " + placeNames(x.Places)
}

// height is two rows where one would not hold where and who.
func (p *incidents) height(width int) int {
	if width < stackedFrom {
		return 2
	}
	return 1
}

const (
	statusWidth  = 1
	eventWidth   = 12
	figuresWidth = 12
	originsWidth = 3

	partiesFrom   = 74  // columns from which WHO is there
	precisionFrom = 100 // columns from which P and CLAIMED BY are there
)

// incidentColumns are the widths of columns that depend on the pane's, 0 for
// those that are not there.
type incidentColumns struct{ precision, where, who, claimed int }

func incidentLayout(width int) incidentColumns {
	const fixed = 1 + whenWidth + 1 + statusWidth + 1 + eventWidth + 1 + 1 + figuresWidth + 1 + originsWidth + 1 + signWidth
	spare := width - fixed
	switch {
	case width < partiesFrom:
		return incidentColumns{where: spare}
	case width < precisionFrom:
		spare--
		return incidentColumns{where: spare * 46 / 100, who: spare - spare*46/100}
	}
	spare -= 2 + 2 // P with its gap, and the gaps of WHO and CLAIMED BY
	return incidentColumns{precision: 1, where: spare * 3 / 10, who: spare * 4 / 10, claimed: spare - spare*3/10 - spare*4/10}
}

// some writes a column that is there.
func (r *row) some(s string, n int, st style) {
	if n > 0 {
		r.column(s, n, st)
	}
}

func (p *incidents) head(r *row) {
	c := incidentLayout(r.left)
	two := p.height(r.left) == 2
	r.gap(1)
	r.column("WHEN", whenWidth, r.faint)
	r.some("P", c.precision, r.faint)
	r.column("S", statusWidth, r.faint)
	if two {
		r.column("EVENT", r.left-eventTail, r.faint)
		r.column("*", 1, r.faint)
	} else {
		r.column("EVENT", eventWidth, r.faint)
		r.column("WHERE", c.where, r.faint)
		r.some("WHO "+r.arrow+" WHOM", c.who, r.faint)
		r.some("CLAIMED BY", c.claimed, r.faint)
		r.column("FIGURES", figuresWidth-2, r.faint)
		r.column("*", 1, r.faint)
	}
	r.column("ORG", originsWidth, r.faint)
}

// eventTail is what follows the event where an incident has two rows: the
// sign of a dispute, origins and the mark, with the gaps before them.
const eventTail = 1 + 1 + 1 + originsWidth + 1 + signWidth

func (p *incidents) draw(r *row, i, line int, mark sign) {
	x := p.shown.At(i)
	mark = starOr(mark, p.snapshot.Work, x.Items()...)
	width := r.left + 1
	switch {
	case line == 1:
		p.drawSecond(r, x)
		return
	case p.height(width) == 2:
		p.drawFirst(r, x)
	default:
		p.drawOnly(r, x, incidentLayout(width))
	}
	r.put(string(mark), r.left, r.fresh)
}

// drawOnly writes all of an incident in one row.
func (p *incidents) drawOnly(r *row, x *model.Incident, c incidentColumns) {
	r.column(r.label(x.When), whenWidth, style{})
	r.some(cmp.Or(x.When.Precision.ACLED(), "-"), c.precision, r.faint)
	r.column(statusSigns[x.Status], statusWidth, r.dispute)
	r.column(x.Kind.Label(), eventWidth, style{})
	r.column(orNone(r.names(namesOf(narrowest(x.Places)), c.where)), c.where, style{})
	r.some(r.inBrief(x.Actors, c.who), c.who, style{})
	r.some(standing(x), c.claimed, style{})
	r.column(figures(x), figuresWidth-2, style{})
	r.column(disputeSign(x), 1, r.dispute)
	r.column(strconv.Itoa(len(x.Origins)), originsWidth, style{})
}

// drawFirst and drawSecond write it in two.
func (p *incidents) drawFirst(r *row, x *model.Incident) {
	r.column(r.label(x.When), whenWidth, style{})
	r.column(statusSigns[x.Status], statusWidth, r.dispute)
	r.column(x.Kind.Label(), r.left-eventTail, style{})
	r.column(disputeSign(x), 1, r.dispute)
	r.column(strconv.Itoa(len(x.Origins)), originsWidth, style{})
}

func (p *incidents) drawSecond(r *row, x *model.Incident) {
	r.gap(1)
	between := " " + r.dot + " "
	if toll := figures(x); toll != noneKnown {
		r.text(toll+between, style{})
	}
	r.text(orNone(r.names(namesOf(narrowest(x.Places)), r.left/2))+between, style{})
	r.put(r.inBrief(x.Actors, r.left), r.left, style{})
}

// statusSigns say how an incident is known; it is reported where there is none.
var statusSigns = map[model.Status]string{model.Claimed: "c", model.Denied: "d", model.Disputed: "v"}

// standing says how an incident is known: reported, or who claims or denies it.
func standing(i *model.Incident) string {
	if i.Status == model.Reported || i.Status == "" {
		return noneKnown
	}
	by := listed(claimants(i))
	switch {
	case by == "":
		return string(i.Status)
	case i.Status == model.Claimed:
		return by
	}
	return string(i.Status) + ": " + by
}

// claimants are those who claim an incident, each once.
func claimants(i *model.Incident) []string {
	var names []string
	for _, r := range i.Reports {
		if by := squeeze(r.ClaimedBy()); by != "" && !slices.Contains(names, by) {
			names = append(names, by)
		}
	}
	return names
}
