package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"crisisdesk/model"
)

// target is an actor or a place that one can jump to.
type target struct {
	name string
	pane int
	key  string // of its row there
}

// targets are those of one Snapshot, by name.
type targets struct {
	snapshot *model.Snapshot // nil where they have not been looked for
	all      []target
	names    []string // each once
}

// targetsMsg brings the targets of a Snapshot.
type targetsMsg targets

// findTargets looks for those of the Snapshot that shows, beside the screen.
func (a *app) findTargets() tea.Cmd {
	s := a.snapshot
	if a.targets.snapshot == s {
		return nil
	}
	return func() tea.Msg { return targetsMsg(targetsOf(s)) }
}

// targetsOf are the actors and places that incidents and statements name.
func targetsOf(s *model.Snapshot) targets {
	seen := map[target]bool{}
	for x := range s.Incidents.All() {
		for _, a := range x.Actors {
			seen[target{squeeze(a.Name), actorPane, playerKey(a.ID, a.Name)}] = true
		}
		for _, p := range x.Places {
			seen[target{squeeze(p.Name), placePane, siteKey(p)}] = true
		}
	}
	speakers := map[string]bool{} // most say more than one thing
	for x := range s.Statements.All() {
		if who := x.Speaker(); !speakers[who.Name] {
			speakers[who.Name] = true
			seen[target{squeeze(who.Name), actorPane, playerKey(who.ActorID, who.Name)}] = true
		}
	}
	all := make([]target, 0, len(seen))
	for t := range seen {
		all = append(all, t)
	}
	slices.SortFunc(all, func(a, b target) int { return strings.Compare(a.name+a.key, b.name+b.key) })
	names := make([]string, len(all))
	for i, t := range all {
		names[i] = t.name
	}
	return targets{s, all, slices.Compact(names)}
}

// targetNames are what can follow the word go.
func (a *app) targetNames() []string { return a.targets.names }

// jump goes to the row of the actor or place of a name; else of the first whose
// name begins so, or else in whose name it stands.
func (a *app) jump(name string) tea.Cmd {
	lower := strings.ToLower(name)
	for _, fits := range []func(string) bool{
		func(s string) bool { return s == lower },
		func(s string) bool { return strings.HasPrefix(s, lower) },
		func(s string) bool { return strings.Contains(s, lower) },
	} {
		i := slices.IndexFunc(a.targets.all, func(t target) bool { return fits(strings.ToLower(t.name)) })
		if i >= 0 && name != "" {
			a.goToRow(a.targets.all[i].pane, a.targets.all[i].key)
			return nil
		}
	}
	a.notice = "no actor or place is called " + name
	return nil
}

// goToRow shows a view with the cursor on the row of a key, as soon as it is
// there. A filter that could hide the row is cleared.
func (a *app) goToRow(pane int, key string) {
	a.filterBy("")
	a.alone, a.zoomed = false, false
	a.focusOn(pane)
	p := a.panes[pane]
	if i := p.source.find(key); i >= 0 {
		p.move(i)
	} else {
		p.current, p.pinned, p.follow = key, false, false
	}
	a.follow()
}
