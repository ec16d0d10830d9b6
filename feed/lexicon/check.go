package lexicon

import (
	"slices"
	"time"

	"crisisdesk/model"
)

// check reports what entries say that cannot be: references to nothing, kinds
// that do not exist, coordinates off the globe, circles.
func (t *tables) check() {
	t.actors.each(func(a Actor, f *file) {
		t.require(slices.Contains(ActorKinds, a.Kind), f, "actor", a.ID, "kind %q is none of %v", a.Kind, ActorKinds)
		t.require(a.Name != "", f, "actor", a.ID, "no name")
		t.requireCountry(a.Country, f, "actor", a.ID)
		t.require(!endless(a.ID, t.sideOf), f, "actor", a.ID, "side %q is unknown or leads in a circle", a.Side)
		for _, o := range a.Offices {
			t.require(t.actors.rows[o.Office].value.Kind == "office", f, "actor", a.ID, "office %q is no actor of kind office", o.Office)
			t.require(isDate(o.From) && isDate(o.To), f, "actor", a.ID, "from %q, to %q: a date is 2024, 2024-03 or 2024-03-11", o.From, o.To)
		}
	})
	t.places.each(func(p Place, f *file) {
		_, known := PlaceKinds[p.Kind]
		t.require(known, f, "place", p.ID, "unknown kind %q", p.Kind)
		t.require(p.Name != "", f, "place", p.ID, "no name")
		t.requireCountry(p.Country, f, "place", p.ID)
		t.require(!endless(p.ID, t.around), f, "place", p.ID, "within %q is unknown or leads in a circle", p.Within)
		t.require(onGlobe(p.At), f, "place", p.ID, "at is [latitude, longitude] in degrees")
	})
	t.outlets.each(func(o Outlet, f *file) {
		t.require(slices.Contains(OutletKinds, o.Kind), f, "outlet", o.ID, "kind %q is none of %v", o.Kind, OutletKinds)
		t.require(o.Name != "", f, "outlet", o.ID, "no name")
		t.requireCountry(o.Country, f, "outlet", o.ID)
		t.require(o.Reliability == "" || len(o.Reliability) == 1 && o.Reliability >= "A" && o.Reliability <= "F",
			f, "outlet", o.ID, "reliability %q is no letter from A to F", o.Reliability)
	})
	t.questions.each(func(q Question, f *file) {
		t.require(q.Text != "", f, "question", q.ID, "no text")
		t.require(!endless(q.ID, t.broader), f, "question", q.ID, "parent %q is unknown or leads in a circle", q.Parent)
		t.require(q.Dormant >= 0, f, "question", q.ID, "dormant is %d days", q.Dormant)
		for _, side := range slices.Concat(q.Parties, q.Accused) {
			_, known := t.sideOf(side)
			t.require(known, f, "question", q.ID, "party %q is no actor", side)
		}
	})
	for _, f := range t.files {
		_, err := model.ParseDay(f.Desk.Reckon)
		t.require(err == nil || f.Desk.Reckon == "", f, "desk", "", "reckon_from %q is no day", f.Desk.Reckon)
		for _, c := range f.Desk.Clocks {
			_, err := time.LoadLocation(c.Zone)
			t.require(err == nil && c.Name != "", f, "desk", "", "clock %q: the tz database has no zone %q", c.Name, c.Zone)
		}
		t.checkWords(f)
	}
}

// checkWords reports word groups whose attributes no program would understand.
func (t *tables) checkWords(f *file) {
	groups := func(table string, groups []wordGroup, value func(wordGroup) string, values []string) {
		for _, g := range groups {
			t.require(slices.Contains(values, value(g)), f, table, "", "%q is none of %v", value(g), values)
			t.require(g.POS == "" || slices.Contains(parts, g.POS), f, table, value(g), "pos %q is none of %v", g.POS, parts)
			t.require(len(g.Words) > 0, f, table, value(g), "no words")
		}
	}
	kind := func(g wordGroup) string { return g.Kind }
	groups("event", f.Events, kind, eventKinds)
	groups("toll", f.Tolls, func(g wordGroup) string { return g.Outcome }, outcomes)
	groups("people", f.People, kind, peopleKinds)
	groups("speech", f.Speech, func(g wordGroup) string { return g.Act }, acts)
	groups("hedge", f.Hedges, kind, hedgeKinds)
	for _, g := range f.Hedges {
		t.require(slices.Contains(forms, g.Form), f, "hedge", g.Kind, "form %q is none of %v", g.Form, forms)
	}
}

func (t *tables) require(ok bool, f *file, table, id, format string, args ...any) {
	if !ok {
		t.problems = append(t.problems, f.problem(table, id, format, args...))
	}
}

func (t *tables) requireCountry(iso string, f *file, table, id string) {
	_, known := t.states[iso]
	t.require(known || iso == "", f, table, id, "country %q is no ISO 3166-1 code of a state", iso)
}

func (t *tables) sideOf(id string) (next string, known bool) {
	r, ok := t.actors.rows[id]
	return r.value.Side, ok
}

func (t *tables) around(id string) (next string, known bool) {
	r, ok := t.places.rows[id]
	return r.value.Within, ok
}

func (t *tables) broader(id string) (next string, known bool) {
	r, ok := t.questions.rows[id]
	return r.value.Parent, ok
}

// endless reports whether following next from id meets an unknown id or does not end.
func endless(id string, next func(string) (string, bool)) bool {
	for range 20 {
		to, known := next(id)
		if !known {
			return true
		}
		if to == "" || to == id {
			return false
		}
		id = to
	}
	return true
}

func onGlobe(at []float64) bool {
	return len(at) == 2 && at[0] >= -90 && at[0] <= 90 && at[1] >= -180 && at[1] <= 180
}

// isDate reports whether s is an ISO 8601 date of any precision, or empty for an
// open end.
func isDate(s string) bool {
	if s == "" {
		return true
	}
	const layout = time.DateOnly
	_, err := time.Parse(layout[:min(len(s), len(layout))], s)
	return err == nil
}
