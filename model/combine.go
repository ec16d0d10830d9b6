package model

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// newIncident makes one incident of reports that tell one event, the core first.
func newIncident(accounts []*account) *Incident {
	core := accounts[0].report
	byPlace := slices.Clone(accounts)
	slices.SortFunc(byPlace, func(a, b *account) int {
		return cmp.Or(strings.Compare(a.document.Path, b.document.Path),
			cmp.Compare(a.report.firstByte, b.report.firstByte))
	})
	i := &Incident{
		ID:      IncidentID(earliest(accounts).identity.String()),
		Kind:    kindOf(accounts),
		When:    whenOf(accounts),
		Summary: core.summary(),
	}
	i.Reports = make([]*Told, len(byPlace))
	for n, a := range byPlace {
		i.Reports[n] = a.report
	}
	i.Places = agreed(accounts, func(r *Told) []Place { return r.places }, samePlace)
	i.Actors = agreed(accounts, func(r *Told) []Actor { return r.actors }, sameActor)
	i.Status = statusOf(i.Reports)
	i.Origins = slices.Clone(origins(byPlace)) // what stays has no room to grow
	i.Disputes = slices.Clone(disputes(byPlace, i.Actors))
	i.Merged = explain(accounts)
	return i
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
		what  T
		count int
	}
	var all []candidate
	for _, a := range accounts {
		for _, x := range named(a.report) {
			at := slices.IndexFunc(all, func(c candidate) bool { return same(c.what, x) })
			if at < 0 {
				all, at = append(all, candidate{what: x}), len(all)
			}
			all[at].count++
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(b.count, a.count) })
	var out []T
	for _, c := range all {
		if c.count*agreedBy >= len(accounts) {
			out = append(out, c.what)
		}
	}
	return slices.Clone(out)
}

func samePlace(a, b Place) bool { return a.ID == b.ID && a.Name == b.Name }

func sameActor(a, b Actor) bool {
	return a.Role == b.Role && (b.ID != "" && a.ID == b.ID || b.ID == "" && fold(a.Name) == fold(b.Name))
}

// explain says in words why reports are one event: what each has in common
// with the one that it follows, and how many have the same in common.
func explain(accounts []*account) []string {
	if len(accounts) == 1 {
		return nil
	}
	count := map[string]int{}
	ordered := 0
	for _, a := range accounts[1:] {
		o := a.link.to
		if a.link.points == byOfficer {
			ordered++
			continue
		}
		if o == nil || !slices.Contains(accounts, o) {
			o = accounts[0]
		}
		count[compare(a, o).words()]++
	}
	reasons := slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), strings.Compare(a, b))
	})
	for i, r := range reasons {
		reports := "1 report agrees with another on"
		if n := count[r]; n > 1 {
			reports = fmt.Sprintf("%d reports agree with others on", n)
		}
		reasons[i] = reports + " " + r
	}
	switch {
	case ordered == 1:
		reasons = append(reasons, "1 report was put to another by an officer")
	case ordered > 1:
		reasons = append(reasons, fmt.Sprintf("%d reports were put to another by an officer", ordered))
	}
	return reasons
}
