package ui

import (
	"slices"
	"strconv"
	"strings"

	"crisisdesk/model"
)

// incidents is the first pane.
type incidents struct {
	snapshot *model.Snapshot
	shown    []*model.Incident
}

func (p *incidents) len() int        { return len(p.shown) }
func (p *incidents) total() int      { return len(p.snapshot.Incidents) }
func (p *incidents) id(i int) string { return string(p.shown[i].ID) }
func (p *incidents) height(int) int  { return 1 }

func (p *incidents) find(id string) int {
	return slices.Index(p.shown, p.snapshot.Incident(model.IncidentID(id)))
}

func (p *incidents) take(s *model.Snapshot, q model.Query) {
	p.snapshot = s
	p.shown = q.Incidents(s.Incidents)
}

func (p *incidents) narrow(q model.Query) { p.shown = q.Incidents(p.shown) }

func (p *incidents) has(s *model.Snapshot, id string) bool {
	return s.Incident(model.IncidentID(id)) != nil
}

// incidentColumns are the widths of the columns that share what a pane has
// beyond the fixed ones.
type incidentColumns struct{ where, who, claimed int }

const (
	eventWidth   = 12
	figuresWidth = 12
	originsWidth = 3
)

func incidentLayout(width int) incidentColumns {
	const fixed = 1 + whenWidth + 1 + 2 + eventWidth + 1 + 1 + 1 + figuresWidth + 1 + originsWidth + 1 + signWidth
	spare := max(30, width-fixed)
	if spare < 60 {
		return incidentColumns{where: spare * 46 / 100, who: spare - spare*46/100}
	}
	spare--
	return incidentColumns{where: spare * 3 / 10, who: spare * 4 / 10, claimed: spare - spare*3/10 - spare*4/10}
}

func (p *incidents) head(r *row) {
	c := incidentLayout(r.left)
	r.gap(1)
	r.column("WHEN", whenWidth, r.faint)
	r.column("P", 1, r.faint)
	r.column("EVENT", eventWidth, r.faint)
	r.column("WHERE", c.where, r.faint)
	r.column("WHO "+r.arrow+" WHOM", c.who, r.faint)
	if c.claimed > 0 {
		r.column("CLAIMED BY", c.claimed, r.faint)
	}
	r.column("FIGURES *", figuresWidth, r.faint)
	r.column("ORG", originsWidth, r.faint)
}

func (p *incidents) draw(r *row, i, _ int, mark sign) {
	x := p.shown[i]
	c := incidentLayout(r.left + 1)
	full := r.left
	if mark != "" {
		r.left -= signWidth + 1
	}
	r.column(whenLabel(x.When), whenWidth, style{})
	r.column(timePrecision(x.When.Precision), 1, r.faint)
	r.column(x.Kind.Label(), eventWidth, style{})
	r.column(placeNames(narrowest(x.Places)), c.where, style{})
	r.column(whoWhom(x.Actors, r.arrow), c.who, style{})
	if c.claimed > 0 {
		r.column(standing(x), c.claimed, style{})
	}
	r.figures(x)
	r.column(strconv.Itoa(len(x.Origins)), originsWidth, style{})
	if mark != "" {
		r.gap(r.left)
		r.left = min(full, signWidth+1)
		r.gap(1)
		r.put(string(mark), signWidth, r.fresh)
	}
}

// figures writes the toll, and the sign of a dispute at the end of its column.
func (r *row) figures(x *model.Incident) {
	if contradicted(x) {
		r.column(figures(x), figuresWidth-2, style{})
		r.column("*", 1, r.dispute)
		return
	}
	r.column(figures(x), figuresWidth, style{})
}

// narrowest leaves out places that hold another of them: Nangarhar says
// Afghanistan.
func narrowest(places []model.Place) []model.Place {
	holds := func(p model.Place) bool {
		return slices.ContainsFunc(places, func(o model.Place) bool { return o.ID != p.ID && p.Covers(o) })
	}
	return slices.DeleteFunc(slices.Clone(places), holds)
}

func placeNames(places []model.Place) string {
	if len(places) == 0 {
		return "--"
	}
	names := make([]string, len(places))
	for i, p := range places {
		names[i] = p.Name
	}
	return strings.Join(names, ", ")
}

// whoWhom tells initiators, targets and, in brackets, mediators.
func whoWhom(actors []model.Actor, arrow string) string {
	by := func(role model.Role) string {
		var names []string
		for _, a := range actors {
			if a.Role == role {
				names = append(names, a.Name)
			}
		}
		return strings.Join(names, ", ")
	}
	who, whom, between := by(model.Initiator), by(model.Target), by(model.Mediator)
	switch {
	case whom != "" && who == "":
		who = "? " + arrow + " " + whom
	case whom != "":
		who += " " + arrow + " " + whom
	}
	if between != "" {
		who = strings.TrimSpace(who + " (" + between + ")")
	}
	if who == "" {
		return "--"
	}
	return who
}

// standing says how an incident is known: reported, or who claims or denies it.
func standing(i *model.Incident) string {
	if i.Status == model.Reported || i.Status == "" {
		return "--"
	}
	var names []string
	for _, r := range i.Reports {
		if r.ClaimedBy != "" && !slices.Contains(names, r.ClaimedBy) {
			names = append(names, r.ClaimedBy)
		}
	}
	switch {
	case len(names) == 0:
		return string(i.Status)
	case i.Status == model.Claimed:
		return strings.Join(names, ", ")
	}
	return string(i.Status) + ": " + strings.Join(names, ", ")
}

// outcomeSigns stand after figures in a column: 58d is 58 dead.
var outcomeSigns = map[model.Outcome]string{
	model.Killed: "d", model.Wounded: "w", model.Captured: "c", model.Missing: "m", model.Displaced: "disp",
}

// figures are the different figures given for an incident, of all people together.
func figures(i *model.Incident) string {
	var out []string
	for _, c := range i.Casualties {
		if f := figure(c.Min, c.Max) + outcomeSigns[c.Outcome]; !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		return "--"
	}
	return strings.Join(out, "|")
}

// figure is a range: 58, 15-20, 200+.
func figure(low, high int) string {
	switch {
	case high == model.NoLimit:
		return strconv.Itoa(low) + "+"
	case low == high:
		return strconv.Itoa(low)
	}
	return strconv.Itoa(low) + "-" + strconv.Itoa(high)
}

// contradicted reports whether accounts of an incident cannot all be right.
func contradicted(i *model.Incident) bool {
	for _, d := range i.Disputes {
		if d.Relation == model.Contradict || d.Relation == model.StatusSplit {
			return true
		}
	}
	return i.Status == model.Disputed
}
