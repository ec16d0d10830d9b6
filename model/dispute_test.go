package model

import (
	"slices"
	"testing"
)

func TestDisputes(t *testing.T) {
	clash := func(path string) *story {
		return in(path, path, 12).event(Clash, october(11), "", "Pakistan", "Taliban")
	}
	strike := func(path string) *story {
		return in(path, path, 23).event(Airstrike, october(22), "Nangarhar", "Pakistan>", ">Taliban")
	}
	war := func(path string, from, to int) *story {
		return in(path, path, 23).event(Clash, Between(october(from).From, october(to).To), "", "Pakistan", "Taliban")
	}
	type want struct {
		whose    string
		relation Relation
	}
	for _, c := range []struct {
		name    string
		stories []*story
		want    []want
	}{
		{
			"each side counts the other's dead: two keys, each one-sided",
			[]*story{clash("a").toll("Pakistan", "Taliban fighters", 200, NoLimit).toll("Taliban", "Pakistani soldiers", 58, 58)},
			[]want{{"afghanistan", OneSided}, {"pakistan", OneSided}},
		},
		{
			"a side's dead by its own count and the other's",
			[]*story{clash("a").toll("Taliban", "Pakistani soldiers", 58, 58), clash("b").toll("Pakistan", "Pakistani soldiers", 23, 23)},
			[]want{{"pakistan", Contradict}},
		},
		{
			"dozens and fifty meet",
			[]*story{strike("a").toll("Pakistan", "militants", 24, NoLimit), strike("b").toll("police", "militants", 50, 50)},
			[]want{{"fighters", Overlap}},
		},
		{
			"two papers with one figure",
			[]*story{strike("a").toll("", "civilians", 10, 10), strike("b").toll("", "civilians", 10, 10)},
			[]want{{"civilians", Agree}},
		},
		{
			"the same dead: militants or civilians",
			[]*story{strike("a").toll("Pakistan", "militants", 80, 80), strike("b").toll("Taliban", "civilians", 18, 18)},
			[]want{{"civilians or fighters", StatusSplit}},
		},
		{
			"who tells both kinds of dead splits nothing",
			[]*story{strike("a").toll("Pakistan", "militants", 80, 80).toll("Pakistan", "civilians", 2, 2), strike("b").toll("Taliban", "civilians", 2, 2)},
			[]want{{"fighters", OneSided}, {"civilians", Agree}},
		},
		{
			"nine children are some of ten civilians",
			[]*story{strike("a").toll("Taliban", "civilians", 10, 10), strike("b").toll("police", "children", 9, 9)},
			[]want{{"civilians", OneSided}, {"children", PartOf}},
		},
		{
			"twelve children are more than ten civilians",
			[]*story{strike("a").toll("Taliban", "civilians", 10, 10), strike("b").toll("police", "children", 12, 12)},
			[]want{{"civilians", OneSided}, {"children", Contradict}},
		},
		{
			"two days of ten: the smaller figure is part of the larger",
			[]*story{war("a", 10, 19).toll("Pakistan", "militants", 200, NoLimit), war("b", 10, 19).toll("Wire", "militants", 0, NoLimit), war("c", 11, 14).toll("army", "militants", 23, 23)},
			[]want{{"fighters", OneSided}},
		},
		{
			"a part of the days with more dead than all of them",
			[]*story{war("a", 10, 19).toll("Pakistan", "militants", 40, 40), war("c", 11, 14).toll("Taliban", "militants", 60, 60)},
			[]want{{"fighters", Contradict}},
		},
		{
			"periods that cross are not compared",
			[]*story{war("a", 1, 12).toll("", "militants", 40, 40), war("b", 8, 22).toll("", "militants", 60, 60)},
			[]want{{"fighters", ScopeDiffers}},
		},
		{
			"both sides speak of the dead and nobody counts them",
			[]*story{strike("a").toll("Taliban", "civilians", 0, NoLimit)},
			[]want{{"civilians", Silence}},
		},
		{
			"the police count on: their earlier figure contradicts nobody",
			[]*story{
				strike("a").toll("police", "civilians", 8, 8),
				in("b", "b", 24).event(Airstrike, october(22), "Nangarhar", "Pakistan>", ">Taliban").toll("police", "civilians", 11, 11).toll("army", "civilians", 11, 11),
			},
			[]want{{"civilians", Agree}},
		},
		{
			"one source gives a later figure",
			[]*story{
				strike("a").toll("police", "civilians", 8, 8),
				in("b", "b", 24).event(Airstrike, october(22), "Nangarhar", "Pakistan>", ">Taliban").toll("police", "civilians", 11, 11),
			},
			[]want{{"civilians", Superseded}},
		},
		{
			"one text's own figure has nothing beside it",
			[]*story{strike("a").toll("", "people", 5, 5)},
			nil,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := boardOf(c.stories...)
			if s.Incidents.Len() != 1 {
				t.Fatalf("%d incidents, want 1", s.Incidents.Len())
			}
			got := s.Incidents.At(0).Disputes()
			if len(got) != len(c.want) {
				t.Fatalf("%d disputes, want %d: %+v", len(got), len(c.want), got)
			}
			for i, w := range c.want {
				if got[i].Whose != w.whose || got[i].Relation != w.relation {
					t.Errorf("dispute %d: %s %s, want %s %s", i, got[i].Whose, got[i].Relation, w.whose, w.relation)
				}
			}
		})
	}
}

