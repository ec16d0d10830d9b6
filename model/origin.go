package model

import "cmp"

// Origin is who a report really comes from: the earliest source that the
// text credits, else the outlet, else the document itself. Two reports with
// the same Key are one origin, and an echo adds no support.
type Origin struct {
	Key  string // compared
	Name string // shown
}

// OriginIn is the origin of something in d for which the extractor found o. A
// source that the text credits stands; what d says in its own voice comes from
// the owner of its outlet, else from the outlet, else from the file.
func OriginIn(d *Document, o Origin) Origin {
	if o.Key != "" && o.Key != d.OutletID {
		return Origin{o.Key, cmp.Or(o.Name, o.Key)}
	}
	key := cmp.Or(d.OwnerID, d.OutletID, fold(d.Outlet))
	if key == "" {
		return Origin{"file " + d.Path, cmp.Or(d.Title, d.Path)}
	}
	return Origin{key, cmp.Or(d.Outlet, o.Name, key)}
}

// origins lists each origin of the accounts once, in their order.
func origins(accounts []voiced) []Origin {
	var out []Origin
	seen := map[string]bool{}
	for _, a := range accounts {
		if o := a.origin(); !seen[o.Key] {
			seen[o.Key] = true
			out = append(out, o)
		}
	}
	return out
}
