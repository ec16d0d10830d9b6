package model

import (
	"cmp"
	"slices"
	"strings"
)

// voiced is a report of an incident with the document in whose voice it speaks
// there.
type voiced struct {
	*account
	source *Document
}

// origin is who the report really comes from.
func (v voiced) origin() Origin { return OriginIn(v.source, v.report.Origin()) }

// newIncident makes one incident of reports that tell one event, the core first.
func newIncident(accounts []*account) *Incident {
	i := &Incident{
		ID:         IncidentID(earliest(accounts).identity.String()),
		Kind:       kindOf(accounts),
		When:       whenOf(accounts),
		Summary:    accounts[0].report.summary(),
		accounts:   make([]voiced, len(accounts)),
		agreements: agreementsOf(accounts),
	}
	for n, a := range accounts {
		i.accounts[n] = voiced{a, a.source}
	}
	byPlace := i.byPlace()
	i.Reports = make([]*Told, len(byPlace))
	for n, a := range byPlace {
		i.Reports[n] = a.report
	}
	i.Places = agreed(accounts, func(r *Told) []Place { return r.places }, samePlace)
	i.Actors = agreed(accounts, func(r *Told) []Actor { return r.actors }, sameActor)
	i.Status = statusOf(i.Reports)
	i.Origins = slices.Clone(origins(byPlace)) // what stays has no room to grow
	all := disputes(byPlace, i.Actors)
	i.disputed, i.clashes = len(all) > 0, slices.ContainsFunc(all, Dispute.Clashes)
	return i
}

// byPlace are the reports of i by where they stand.
func (i *Incident) byPlace() []voiced {
	all := slices.Clone(i.accounts)
	slices.SortFunc(all, func(a, b voiced) int {
		return cmp.Or(strings.Compare(a.document.Path, b.document.Path), cmp.Compare(a.report.firstByte, b.report.firstByte))
	})
	return all
}

// isOf reports whether i is made of these reports, in the voices that they have.
func (i *Incident) isOf(accounts []*account) bool {
	return slices.EqualFunc(i.accounts, accounts, func(v voiced, a *account) bool { return v == voiced{a, a.source} })
}

// kindOf is the kind that most reports tell, of several that of the first. An
// attack counts half: it is what a strike or a bombing is called as well.
func kindOf(accounts []*account) Kind {
	var told [len(kindDegrees)]int
	for _, a := range accounts {
		told[a.kind]++
		if a.report.Kind() != Attack {
			told[a.kind]++
		}
	}
	return slices.MaxFunc(accounts, func(a, b *account) int { return told[a.kind] - told[b.kind] }).report.Kind()
}

// whenOf is the days that most of the most exact reports tell, of several those
// of the first.
func whenOf(accounts []*account) When {
	told := map[When]int{}
	for _, a := range accounts {
		if a.days == accounts[0].days {
			told[a.report.when]++
		}
	}
	return slices.MaxFunc(accounts, func(a, b *account) int { return told[a.report.when] - told[b.report.when] }).report.when
}

// earliest is the report that appeared first: it gives an incident its ID, so
// that reports published later join without changing it.
func earliest(accounts []*account) *account {
	return slices.MinFunc(accounts, earlier)
}

// agreedBy is the share of the reports that must name a place or a party: one
// of four. What fewer name stands in their own words only.
const agreedBy = 4

// agreed is what the reports of an incident name, each once, what most name
// first. Of a single report it is what that report has.
func agreed[T any](accounts []*account, named func(*Told) []T, same func(a, b T) bool) []T {
	if len(accounts) == 1 {
		return named(accounts[0].report)
	}
	type candidate struct {
		what  *T
		count int
	}
	var all []candidate
	for _, a := range accounts {
		list := named(a.report)
		for n := range list {
			at := slices.IndexFunc(all, func(c candidate) bool { return same(*c.what, list[n]) })
			if at < 0 {
				all, at = append(all, candidate{what: &list[n]}), len(all)
			}
			all[at].count++
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(b.count, a.count) })
	all = slices.DeleteFunc(all, func(c candidate) bool { return c.count*agreedBy < len(accounts) })
	if len(all) == 0 {
		return nil
	}
	core, out := named(accounts[0].report), make([]T, len(all))
	asCore := len(core) == len(all)
	for n, c := range all {
		out[n] = *c.what
		asCore = asCore && c.what == &core[n]
	}
	if asCore {
		return core // it is in memory anyhow
	}
	return out
}

func samePlace(a, b Place) bool { return a.ID == b.ID && a.Name == b.Name }

func sameActor(a, b Actor) bool {
	return a.Role == b.Role && (b.ID != "" && a.ID == b.ID || b.ID == "" && fold(a.Name) == fold(b.Name))
}
