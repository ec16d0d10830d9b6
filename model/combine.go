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
		return cmp.Or(strings.Compare(a.path, b.path),
			cmp.Compare(firstByte(a.report.Evidence), firstByte(b.report.Evidence)))
	})
	i := &Incident{
		ID:      IncidentID(earliest(accounts).identity),
		Kind:    core.Kind,
		When:    core.When,
		Summary: core.Summary,
	}
	for _, a := range byPlace {
		i.Reports = append(i.Reports, a.report)
		i.Casualties = append(i.Casualties, a.report.Casualties...)
	}
	for _, a := range accounts {
		i.Places = addPlaces(i.Places, a.report.Places)
		i.Actors = addActors(i.Actors, a.report.Actors)
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

func addPlaces(to, more []Place) []Place {
	for _, p := range more {
		if !slices.ContainsFunc(to, func(o Place) bool { return o.ID == p.ID && o.Name == p.Name }) {
			to = append(to, p)
		}
	}
	return to
}

func addActors(to, more []Actor) []Actor {
	for _, x := range more {
		same := func(o Actor) bool {
			return o.Role == x.Role && (x.ID != "" && o.ID == x.ID || x.ID == "" && fold(o.Name) == fold(x.Name))
		}
		if !slices.ContainsFunc(to, same) {
			to = append(to, x)
		}
	}
	return to
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
