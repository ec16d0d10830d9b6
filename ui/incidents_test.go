package ui

import (
	"testing"

	"crisisdesk/model"
)

func TestWhoWhom(t *testing.T) {
	qatar := as(model.Actor{Name: "Qatar"}, model.Mediator)
	for _, c := range []struct {
		actors []model.Actor
		want   string
	}{
		{nil, "--"},
		{[]model.Actor{as(pakistan, model.Initiator), as(ttp, model.Target)}, "Pakistan > TTP"},
		{[]model.Actor{as(pakistan, model.Initiator), as(taliban, model.Initiator)}, "Pakistan, Taliban"},
		{[]model.Actor{as(ttp, model.Target)}, "? > TTP"},
		{[]model.Actor{as(pakistan, model.Initiator), as(taliban, model.Initiator), qatar}, "Pakistan, Taliban (Qatar)"},
	} {
		if got := whoWhom(c.actors, ">"); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestFigures(t *testing.T) {
	killed := func(low, high int) model.Casualty {
		return model.Casualty{Outcome: model.Killed, Min: low, Max: high}
	}
	for _, c := range []struct {
		casualties []model.Casualty
		want       string
	}{
		{nil, "--"},
		{[]model.Casualty{killed(58, 58), killed(200, model.NoLimit)}, "58d|200+d"},
		{[]model.Casualty{killed(15, 20), killed(15, 20)}, "15-20d"},
		{[]model.Casualty{{Outcome: model.Displaced, Min: 1_500_000, Max: model.NoLimit}}, "1.5M+disp"},
		{[]model.Casualty{{Outcome: model.Displaced, Min: 1_234_567, Max: 1_234_567}}, "1234567disp"},
		{[]model.Casualty{killed(3, 3), {Outcome: model.Wounded, Min: 12, Max: 12}}, "3d|12w"},
	} {
		if got := figures(&model.Incident{Reports: toldOf(model.Report{Casualties: c.casualties})}); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestStandingOfClaims(t *testing.T) {
	by := func(names ...string) []*model.Told {
		var reports []model.Report
		for _, n := range names {
			reports = append(reports, model.Report{ClaimedBy: n})
		}
		return toldOf(reports...)
	}
	for _, c := range []struct {
		incident model.Incident
		want     string
	}{
		{model.Incident{Status: model.Reported}, "--"},
		{model.Incident{Status: model.Claimed, Reports: by("Taliban", "Taliban", "")}, "Taliban"},
		{model.Incident{Status: model.Disputed, Reports: by("Pakistan", "Taliban")}, "disputed: Pakistan, Taliban"},
		{model.Incident{Status: model.Denied, Reports: by("")}, "denied"},
	} {
		if got := standing(&c.incident); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestNarrowestPlaces(t *testing.T) {
	afghanistan := model.Place{ID: "afghanistan", Name: "Afghanistan", Kind: "country"}
	nangarhar := model.Place{ID: "nangarhar", Name: "Nangarhar", Kind: "province", Within: []string{"afghanistan"}}
	unknown := model.Place{Name: "Zarkhel camp"}
	if got := placeNames([]model.Place{afghanistan, nangarhar, unknown}); got != "Zarkhel camp, Nangarhar" {
		t.Errorf("got %q", got)
	}
	pakistan := model.Place{ID: "pakistan", Name: "Pakistan", Kind: "country"}
	if got := placeNames([]model.Place{pakistan, nangarhar}); got != "Nangarhar, Pakistan" {
		t.Errorf("got %q", got)
	}
	if got := placeNames([]model.Place{afghanistan}); got != "Afghanistan" {
		t.Errorf("got %q", got)
	}
}
