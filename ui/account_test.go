package ui

import (
	"strings"
	"testing"
	"time"

	"crisisdesk/model"
)

// words are the paragraphs of a content, one a row.
func (c *content) words() string {
	var out []string
	for _, p := range c.parts {
		out = append(out, p.text)
	}
	return strings.Join(out, "\n")
}

// The sign of a dispute in a row is explained in the detail: who tells the
// event, who denies it.
func TestTheDetailTellsWhoDenies(t *testing.T) {
	s := &model.Snapshot{}
	for _, c := range []struct {
		reports []model.Report
		status  model.Status
		want    string
	}{
		{[]model.Report{{Status: model.Reported}, {Status: model.Denied}}, model.Disputed, "* reported - a document that has gone\n* only the denial is told - a document that has gone"},
		{[]model.Report{{Status: model.Disputed, ClaimedBy: "Taliban"}}, model.Disputed, "* claimed by Taliban and denied, in one report - a document that has gone"},
		{[]model.Report{{Status: model.Denied}}, model.Denied, "* only the denial is told - a document that has gone"},
		{[]model.Report{{Status: model.Claimed, ClaimedBy: "Taliban"}}, model.Claimed, ""},
	} {
		x := &model.Incident{Status: c.status, Reports: toldOf(c.reports...)}
		var got []string
		for _, p := range account(s, x, newTheme(true, "mono")).parts {
			if p.look == disputeLook {
				got = append(got, p.text)
			}
		}
		if strings.Join(got, "\n") != c.want {
			t.Errorf("the detail of a %s incident tells %q, want %q", c.status, got, c.want)
		}
		if (disputeSign(x) != "") != (c.status == model.Disputed) {
			t.Errorf("a %s incident has the sign %q", c.status, disputeSign(x))
		}
	}
}

func TestClaimedIncidentsHaveASign(t *testing.T) {
	s := newScreen(t, desk(), 80, 24, nil)
	if !s.sees("09OCT25    c air strike") {
		t.Error("nothing tells that the strike is claimed, not reported")
	}
	s.press("j", "enter")
	if !s.sees("CLAIMED by Taliban") {
		t.Error("the detail does not say who claims it")
	}
}

// An outlet that no lexicon knows is what a page says of itself.
func TestOutletsOfThePageAreCalledSo(t *testing.T) {
	for _, c := range []struct {
		document model.Document
		want     string
	}{
		{model.Document{Outlet: "Dawn", OutletID: "dawn"}, "Dawn"},
		{model.Document{Outlet: "The True News"}, "The True News (says the page)"},
		{model.Document{}, "outlet unknown"},
	} {
		if got := outlet(&c.document); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestUndatedDocumentsShowTheirBounds(t *testing.T) {
	from, to := model.NewDay(2026, 2, 20), model.NewDay(2026, 2, 28)
	for _, c := range []struct {
		published model.Published
		want      string
	}{
		{model.Published{When: model.OnDay(to), KnownFrom: model.GroundDateline}, "2026-02-28"},
		{model.Published{When: model.Between(from, to), KnownFrom: model.GroundBounds}, "undated: 2026-02-20 to 2026-02-28"},
		{model.Published{When: model.When{From: from}, KnownFrom: model.GroundBounds}, "undated: 2026-02-20 or later"},
		{model.Published{}, "undated"},
	} {
		if got := published(c.published); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// Two passages of one origin count once, and the second says so.
func TestAnOriginThatHasSpokenIsCalledSo(t *testing.T) {
	b := model.NewBoard(nil)
	for _, path := range []string{"a.txt", "b.txt"} {
		r := read(path, "Courier", "The army will leave.", date(2025, time.October, 14)).
			evidence(model.Evidence{Topic: "army", Stance: model.Supports}, "The army will leave.")
		r.facts.Evidence[0].Origin = model.Origin{Key: "wire", Name: "Wire"}
		b.Apply([]model.Update{r.update()}, model.Progress{})
	}
	p := questions{listing[model.Question]{snapshot: b.Snapshot(), shown: b.Snapshot().Questions}}
	words := p.content(0, newTheme(true, "mono")).words()
	if strings.Count(words, "14OCT25 - origin: Wire - ") != 1 || strings.Count(words, "14OCT25 - origin: Wire, as above - ") != 1 {
		t.Errorf("the detail does not tell the echo:\n%s", words)
	}
}
