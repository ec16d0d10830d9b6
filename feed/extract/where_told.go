package extract

import (
	"cmp"
	"slices"
	"strconv"

	"crisisdesk/feed/lexicon"
	"crisisdesk/feed/linear"
	"crisisdesk/model"
)

// placesBefore is how many sentences before a telling may name its place.
const placesBefore = 3

// places are where the event of a group happened, the likeliest first: of the
// places that its sentences name, and those before them, the ones that the
// model takes for the scene. The likeliest is kept where none is likely.
func (e *events) places(group []int, kind model.Kind) []model.Place {
	type candidate struct {
		place model.Place
		p     float32
	}
	var found []candidate
	at := map[string]int{}
	e.eachPlace(group, func(t *telling, sentence int, n *naming) {
		key, p := e.placeKey(sentence, n), e.scene(t, sentence, n, kind)
		i, seen := at[key]
		switch {
		case seen:
			found[i].p = max(found[i].p, p)
		default:
			if place, ok := e.placeNamed(sentence, n); ok {
				at[key] = len(found)
				found = append(found, candidate{place, p})
			}
		}
	})
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(b.p, a.p) })
	var out []model.Place
	for i, c := range found {
		if c.p >= sceneAbove || i == 0 && c.p >= sceneLeast {
			c.place.Doubt = doubtOf(c.p)
			out = append(out, c.place)
		}
	}
	return out
}

// How likely a place must be the scene of an event; the likeliest needs sceneLeast.
var sceneAbove, sceneLeast = float32(0.4), float32(0.1)

// doubtOf is what is left of something so likely.
func doubtOf(p float32) model.Doubt {
	switch {
	case p >= 0.6:
		return model.Sure
	case p >= 0.4:
		return model.Doubtful
	}
	return model.Unlikely
}

// scene is how likely a naming is the place of the event that a telling tells of.
func (e *events) scene(t *telling, sentence int, n *naming, kind model.Kind) float32 {
	m := e.x.models.incidents.place
	if m == nil {
		return e.sceneByRule(t, sentence, n)
	}
	e.placeFeatures(t, sentence, n, kind, &e.bag)
	var p, q [2]float32
	m.Probabilities(&e.bag, p[:])
	var x [placeInputs]float32
	e.placeSense(t, sentence, n, kind, x[:])
	e.x.models.incidents.placeSense.Probabilities(x[:], q[:])
	blendInto(p[:], q[:], placeShare)
	return p[1]
}

// sceneByRule takes what stands after a preposition of place in the same
// sentence; elsewhere, and a state that acts, only where nothing better is named.
func (e *events) sceneByRule(t *telling, sentence int, n *naming) float32 {
	switch {
	case sentence == t.sentence && e.located(sentence, n):
		return 1
	case sentence == t.sentence && n.actor == "":
		return 0.8
	}
	return 0.2 / float32(1+max(t.sentence-sentence, sentence-t.sentence))
}

// eachPlace calls f for every naming that may be where the event of a group
// happened: those of its sentences, of the few before each, and of the head of
// the page.
func (e *events) eachPlace(group []int, f func(t *telling, sentence int, n *naming)) {
	for _, i := range group {
		t := &e.tellings[i]
		for s := t.sentence; s >= max(0, t.sentence-placesBefore); s-- {
			e.placesOf(t, s, f)
		}
		for s := 0; s < min(2, t.sentence-placesBefore); s++ {
			e.placesOf(t, s, f)
		}
	}
}

func (e *events) placesOf(t *telling, sentence int, f func(t *telling, sentence int, n *naming)) {
	for k := range e.names[sentence] {
		n := &e.names[sentence][k]
		if e.placeID(n) != "" || n.proper && e.located(sentence, n) && !e.ofBand(sentence, n) {
			f(t, sentence, n)
		}
	}
}

// bandNouns are the last words of names that are of people and no place.
var bandNouns = wordSet(`forces army front movement union party council ministry group network agency authority brigade corps
	battalion militia police command guard guards`)

