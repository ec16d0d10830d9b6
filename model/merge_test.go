package model

import (
	"slices"
	"testing"
	"time"
)

func TestOneEventOrTwo(t *testing.T) {
	night := october(9)
	month := Between(NewDay(2025, time.October, 1), NewDay(2025, time.October, 31))
	for _, c := range []struct {
		name string
		a, b *story
		one  bool
	}{
		{
			"a strike on a city, told by two papers",
			in("a", "Courier", 10).event(Airstrike, night, "Kabul", "Pakistan>", ">Taliban"),
			in("b", "Wire", 11).event(Airstrike, night, "Kabul", "Pakistan>", ">Afghanistan"), true,
		},
		{
			"the country holds the city",
			in("a", "Courier", 10).event(Airstrike, night, "Kabul", "Pakistan>", ">Taliban"),
			in("b", "Wire", 12).event(Airstrike, month, "Afghanistan", "Pakistan>", ">Taliban"), true,
		},
		{
			"border regions do not exclude a province",
			in("a", "Courier", 10).event(Airstrike, night, "Paktika", "Pakistan>", ">Taliban"),
			in("b", "Wire", 11).event(Airstrike, night, "Pakistan-Afghanistan border", "Pakistan>", ">Taliban"), true,
		},
		{
			"blasts that nobody owns to are the strike",
			in("a", "Courier", 10).event(Bombing, night, "Kabul"),
			in("b", "Wire", 11).event(Airstrike, night, "Kabul", "Pakistan>"), true,
		},
		{
			"two cities on one night",
			in("a", "Courier", 10).event(Airstrike, night, "Kabul", "Pakistan>", ">Taliban"),
			in("b", "Wire", 11).event(Airstrike, night, "Kandahar", "Pakistan>", ">Taliban"), false,
		},
		{
			"a city that is hardly meant",
			in("a", "Courier", 12).event(Clash, october(11), "Kabul", "Pakistan", "Taliban").doubt(Unlikely),
			in("b", "Wire", 12).event(Clash, october(11), "Spin Boldak", "Pakistan", "Taliban"), true,
		},
		{
			"a truce that is news for weeks",
			in("a", "Courier", 20).event(Ceasefire, october(19), "Doha", "Pakistan", "Taliban"),
			in("b", "Wire", 31).event(Ceasefire, Between(october(25).From, october(31).To), "Doha", "Pakistan", "Taliban").on(Doubtful), true,
		},
		{
			"a day in doubt",
			in("a", "Courier", 12).event(Airstrike, october(9), "Kabul", "Pakistan>", ">Taliban"),
			in("b", "Wire", 12).event(Airstrike, october(12), "Kabul", "Pakistan>", ">Taliban").on(Unlikely), true,
		},
		{
			"the same sides, and others who were hit",
			in("a", "Courier", 31).event(Attack, october(15), "Spin Boldak", "Pakistan>", "Taliban>", ">TTP"),
			in("b", "Wire", 31).event(Attack, month, "", "Pakistan>", ">Taliban"), false,
		},
		{
			"the same sides, and another who attacked",
			in("a", "Courier", 31).event(Attack, october(15), "", "TTP>", ">Pakistan", ">Taliban"),
			in("b", "Wire", 31).event(Attack, month, "", "Pakistan>", ">Taliban"), false,
		},
		{
			"a city that is meant",
			in("a", "Courier", 12).event(Clash, october(11), "Kabul", "Pakistan", "Taliban"),
			in("b", "Wire", 12).event(Clash, october(11), "Spin Boldak", "Pakistan", "Taliban"), false,
		},
		{
			"one city on two nights",
			in("a", "Courier", 10).event(Airstrike, night, "Kabul", "Pakistan>", ">Taliban"),
			in("b", "Wire", 16).event(Airstrike, october(15), "Kabul", "Pakistan>", ">Taliban"), false,
		},
		{
			"an attack and the answer to it",
			in("a", "Courier", 12).event(Attack, october(11), "Kunar", "Taliban>", ">Pakistan"),
			in("b", "Wire", 12).event(Attack, october(11), "Kunar", "Pakistan>", ">Taliban"), false,
		},
		{
			"a night's clash and a month of clashes",
			in("a", "Courier", 12).event(Clash, october(11), "", "Pakistan", "Taliban"),
			in("b", "Wire", 31).event(Clash, month, "", "Pakistan", "Taliban"), false,
		},
		{
			"a strike of the night between two days",
			in("a", "Courier", 10).event(Airstrike, october(9), "Kabul", "Pakistan>", ">Taliban"),
			in("b", "Wire", 10).event(Airstrike, october(10), "Kabul", "Pakistan>", ">Taliban"), true,
		},
		{
			"a truce of one day and one of the next",
			in("a", "Courier", 20).event(Ceasefire, october(18), "Doha", "Pakistan", "Taliban"),
			in("b", "Wire", 20).event(Ceasefire, october(19), "Doha", "Pakistan", "Taliban"), false,
		},
		{
			"a border that was closed, and still is",
			in("a", "Courier", 13).event(Closure, october(12), "Torkham", "Pakistan>", ">Afghanistan"),
			in("b", "Wire", 25).event(Closure, october(24), "Torkham", "Pakistan>", ">Afghanistan"), true,
		},
		{
			"a strike and the clash that one paper makes of it",
			in("a", "Courier", 10).event(Airstrike, october(9), "Kabul", "Pakistan>", ">Taliban"),
			in("b", "Wire", 11).event(Clash, october(9), "Kabul", "Pakistan", "Taliban"), true,
		},
		{
			"an attack of the month by the same on the same, among others",
			in("a", "Courier", 10).event(Airstrike, october(9), "Kabul", "Pakistan>", ">Taliban", ">TTP"),
			in("b", "Wire", 31).event(Attack, month, "Afghanistan", "Pakistan>", ">Afghanistan", ">China"), true,
		},
		{
			"told by the day before it happened",
			in("a", "Courier", 18).event(Airstrike, october(18), "Paktika", "Pakistan>", ">Taliban"),
			in("b", "Wire", 17).event(Airstrike, Between(0, october(17).To), "Paktika", "Pakistan>", ">Taliban"), false,
		},
		{
			"by then, as news of the days before",
			in("a", "Courier", 16).event(Airstrike, october(15), "Khost", "Pakistan>", ">Taliban"),
			in("b", "Wire", 17).event(Shelling, Between(0, october(17).To), "Khost", "Pakistan>", ">Taliban"), true,
		},
		{
			"by then, told months later",
			in("a", "Courier", 16).event(Airstrike, october(15), "Khost", "Pakistan>", ">Taliban"),
			in("b", "Wire", 0).event(Shelling, Between(0, NewDay(2026, time.March, 13)), "Khost", "Pakistan>", ">Taliban"), false,
		},
		{
			"a ceasefire is no mediation",
			in("a", "Courier", 20).event(Ceasefire, october(19), "Doha", "Pakistan", "Taliban"),
			in("b", "Wire", 20).event(Mediation, october(19), "Doha", "Qatar", ">Pakistan", ">Taliban"), false,
		},
		{
			"an undated ceasefire somewhere",
			in("a", "Courier", 20).event(Ceasefire, october(19), "Doha", "Pakistan", "Taliban"),
			in("b", "Wire", 0).event(Ceasefire, When{}, "", "Pakistan", "India"), false,
		},
		{
			"an undated ceasefire of the same sides at the same place",
			in("a", "Courier", 20).event(Ceasefire, october(19), "Doha", "Pakistan", "Taliban"),
			in("b", "Wire", 0).event(Ceasefire, When{}, "Doha", "Pakistan", "Taliban"), true,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := boardOf(c.a, c.b).Incidents
			if one := got.Len() == 1; one != c.one {
				t.Fatalf("one event: %v, want %v", one, c.one)
			}
			if c.one && len(got.At(0).Merged()) == 0 {
				t.Error("nothing says why they are one")
			}
		})
	}
}

