package extract

import (
	"slices"
	"strings"

	"crisisdesk/model"
)

// fillParties gives events the parties that their own sentences leave to the
// reader: the two sides that the page is about, the state whose soil is
// struck, the people who came to harm.
func (e *events) fillParties(reports []model.Report) {
	var pair [2]string
	pair[0], pair[1] = e.sides()
	for i := range reports {
		r := &reports[i]
		switch r.Kind {
		case model.Clash, model.Ceasefire, model.Talks:
			e.fillBoth(r, pair)
			setMediators(r, pair)
		case model.Mediation:
			e.fillMediation(r, pair)
		case model.Airstrike, model.DroneStrike, model.Shelling, model.Attack, model.Closure, model.Deportation:
			e.fillStrike(r, pair)
		}
		if violent(r.Kind) && r.Kind != model.Clash {
			e.addVictims(r)
		}
	}
}

// fillBoth makes the two sides of the page the parties of what takes two and
// names none, or names only who brought them together.
func (e *events) fillBoth(r *model.Report, pair [2]string) {
	if pair[1] == "" || initiates(r, pair[0]) || initiates(r, pair[1]) {
		return
	}
	switch {
	case r.Kind == model.Ceasefire:
		for i := range r.Actors {
			if r.Actors[i].Role == model.Initiator {
				r.Actors[i].Role = model.Mediator
			}
		}
	case parties(r, model.Initiator) > 0:
		return
	}
	e.addSide(r, pair[0], model.Initiator)
	e.addSide(r, pair[1], model.Initiator)
}

// setMediators makes those who stand beside the two sides of the page in what
// these agree on the mediators.
func setMediators(r *model.Report, pair [2]string) {
	if r.Kind == model.Clash || pair[1] == "" || !initiates(r, pair[0]) || !initiates(r, pair[1]) {
		return
	}
	for i := range r.Actors {
		if a := &r.Actors[i]; a.Role == model.Initiator && a.Side != "" && a.Side != pair[0] && a.Side != pair[1] {
			a.Role = model.Mediator
		}
	}
}

// fillMediation makes the two sides of the page those between whom others mediate.
func (e *events) fillMediation(r *model.Report, pair [2]string) {
	if pair[1] == "" {
		return
	}
	r.Actors = slices.DeleteFunc(r.Actors, func(a model.Actor) bool { return a.Side == pair[0] || a.Side == pair[1] })
	e.addSide(r, pair[0], model.Target)
	e.addSide(r, pair[1], model.Target)
	if parties(r, model.Initiator) > 0 {
		return
	}
	for _, span := range r.Evidence[:1] {
		for i := range e.sentences {
			if s := e.sentence(i); s.Start < span.Start || s.End > span.End {
				continue
			}
			for k := range e.names[i] {
				side, ok := e.x.lex.Side(e.names[i][k].actor)
				if ok && side.Kind == "state" && side.ID != pair[0] && side.ID != pair[1] && !initiates(r, side.ID) {
					e.addSide(r, side.ID, model.Initiator)
				}
			}
		}
	}
}

// fillStrike completes who struck whom across a border.
func (e *events) fillStrike(r *model.Report, pair [2]string) {
	soil := e.soil(r)
	other := ""
	switch {
	case pair[1] == "":
	case soil == pair[0]:
		other = pair[1]
	case soil == pair[1]:
		other = pair[0]
	}
	if parties(r, model.Initiator) == 0 && other != "" && (r.Kind == model.Airstrike || r.Kind == model.Shelling) {
		e.addSide(r, other, model.Initiator)
	}
	if parties(r, model.Target) > 0 {
		return
	}
	switch {
	case soil != "" && !initiates(r, soil):
		e.addSide(r, soil, model.Target)
	case initiates(r, pair[0]) && !initiates(r, pair[1]):
		e.addSide(r, pair[1], model.Target)
	case initiates(r, pair[1]) && !initiates(r, pair[0]):
		e.addSide(r, pair[0], model.Target)
	}
}

// addVictims makes the people who came to harm targets, unless one of them
// is the attacker: the fighters who fall in an attack that no state began are
// those who began it.
func (e *events) addVictims(r *model.Report) {
	theirs := (r.Kind == model.Attack || r.Kind == model.Bombing) && !e.byState(r)
	for _, c := range r.Casualties {
		known := c.Who == "people" || c.Who == "" || theirs && e.fight(c.Who)
		for _, a := range r.Actors {
			known = known || a.Name == c.Who
		}
		if !known {
			r.Actors = append(r.Actors, model.Actor{Name: c.Who, Role: model.Target})
		}
	}
}

// byState reports whether a state, or its army, is an initiator of a report.
func (e *events) byState(r *model.Report) bool {
	return slices.ContainsFunc(r.Actors, func(a model.Actor) bool {
		side, _ := e.x.lex.Side(a.ID)
		return a.Role == model.Initiator && side.Kind == "state"
	})
}

// fight reports whether a noun for people is one for fighters of no state.
func (e *events) fight(who string) bool {
	found := e.x.lex.People(e.x.lex.Fold(strings.Fields(who)))
	return len(found) > 0 && found[len(found)-1].Entries[0].Kind == "fighter"
}

// soil is the state in which all places of a report lie, "" where they differ.
func (e *events) soil(r *model.Report) string {
	country := ""
	for _, p := range r.Places {
		if p.Country == "" || country != "" && p.Country != country {
			return ""
		}
		country = p.Country
	}
	return e.x.stateOf(country)
}

// stateOf is the lexicon's state with an ISO code.
func (x *Extractor) stateOf(country string) string {
	if country == "" {
		return ""
	}
	for a := range x.lex.Actors() {
		if a.Kind == "state" && a.Country == country {
			return a.ID
		}
	}
	return ""
}

// sides are the two sides that a page names most often, "" where it names
// fewer than twice.
func (e *events) sides() (first, second string) {
	count := map[string]int{}
	for i := range e.names {
		for k := range e.names[i] {
			if n := &e.names[i][k]; n.actor != "" {
				if side, ok := e.x.lex.Side(n.actor); ok && (side.Kind == "state" || side.Kind == "armed_group" || side.Kind == "government") {
					count[side.ID]++
				}
			}
		}
	}
	ids := make([]string, 0, len(count))
	for id, n := range count {
		if n > 1 {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b string) int {
		if count[a] != count[b] {
			return count[b] - count[a]
		}
		if a < b {
			return -1
		}
		return 1
	})
	if len(ids) < 2 {
		return "", ""
	}
	return ids[0], ids[1]
}

// parties counts the actors of a role.
func parties(r *model.Report, role model.Role) int {
	n := 0
	for _, a := range r.Actors {
		if a.Role == role {
			n++
		}
	}
	return n
}

// initiates reports whether a side is an initiator of a report.
func initiates(r *model.Report, side string) bool {
	for _, a := range r.Actors {
		if a.Role == model.Initiator && (a.ID == side || a.Side == side) && side != "" {
			return true
		}
	}
	return false
}

func (e *events) addSide(r *model.Report, side string, role model.Role) {
	if a, ok := e.x.lex.Actor(side); ok {
		r.Actors = append(r.Actors, model.Actor{ID: a.ID, Name: a.Name, Side: a.ID, Role: role})
	}
}
