package model

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// agreement is why so many reports belong to their incident: what each has in
// common with the one that it follows, or the word of an officer.
type agreement struct {
	on      comparison
	ordered bool
	reports int32
}

// agreementsOf are those of the reports of one event behind the first, each once.
func agreementsOf(accounts []*account) []agreement {
	var out []agreement
	for _, a := range accounts[1:] {
		var is agreement
		if is.ordered = a.link.points == byOfficer; !is.ordered {
			o := a.link.to
			if o == nil || !slices.Contains(accounts, o) {
				o = accounts[0]
			}
			is.on = compare(a, o)
		}
		at := slices.IndexFunc(out, func(x agreement) bool { return x.on == is.on && x.ordered == is.ordered })
		if at < 0 {
			out, at = append(out, is), len(out)
		}
		out[at].reports++
	}
	return slices.Clone(out) // without room to grow
}

// Merged says in words why the reports of i are one event: what each has in
// common with the one that it follows, and how many have the same in common.
func (i *Incident) Merged() []string {
	count, ordered := map[string]int32{}, int32(0)
	for _, a := range i.agreements {
		if a.ordered {
			ordered = a.reports
			continue
		}
		count[a.on.words()] += a.reports
	}
	reasons := slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), strings.Compare(a, b))
	})
	for n, r := range reasons {
		reports := "1 report agrees with another on"
		if n := count[r]; n > 1 {
			reports = fmt.Sprintf("%d reports agree with others on", n)
		}
		reasons[n] = reports + " " + r
	}
	switch {
	case ordered == 1:
		reasons = append(reasons, "1 report was put to another by an officer")
	case ordered > 1:
		reasons = append(reasons, fmt.Sprintf("%d reports were put to another by an officer", ordered))
	}
	return reasons
}