// Of two reports of one document the extractor has told apart what it could:
// they are one only where nothing tells them apart.
func TestReportsOfOneDocument(t *testing.T) {
	strike := in("a", "Courier", 10).event(Airstrike, october(9), "Kabul", "Pakistan>", ">Taliban")
	for _, c := range []struct {
		name  string
		story *story
		want  int
	}{
		{"told twice", strike.also(Airstrike, october(9), "Kabul", "Pakistan>", ">TTP", ">Taliban"), 1},
		{"on another day", strike.also(Airstrike, october(10), "Kabul", "Pakistan>", ">Taliban"), 2},
		{"elsewhere", strike.also(Airstrike, october(9), "Paktika", "Pakistan>", ">Taliban"), 2},
		{"nowhere in particular", strike.also(Airstrike, october(9), "Afghanistan", "Pakistan>", ">Taliban"), 2},
		{"of another kind", strike.also(Attack, october(9), "Kabul", "Pakistan>", ">Taliban"), 2},
		{"with one of its dead", strike.toll("", "people", 3, 3).also(Airstrike, october(9), "Kabul", "Pakistan>", ">Taliban").toll("", "a man", 1, 1), 1},
		{"with other dead", strike.toll("", "civilians", 5, 5).also(Airstrike, october(9), "Kabul", "Pakistan>", ">Taliban").toll("", "civilians", 12, 12), 2},
	} {
		if got := boardOf(c.story).Incidents.Len(); got != c.want {
			t.Errorf("%s: %d incidents, want %d", c.name, got, c.want)
		}
	}
}