// ofBand reports whether a name is one of people: "the Rapid Support Forces".
func (e *events) ofBand(sentence int, n *naming) bool {
	return bandNouns[lower(e.sentence(sentence).Tokens[n.end-1].Form)]
}

// placeID is the entry of the place that a naming means: the state where it
// is an adjective ("Afghan soil"), "" where the lexicon knows none.
func (e *events) placeID(n *naming) string {
	if n.place == "" && n.as == lexicon.Demonym && !n.opens {
		if _, ok := e.x.lex.Place(n.actor); ok {
			return n.actor
		}
	}
	return n.place
}

// placeKey tells places apart.
func (e *events) placeKey(sentence int, n *naming) string {
	if id := e.placeID(n); id != "" {
		return id
	}
	return "name:" + lower(e.nameText(sentence, n))
}

// placeNamed makes a Place of a naming, of one that no lexicon knows too.
func (e *events) placeNamed(sentence int, n *naming) (model.Place, bool) {
	if id := e.placeID(n); id != "" {
		return e.x.placeOf(id)
	}
	return model.Place{Name: e.nameText(sentence, n)}, true
}

// placeFeatures describes how the name of a place stands to the word that
// tells of an event.
func (e *events) placeFeatures(t *telling, sentence int, n *naming, kind model.Kind, f *linear.Features) {
	e.roleFeatures(t, sentence, n, kind, f)
	family := string(kind.Family())
	sort := "unknown"
	if p, ok := e.x.lex.Place(e.placeID(n)); ok {
		sort = p.Kind
	}
	where := "here"
	switch gap := t.sentence - sentence; {
	case gap > placesBefore:
		where = "head"
	case gap > 0:
		where = grade(gap, 1, 2)
	}
	located := "bare"
	switch {
	case e.dateline(sentence, n):
		located = "dateline"
		f.Add("dateline", strconv.FormatBool(e.hasPlace(sentence)), where)
	case n.as == lexicon.Demonym:
		located = "adjective " + e.wordAfter(sentence, n)
	case e.located(sentence, n):
		located = "located"
	}
	f.Add("sort", sort)
	f.Add("sort", sort, string(kind))
	f.Add("sort", sort, where, located)
	f.Add("sort", sort, where, located, family)
	f.Add("located", located, where, family)
	f.AddIf(n.actor != "", "actor too", located, where)
	f.AddIf(n.actor != "", "actor too", located, string(kind))
	f.AddIf(where != "here" && e.hasPlace(t.sentence), "named nearer", where)
	f.AddIf(where != "here" && !e.hasPlace(t.sentence), "none nearer", where, family)
}

func (e *events) wordAfter(sentence int, n *naming) string {
	if ts := e.sentence(sentence).Tokens; n.end < len(ts) {
		return lower(ts[n.end].Form)
	}
	return ""
}

// hasPlace reports whether a sentence names a place that is no state.
func (e *events) hasPlace(sentence int) bool {
	for k := range e.names[sentence] {
		if n := &e.names[sentence][k]; n.place != "" && n.actor == "" && !e.dateline(sentence, n) {
			return true
		}
	}
	return false
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
		case "to":
			return i == 0 || lower(ts[i-1].Form) != "according"
		case "in", "near", "outside", "at", "inside", "from", "into", "on", "over", "across":
			return true
		case "the", "and", ",", "eastern", "southern", "northern", "western":
		default:
			return false
		}
	}
	return false
}

// settlePlaces completes the places of events by their parties: a state that
// acts is no scene where a place in it is one ("Pakistan closed Torkham"),
// and violence that no place is given for happened where its target is, if
// that is a state.
func (e *events) settlePlaces(reports []model.Report) {
	for i := range reports {
		r := &reports[i]
		places := slices.Clone(r.Places)
		r.Places = slices.DeleteFunc(r.Places, func(p model.Place) bool {
			return p.Kind == "country" && initiates(r, p.ID) &&
				slices.ContainsFunc(places, func(o model.Place) bool { return slices.Contains(o.Within, p.ID) })
		})
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