// Sources disagree on whether it happened, who began it and who was hit, too.
func TestMatters(t *testing.T) {
	strike := func(path string, parties ...string) *story {
		return in(path, path, 23).event(Airstrike, october(22), "Kabul", parties...)
	}
	for _, c := range []struct {
		name     string
		stories  []*story
		matter   Matter
		relation Relation
		holds    []string
	}{
		{
			"claimed by one and denied by another",
			[]*story{strike("a", "Pakistan>", ">TTP").put(Claimed, "security sources"), strike("b", "Pakistan>", ">TTP").put(Denied, "Taliban")},
			Happened, Contradict, []string{"told", "denied"},
		},
		{
			"only denied",
			[]*story{strike("a", "Pakistan>", ">TTP").put(Denied, "Pakistan")},
			Happened, OneSided, []string{"denied"},
		},
		{
			"each side says that the other attacked",
			[]*story{
				in("a", "a", 16).event(Attack, october(15), "Spin Boldak", "Taliban>", ">Pakistan").put(Claimed, "Pakistan"),
				in("b", "b", 16).event(Attack, october(15), "Spin Boldak", "Pakistan>", ">Taliban").put(Claimed, "Taliban"),
			},
			Began, Contradict, []string{"Taliban", "Pakistan"},
		},
		{
			"the two sides name other targets",
			[]*story{
				strike("a", "Pakistan>", ">TTP").put(Claimed, "Pakistan").toll("Pakistan", "people", 12, 12),
				strike("b", "Pakistan>", ">Afghanistan").put(Claimed, "Taliban").toll("Taliban", "people", 12, 12),
			},
			Hit, Contradict, []string{"TTP", "Afghanistan"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := boardOf(c.stories...)
			i := slices.IndexFunc(s.Incidents.At(0).Disputes(), func(d Dispute) bool { return d.Matter == c.matter })
			if s.Incidents.Len() != 1 || i < 0 {
				t.Fatalf("%d incidents, disputes %+v", s.Incidents.Len(), s.Incidents.At(0).Disputes())
			}
			d := s.Incidents.At(0).Disputes()[i]
			var holds []string
			for _, p := range d.Claims {
				holds = append(holds, p.Who)
			}
			if d.Relation != c.relation || !slices.Equal(holds, c.holds) {
				t.Errorf("%s %v, want %s %v", d.Relation, holds, c.relation, c.holds)
			}
		})
	}
}

func TestSilenceBoundsAndFloor(t *testing.T) {
	clash := in("a", "a", 12).event(Clash, october(11), "", "Pakistan", "Taliban").
		toll("Pakistan", "Taliban fighters", 200, NoLimit).toll("Taliban", "Pakistani soldiers", 58, 58).toll("", "dozens on both sides", 24, NoLimit)
	i := boardOf(clash).Incidents.At(0)
	if got := i.Disputes()[0].Silent; !slices.Equal(got, []string{"Taliban"}) {
		t.Errorf("silent of the Taliban's dead: %v, want the Taliban", got)
	}
	if b, ok := i.Disputes()[0].Bounds(); !ok || b != (Bounds{200, NoLimit, 200}) {
		t.Errorf("bounds %+v, want 200 and more", b)
	}
	if floor, ok := i.Floor(); !ok || floor != 12 {
		t.Errorf("floor %d, want the 12 that dozens are at the least", floor)
	}
}

func TestStatus(t *testing.T) {
	for _, c := range []struct {
		statuses []Status
		want     Status
	}{
		{[]Status{Reported}, Reported},
		{[]Status{Claimed}, Claimed},
		{[]Status{Claimed, Reported}, Reported},
		{[]Status{Denied}, Denied},
		{[]Status{Claimed, Denied}, Disputed},
		{[]Status{Reported, Disputed}, Disputed},
	} {
		var reports []Report
		for _, s := range c.statuses {
			reports = append(reports, Report{Status: s})
		}
		if got := statusOf(toldOf(reports...)); got != c.want {
			t.Errorf("%v together: %s, want %s", c.statuses, got, c.want)
		}
	}
}

func TestClaimedByOneAndDeniedByAnother(t *testing.T) {
	s := boardOf(
		in("a", "Courier", 10).event(Airstrike, october(9), "Kabul", "Pakistan>", ">TTP").put(Claimed, "security sources"),
		in("b", "Wire", 11).event(Airstrike, october(9), "Kabul", "Pakistan>").put(Denied, "Taliban"),
	)
	if s.Incidents.Len() != 1 || s.Incidents.At(0).Status != Disputed {
		t.Fatalf("%d incidents, the first %s; want one, disputed", s.Incidents.Len(), s.Incidents.At(0).Status)
	}
}
