package extract

import "crisisdesk/model"

// places are where the event of a group happened: the places of its
// sentences, those that the text named last before where there are none. A
// state that acts ("Pakistan closed Torkham") and the place of a dateline are
// no places of the event unless nothing else is.
func (e *events) places(group []int) []model.Place {
	first := e.tellings[group[0]].sentence
	for _, actors := range []bool{false, true} {
		var out []model.Place
		seen := map[string]bool{}
		for _, i := range group {
			out = e.addPlaces(out, seen, e.tellings[i].sentence, actors)
		}
		for s := first - 1; s >= max(0, first-3) && len(out) == 0 && actors; s-- {
			out = e.addPlaces(out, seen, s, false)
		}
		for s := 0; s < min(first, 3) && len(out) == 0 && actors; s++ {
			out = e.addPlaces(out, seen, s, false)
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// addPlaces adds the places of a sentence, those that no lexicon knows too.
func (e *events) addPlaces(out []model.Place, seen map[string]bool, sentence int, actors bool) []model.Place {
	for k := range e.names[sentence] {
		n := &e.names[sentence][k]
		switch {
		case n.place != "" && !actors && n.actor != "" && !e.located(sentence, n):
		case n.place != "" && !seen[n.place] && !e.dateline(sentence, n):
			seen[n.place] = true
			if p, ok := e.x.placeOf(n.place); ok {
				out = append(out, p)
			}
		case n.proper && !actors && e.located(sentence, n) && !seen[e.nameText(sentence, n)]:
			name := e.nameText(sentence, n)
			seen[name] = true
			out = append(out, model.Place{Name: name})
		}
	}
	return out
}

// located reports whether a name follows a preposition of place, or stands
// before a noun for one: "in Khadi", "Zindai district".
func (e *events) located(sentence int, n *naming) bool {
	ts := e.sentence(sentence).Tokens
	if n.end < len(ts) {
		switch lower(ts[n.end].Form) {
		case "district", "province", "area", "village", "town", "city", "crossing", "tehsil", "valley", "region", "sector":
			return true
		}
	}
	for i := n.start - 1; i >= 0 && i >= n.start-3; i-- {
		switch lower(ts[i].Form) {
		case "in", "near", "outside", "at", "inside", "to", "from", "into", "on", "over", "across":
			return true
		case "the", "and", ",", "eastern", "southern", "northern", "western":
		default:
			return false
		}
	}
	return false
}

// fillPlaces puts an event that no place is given for where its target is, if
// that is a state.
func (e *events) fillPlaces(reports []model.Report) {
	for i := range reports {
		r := &reports[i]
		if len(r.Places) > 0 || !violent(r.Kind) {
			continue
		}
		for _, a := range r.Actors {
			if a.Role != model.Target || a.Side == "" {
				continue
			}
			if p, ok := e.x.placeOf(a.Side); ok {
				r.Places = append(r.Places, p)
				break
			}
		}
	}
}
