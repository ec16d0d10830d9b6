package ui

import (
	"strings"

	"crisisdesk/model"
)

// headline is as many columns of what was told of an incident as stand above
// all else of it; the reports have the rest.
const headline = 160

func (p *incidents) content(i int, t *theme) *content { return account(p.snapshot, p.shown.At(i), t) }

// account is what is told of an incident of s: how it stands, who contradicts
// whom, and every report of it.
func account(s *model.Snapshot, x *model.Incident, t *theme) *content {
	c := &content{theme: t, title: x.Kind.Label() + ", " + placeNames(x.Places)}
	c.add(strongLook, 0, "%s", t.cutTo(squeeze(x.Summary), headline))
	c.fields(plainLook, 0, dated(x.When), placeNames(x.Places), whoWhom(x.Actors, t.arrow))
	c.fields(plainLook, 0, known(x), originsOf(x), count(len(x.Reports), "report"))
	if x.Status == model.Disputed || x.Status == model.Denied {
		c.toldAndDenied(s, x)
	}
	c.disputes(s, x)
	c.work(s.Work, x.Items()...)
	c.section("Reports")
	for _, r := range x.Reports {
		c.opening(passage{r.Document(), r.Evidence()}, func() { c.report(s, r.Report()) })
	}
	if merged := x.Merged(); len(merged) > 0 {
		c.section("Why merged")
		for _, why := range merged {
			c.add(plainLook, 1, "%s", why)
		}
	}
	c.section("Codes")
	c.fields(quietLook, 1, string(x.Kind), "ACLED "+orNone(x.Kind.ACLED()), "PLOVER "+orNone(x.Kind.PLOVER()))
	return c
}

// known is the status of an incident and who claims it.
func known(x *model.Incident) string {
	word := strings.ToUpper(string(x.Status))
	if x.Status == model.Claimed {
		return word + after(" by ", listed(claimants(x)))
	}
	return word
}

// originsOf counts the origins of an incident, and names them.
func originsOf(x *model.Incident) string {
	names := make([]string, len(x.Origins))
	for i, o := range x.Origins {
		names[i] = o.Name
	}
	return count(len(names), "independent origin") + after(": ", listed(names))
}

// toldAndDenied says which reports tell the event and which deny it.
func (c *content) toldAndDenied(s *model.Snapshot, x *model.Incident) {
	c.section("Told and denied")
	for _, told := range x.Reports {
		r := told.Report()
		c.opening(passage{r.Document, r.Evidence}, func() {
			c.fields(disputeLook, 1, "* "+toldAs(r), c.document(s, r.Document))
		})
	}
}

// toldAs is the status of one report in words.
func toldAs(r *model.Report) string {
	by := after(" by ", r.ClaimedBy)
	switch r.Status {
	case model.Claimed:
		return "claimed" + by
	case model.Denied:
		return "only the denial is told"
	case model.Disputed:
		return "claimed" + by + " and denied, in one report"
	}
	return "reported"
}

func (c *content) report(s *model.Snapshot, r *model.Report) {
	c.source(s, r.Document)
	c.fields(quietLook, 2, origin(r.Origin), toldAs(r))
	c.quote(r.Evidence)
	for _, f := range r.Casualties {
		c.add(plainLook, 2, "%s: %s %s, %s", sayer(f.ClaimedBy), figure(f.Min, f.Max), f.Outcome, orNone(f.Who))
	}
	c.add(quietLook, 2, "found by %s", finding(r.Finding))
}
