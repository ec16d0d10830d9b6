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
			cmp.Compare(firstByte(a.report.Evidence), firstByte(b.report.Evidence)))
	})
	i := &Incident{
		ID:      IncidentID(earliest(accounts).identity.String()),
		Kind:    core.Kind,
		When:    core.When,
		Summary: core.Summary,
	}
	i.Reports = make([]*Report, len(byPlace))
	for n, a := range byPlace {
		i.Reports[n] = a.report
	}
	for _, a := range accounts {
		i.Places = union(i.Places, a.report.Places, samePlace)
		i.Actors = union(i.Actors, a.report.Actors, sameActor)
	}
	i.Status = statusOf(i.Reports)
	i.Origins = origins(byPlace)
	i.Disputes = disputes(byPlace, i.Actors)
	i.Merged = explain(accounts)
	return i
}

// earliest is the report that appeared first: it gives an incident its ID, so
// that reports published later join without changing it.
func earliest(accounts []*account) *account {
	return slices.MinFunc(accounts, earlier)
}

// union is to with what more has besides, each once. It shares what it can.
func union[T any](to, more []T, same func(a, b T) bool) []T {
	shared := len(to) == 0
	for i, x := range more {
		switch {
		case slices.ContainsFunc(to, func(o T) bool { return same(o, x) }):
			shared = false
		case shared:
			to = more[: i+1 : i+1]
		default:
			to = append(to, x)
		}
	}
	return to
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
