package ui

import (
	"testing"

	"crisisdesk/model"
)

func TestPartiesInBrief(t *testing.T) {
	actors := []model.Actor{
		{Name: "Pakistan", Role: model.Initiator}, {Name: "Frontier Corps", Role: model.Initiator},
		{Name: "Afghanistan", Role: model.Target}, {Name: "Kabul police", Role: model.Target},
		{Name: "Qatar", Role: model.Mediator},
	}
	mediators := actors[4:]
	for _, c := range []struct {
		actors []model.Actor
		width  int
		want   string
	}{
		{actors, 70, "Pakistan, Frontier Corps > Afghanistan, Kabul police (Qatar)"},
		{actors, 40, "Pakistan +1 > Afghanistan, Kabul police"},
		{actors, 28, "Pakistan +1 > Afghanistan +1"},
		{actors, 20, "Pakis~ +1 > Afghani~"},
		{actors[:2], 17, "Pakistan +1"},
		{actors[2:4], 17, "? > Afghanist~ +1"},
		{mediators, 17, "(Qatar)"},
		{nil, 17, "--"},
	} {
		got := newTheme(true, "mono").inBrief(c.actors, c.width)
		if got != c.want || cells(got) > c.width {
			t.Errorf("in %d columns: %q, want %q", c.width, got, c.want)
		}
	}
}

func TestNamesThatFit(t *testing.T) {
	kabul, khost, long := "Kabul", "Khost", "中文字符很宽"
	for _, c := range []struct {
		names []string
		width int
		want  string
	}{
		{[]string{kabul, khost}, 12, "Kabul, Khost"},
		{[]string{kabul, khost}, 11, "Kabul +1"},
		{[]string{kabul, khost, kabul}, 15, "Kabul, Khost +1"},
		{[]string{long, khost}, 10, "中文字~ +1"},
		{[]string{long, khost}, 7, "中文字~"},
		{nil, 10, ""},
	} {
		if got := newTheme(true, "mono").names(c.names, c.width); got != c.want {
			t.Errorf("%q in %d columns: %q, want %q", c.names, c.width, got, c.want)
		}
	}
}
