package extract

import (
	"slices"

	"crisisdesk/model"
)

// fillParties gives events the parties that their own sentences leave to the
// reader: the state whose soil is struck, who struck in the other reports of
// the page, and the two sides that the page is about.
func (e *events) fillParties(reports []model.Report) {
	first, second := e.sides()
	for i := range reports {
		r := &reports[i]
		switch r.Kind {
		case model.Clash, model.Ceasefire, model.Talks:
			if first != "" && second != "" && parties(r, model.Initiator) == 0 {
				e.addSide(r, first, model.Initiator)
				e.addSide(r, second, model.Initiator)
			}
		case model.Airstrike, model.DroneStrike, model.Shelling, model.Attack, model.Closure, model.Deportation:
			e.fillStrike(r, reports, first, second)
		case model.Mediation:
			if first != "" && second != "" && parties(r, model.Target) == 0 && !initiates(r, first) && !initiates(r, second) {
				e.addSide(r, first, model.Target)
				e.addSide(r, second, model.Target)
			}
		}
	}
}

// fillStrike completes who struck whom: across a border, the other of the two
// sides.
func (e *events) fillStrike(r *model.Report, reports []model.Report, first, second string) {
	soil := e.soil(r)
	if parties(r, model.Initiator) == 0 && (r.Kind == model.Airstrike || r.Kind == model.Shelling) {
		for k := range reports {
			if other := &reports[k]; other.Kind == r.Kind && other != r && e.soil(other) == soil {
				for _, a := range other.Actors {
					if a.Role == model.Initiator && a.Side != "" && a.Side != soil {
						r.Actors = append(r.Actors, a)
						break
					}
				}
			}
		}
	}
	if parties(r, model.Target) > 0 {
		return
	}
	switch {
	case soil != "" && !initiates(r, soil) && parties(r, model.Initiator) > 0:
		e.addSide(r, soil, model.Target)
	case initiates(r, first) && second != "":
		e.addSide(r, second, model.Target)
	case initiates(r, second) && first != "":
		e.addSide(r, first, model.Target)
	}
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