func TestInexactReportFollowsTheMuchTold(t *testing.T) {
	month := Between(NewDay(2025, time.October, 1), NewDay(2025, time.October, 31))
	kabul := func(path string) *story {
		return in(path, path, 10).event(Airstrike, october(9), "Kabul", "Pakistan>", ">Taliban")
	}
	s := boardOf(kabul("a"), kabul("b"), kabul("c"), kabul("d"),
		in("e", "Wire", 18).event(Airstrike, october(17), "Paktika", "Pakistan>", ">Taliban"),
		in("f", "Herald", 31).event(Airstrike, month, "Afghanistan", "Pakistan>", ">Taliban"))
	for i := range s.Incidents.All() {
		tells := slices.ContainsFunc(i.Reports, func(r *Told) bool { return r.Document() == "f#1" })
		if tells != (len(i.Reports) == 5) {
			t.Errorf("%v has %d reports, among them the inexact one: %v", i.When.From, len(i.Reports), tells)
		}
	}
}

// Pakistan attacked Afghanistan, and the Taliban are named beside it: whoever
// attacked themselves did something else.
func TestNobodyAttacksHimself(t *testing.T) {
	month := Between(NewDay(2025, time.October, 1), NewDay(2025, time.October, 31))
	s := boardOf(
		in("a", "Courier", 10).event(Airstrike, october(9), "Kabul", "Pakistan>", ">Taliban"),
		in("b", "Wire", 17).event(Attack, october(17), "Kabul", "Taliban>", ">Afghanistan"),
		in("c", "Herald", 31).event(Attack, month, "Afghanistan", "Pakistan>", "Taliban>", ">Afghanistan", ">villagers"))
	for i := range s.Incidents.All() {
		if want := map[When]int{october(9): 2, october(17): 1}[i.When]; len(i.Reports) != want {
			t.Errorf("%s of %s is told in %d reports, want %d", i.Kind, i.When.EDTF(), len(i.Reports), want)
		}
	}
}

// An incident is of the kind, and of the days, that most of its reports tell.
func TestMostReportsDecide(t *testing.T) {
	i := boardOf(
		in("a", "Courier", 10).event(Attack, october(10), "Kabul", "Pakistan>", ">Taliban"),
		in("b", "Wire", 11).event(Airstrike, october(9), "Kabul", "Pakistan>", ">Taliban"),
		in("c", "Herald", 12).event(Airstrike, october(9), "Kabul", "Pakistan>", ">Taliban"),
	).Incidents.At(0)
	if len(i.Reports) != 3 || i.Kind != Airstrike || i.When != october(9) {
		t.Errorf("%s of %v in %d reports, want an air strike of 9 October in 3", i.Kind, i.When, len(i.Reports))
	}
}

func TestIncidentKeepsItsID(t *testing.T) {
	strike := func(path string, published int) *story {
		return in(path, path, published).event(Airstrike, october(9), "Kabul", "Pakistan>", ">Taliban")
	}
	b := NewBoard(nil)
	apply := func(s *story, removed bool) *Incident {
		t.Helper()
		u := Update{Path: s.facts.Document.Path, Facts: s.facts}
		if removed {
			u = Update{Path: u.Path, Removed: true}
		}
		got := b.Apply([]Update{u}, Progress{}).Incidents
		if got.Len() != 1 {
			t.Fatalf("%d incidents, want 1", got.Len())
		}
		return got.At(0)
	}
	id := apply(strike("m", 10), false).ID
	if got := apply(strike("a", 12), false); got.ID != id || len(got.Reports) != 2 {
		t.Errorf("a later report changed the ID from %s to %s", id, got.ID)
	}
	rewritten := strike("m", 10)
	rewritten.facts.Document.ID, rewritten.last().Document = "m#2", "m#2"
	rewritten.last().Evidence[0].Start += 40
	if got := apply(rewritten, false); got.ID != id {
		t.Errorf("a new version that still tells it changed the ID from %s to %s", id, got.ID)
	}
	if got := apply(strike("a", 12), true); got.ID != id || len(got.Reports) != 1 {
		t.Errorf("a report that left changed the ID from %s to %s", id, got.ID)
	}
}

func TestRelatedKindsAreOfOneFamily(t *testing.T) {
	for pair := range related {
		if pair[0] >= pair[1] {
			t.Errorf("%v is not in order and would never be found", pair)
		}
		if a, b := pair[0].Family(), pair[1].Family(); a != b && b != OtherFamily {
			t.Errorf("%v: families %s and %s", pair, a, b)
		}
	}
}
