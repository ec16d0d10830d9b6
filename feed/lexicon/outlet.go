package lexicon

import "strings"

// OutletNamed looks a masthead or by-line up: the ID and full name of the
// outlet of which it is a name, and the ID of who owns it.
func (l *Lexicon) OutletNamed(name string) (id, full, owner string, ok bool) {
	words := strings.Fields(name)
	for _, found := range l.Match(l.Fold(words)) {
		if found.Start != 0 || found.End != len(words) {
			continue
		}
		for _, n := range found.Entries {
			if o, known := l.Outlet(n.ID); known && n.Kind == OutletName {
				return o.ID, o.Name, o.Owner, true
			}
		}
	}
	return "", "", "", false
}
