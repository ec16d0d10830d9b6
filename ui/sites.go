package ui

import (
	"cmp"
	"slices"
	"strings"

	"crisisdesk/model"
)

// sites is the view of what is told of each place, those first of which most is.
type sites struct{ derived[site] }

// site is a place with what is told of it.
type site struct {
	key       string
	place     model.Place
	incidents []*model.Incident
	disputed  int
	days      []model.Day // of the incidents that are known to within a few days
	latest    model.When  // of the incidents
}

func newSites(empty *model.Snapshot) *sites {
	return &sites{newDerived(empty, func(x *site) string { return x.key }, sitesOf)}
}

func siteKey(p model.Place) string { return cmp.Or(p.ID, strings.ToLower(p.Name)) }

// sitesOf counts what is told of each place.
func sitesOf(s *model.Snapshot, q model.Query) []site {
	sites := map[string]*site{}
	for x := range q.Incidents(s.Incidents).All() {
		for _, p := range x.Places {
			at := sites[siteKey(p)]
			if at == nil {
				at = &site{key: siteKey(p), place: p}
				sites[at.key] = at
			}
			at.incidents = append(at.incidents, x)
			if x.Contradicted() {
				at.disputed++
			}
			at.latest = later(at.latest, x.When)
			if exact(x.When) {
				at.days = append(at.days, x.When.Latest())
			}
		}
	}
	all := make([]site, 0, len(sites))
	for _, x := range sites {
		all = append(all, *x)
	}
	slices.SortFunc(all, func(a, b site) int {
		return cmp.Or(cmp.Compare(len(b.incidents), len(a.incidents)), strings.Compare(a.key, b.key))
	})
	return all
}

func (v *sites) about(*model.Snapshot, string) ([]model.Item, string) { return nil, "" }

const (
	siteKindWidth = 8
	siteWidth     = nameWidth + 1 + countWidth - 1 - siteKindWidth // as wide as an actor's name and a count
)

// narrowSite is what counts and the date leave of a row to the name.
func narrowSite(left int) int { return left - 2*(countWidth+1) - 1 - whenWidth }

func (v *sites) head(r *row) {
	days, kind := runWidth(r.left), r.left >= stackedFrom
	r.gap(1)
	if kind {
		r.column("PLACE", siteWidth, r.faint)
		r.column("KIND", siteKindWidth, r.faint)
	} else {
		r.column("PLACE", narrowSite(r.left), r.faint)
	}
	r.column("INC", countWidth, r.faint)
	r.column("*", countWidth, r.faint)
	r.column("LATEST", whenWidth, r.faint)
	r.put(recentDays(v.snapshot.AsOf, days).String(), days, r.faint)
}

func (v *sites) draw(r *row, i, _ int, _ sign) {
	x := &v.shown[i]
	days := runWidth(r.left + 1)
	if r.left+1 >= stackedFrom {
		r.column(squeeze(x.place.Name), siteWidth, style{})
		r.column(x.place.Kind, siteKindWidth, r.faint)
	} else {
		r.column(squeeze(x.place.Name), narrowSite(r.left), style{})
	}
	r.column(blankZero(len(x.incidents)), countWidth, style{})
	r.column(blankZero(x.disputed), countWidth, r.dispute)
	r.column(r.label(x.latest), whenWidth, style{})
	r.put(r.run(recentDays(v.snapshot.AsOf, days), x.days), days, r.quote)
}

func (v *sites) content(i int, t *theme) *content {
	x := &v.shown[i]
	c := &content{theme: t, title: x.place.Name}
	c.add(strongLook, 0, "%s", squeeze(x.place.Name))
	c.fields(plainLook, 0, x.place.Kind, x.place.Country, count(len(x.incidents), "incident"), after("disputed ", blankZero(x.disputed)))
	c.told("Told:", x.incidents)
	return c
}
