package ui

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"crisisdesk/model"
)

// actors is the view of who did and said what, those first of whom most is told.
type actors struct{ derived[player] }

// player is an actor with what is told of it.
type player struct {
	key, name string
	did       []*model.Incident // as initiator or mediator
	suffered  []*model.Incident // as target
	said      []*model.Said
	days      []model.Day // of what of that is known to within a few days
	latest    model.When  // of all that
	against   string      // whom it was aimed at
}

func newActors(empty *model.Snapshot) *actors {
	return &actors{newDerived(empty, func(p *player) string { return p.key }, playersOf)}
}

func playerKey(id, name string) string { return cmp.Or(id, strings.ToLower(name)) }

// playersOf counts what each actor did, suffered and said.
func playersOf(s *model.Snapshot, q model.Query) []player {
	players := map[string]*player{}
	of := func(id, name string, w model.When) *player {
		key := playerKey(id, name)
		p := players[key]
		if p == nil {
			p = &player{key: key, name: name}
			players[key] = p
		}
		p.latest = later(p.latest, w)
		if exact(w) {
			p.days = append(p.days, w.Latest())
		}
		return p
	}
	for x := range q.Incidents(s.Incidents).All() {
		for _, a := range x.Actors {
			p := of(a.ID, a.Name, x.When)
			if a.Role == model.Target {
				p.suffered = append(p.suffered, x)
			} else {
				p.did = append(p.did, x)
			}
		}
	}
	for x := range q.Statements(s.Statements).All() {
		who := x.Speaker()
		p := of(who.ActorID, who.Name, x.When())
		p.said = append(p.said, x)
	}
	all := make([]player, 0, len(players))
	for _, p := range players {
		p.against = against(p.did)
		all = append(all, *p)
	}
	slices.SortFunc(all, func(a, b player) int {
		return cmp.Or(cmp.Compare(b.weight(), a.weight()), strings.Compare(a.key, b.key))
	})
	return all
}

// later is the When that may end later, of two that end alike the more exact.
func later(a, b model.When) model.When {
	if !a.Known() || b.Latest() > a.Latest() || b.Latest() == a.Latest() && b.Days() < a.Days() {
		return b
	}
	return a
}

func (p *player) weight() int { return len(p.did) + len(p.suffered) + len(p.said) }

func (v *actors) about(*model.Snapshot, string) ([]model.Item, string) { return nil, "" }

const nameWidth = 30

// nameColumn is how wide a name may be in a row of width, beside three counts.
func nameColumn(width int) int { return min(nameWidth, width-1-1-3*(countWidth+1)) }

// runWidth is the days that the run of a row shows.
func runWidth(width int) int {
	return max(0, min(120, width-(1+nameWidth+1+3*(countWidth+1)+whenWidth+1)))
}

func (v *actors) head(r *row) {
	days := runWidth(r.left)
	name := nameColumn(r.left)
	r.gap(1)
	r.column("ACTOR", name, r.faint)
	r.column("DID", countWidth, r.faint)
	r.column("HIT", countWidth, r.faint)
	r.column("SAID", countWidth, r.faint)
	if r.left < whenWidth {
		return
	}
	r.column("LATEST", whenWidth, r.faint)
	r.put(recentDays(v.snapshot.AsOf, days).String(), days, r.faint)
}

func (v *actors) draw(r *row, i, _ int, _ sign) {
	p := &v.shown[i]
	days := runWidth(r.left + 1)
	r.column(squeeze(p.name), nameColumn(r.left+1), style{})
	for _, n := range []int{len(p.did), len(p.suffered), len(p.said)} {
		r.column(blankZero(n), countWidth, style{})
	}
	if r.left < whenWidth {
		return
	}
	r.column(r.label(p.latest), whenWidth, style{})
	r.put(r.run(recentDays(v.snapshot.AsOf, days), p.days), days, r.quote)
}

// against counts whom incidents were aimed at, those most often first.
func against(did []*model.Incident) string {
	n := map[string]int{}
	for _, x := range did {
		for _, a := range x.Actors {
			if a.Role == model.Target {
				n[squeeze(a.Name)]++
			}
		}
	}
	names := slices.SortedFunc(maps.Keys(n), func(a, b string) int {
		return cmp.Or(cmp.Compare(n[b], n[a]), strings.Compare(a, b))
	})
	for i, name := range names {
		names[i] = fmt.Sprintf("%s (%d)", name, n[name])
	}
	return listed(names)
}

func (v *actors) content(i int, t *theme) *content {
	p := &v.shown[i]
	c := &content{theme: t, title: p.name}
	c.add(strongLook, 0, "%s", squeeze(p.name))
	c.fields(plainLook, 0, "did "+count(len(p.did), "thing"), "was the target of "+count(len(p.suffered), "thing"), "said "+count(len(p.said), "thing"))
	c.fields(plainLook, 0, after("against ", p.against))
	c.told("Did:", p.did)
	c.told("Target of:", p.suffered)
	c.said("Said:", p.said)
	return c
}
