package model

import (
	"container/heap"
	"slices"
)

// merger finds out which reports tell one event. Its result is a function of
// the set of reports alone, and a change costs what lies near it:
//
//   - Reports are ordered by exactness (see before). A report that matches no
//     core before it is itself a core; every other belongs to the core that it
//     matches best. (The first maximal independent set of the order, so which
//     reports are cores does not depend on how they came.)
//   - The reports of a core, in order, make up its incident, each where it
//     excludes none that is already there; those left over make up another.
type merger struct {
	all   calendar // every report
	cores calendar // the cores among them

	unsettled queue             // reports whose place is to be found anew
	touched   map[*account]bool // cores whose incidents are to be made anew
	incidents map[*account][]*gathered
	change    revision[*Incident]
}

// gathered is an incident with the accounts it was made of.
type gathered struct {
	incident *Incident
	accounts []*account
}

func newMerger() *merger {
	return &merger{
		all:       calendar{},
		cores:     calendar{},
		touched:   map[*account]bool{},
		incidents: map[*account][]*gathered{},
	}
}

// add takes a report up; settle finds its place.
func (m *merger) add(a *account) {
	m.all.add(a)
	m.unsettled.push(a)
}

// remove takes a report back, and sends those that belonged to it to look for
// another core.
func (m *merger) remove(a *account) {
	m.all.remove(a)
	m.unsettled.drop(a)
	m.leave(a)
	if a.core {
		m.dethrone(a)
	}
}

// settle finds the place of every report that a change touched, and returns
// what that does to the incidents.
func (m *merger) settle() revision[*Incident] {
	for len(m.unsettled.heap) > 0 {
		m.place(m.unsettled.pop())
	}
	for core := range m.touched {
		m.gather(core)
	}
	clear(m.touched)
	r := m.change
	m.change = revision[*Incident]{}
	return r
}

// place decides whether a is a core, and else to which core it belongs.
func (m *merger) place(a *account) {
	best, bestPoints, core := a, 0, true
	m.cores.near(a, func(c *account) {
		if c == a {
			return
		}
		points := match(a, c)
		if points < enough {
			return
		}
		if before(c, a) < 0 {
			core = false
		}
		if points > bestPoints || points == bestPoints && before(c, best) < 0 {
			best, bestPoints = c, points
		}
	})
	switch {
	case core && !a.core:
		m.enthrone(a)
	case !core && a.core:
		m.dethrone(a)
	}
	if core {
		best = a
	}
	if a.home != best {
		m.leave(a)
		m.join(a, best)
	}
}

// enthrone makes a a core; whoever matches it must look again.
func (m *merger) enthrone(a *account) {
	a.core = true
	m.cores.add(a)
	m.all.near(a, func(o *account) {
		if o != a && match(o, a) >= enough {
			m.unsettled.push(o)
		}
	})
}

// dethrone makes a a report like others; those that belonged to it, and the
// cores that it kept from being one, must look again.
func (m *merger) dethrone(a *account) {
	a.core = false
	m.cores.remove(a)
	for _, o := range a.members {
		m.unsettled.push(o)
	}
	m.all.near(a, func(o *account) {
		if o != a && before(a, o) < 0 && match(o, a) >= enough {
			m.unsettled.push(o)
		}
	})
}

func (m *merger) join(a, core *account) {
	a.home = core
	core.members = append(core.members, a)
	m.touched[core] = true
}

func (m *merger) leave(a *account) {
	if a.home == nil {
		return
	}
	i := slices.Index(a.home.members, a)
	a.home.members = slices.Delete(a.home.members, i, i+1)
	m.touched[a.home] = true
	a.home = nil
}

// gather makes the incidents of core anew, and keeps those that stay as they were.
func (m *merger) gather(core *account) {
	old := m.incidents[core]
	var now []*gathered
	for _, accounts := range partition(core.members) {
		i := slices.IndexFunc(old, func(g *gathered) bool { return slices.Equal(g.accounts, accounts) })
		if i >= 0 {
			now = append(now, old[i])
			old = slices.Delete(slices.Clone(old), i, i+1)
			continue
		}
		g := &gathered{newIncident(accounts), accounts}
		now = append(now, g)
		m.change.come = append(m.change.come, g.incident)
	}
	for _, g := range old {
		m.change.gone = append(m.change.gone, g.incident)
	}
	if len(now) == 0 {
		delete(m.incidents, core)
		return
	}
	m.incidents[core] = now
}

// partition splits the reports of one core so that in no part two reports
// exclude each other or stand in one document.
func partition(members []*account) [][]*account {
	members = slices.Clone(members)
	slices.SortFunc(members, before)
	var parts []*part
next:
	for _, a := range members {
		for _, p := range parts {
			if p.admits(a) {
				p.add(a)
				continue next
			}
		}
		parts = append(parts, newPart(a))
	}
	out := make([][]*account, len(parts))
	for i, p := range parts {
		out[i] = p.accounts
	}
	return out
}

// part is an incident in the making.
type part struct {
	accounts []*account
	from, to Day // the days that all can share: intervals that meet in pairs meet in one day
	sites    map[string]*account
	papers   map[DocumentID]bool
}

func newPart(a *account) *part {
	p := &part{sites: map[string]*account{}, papers: map[DocumentID]bool{}, to: a.to}
	p.add(a)
	return p
}

func (p *part) admits(a *account) bool {
	if a.from > p.to || a.to < p.from || p.papers[a.report.Document] {
		return false
	}
	if p.sites[a.sites] != nil {
		return true
	}
	for _, o := range p.sites {
		if apart(a, o) {
			return false
		}
	}
	return true
}

func (p *part) add(a *account) {
	p.accounts = append(p.accounts, a)
	p.from, p.to = max(p.from, a.from), min(p.to, a.to)
	p.sites[a.sites] = a
	p.papers[a.report.Document] = true
}

// queue hands out reports in their order, each once however often it was pushed.
type queue struct {
	heap   accountHeap
	queued map[*account]bool
}

func (q *queue) push(a *account) {
	if q.queued[a] {
		return
	}
	if q.queued == nil {
		q.queued = map[*account]bool{}
	}
	q.queued[a] = true
	heap.Push(&q.heap, a)
}

func (q *queue) pop() *account {
	a := heap.Pop(&q.heap).(*account)
	delete(q.queued, a)
	return a
}

func (q *queue) drop(a *account) {
	if !q.queued[a] {
		return
	}
	delete(q.queued, a)
	heap.Remove(&q.heap, slices.Index(q.heap, a))
}

type accountHeap []*account

func (h accountHeap) Len() int           { return len(h) }
func (h accountHeap) Less(i, j int) bool { return before(h[i], h[j]) < 0 }
func (h accountHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *accountHeap) Push(x any)        { *h = append(*h, x.(*account)) }
func (h *accountHeap) Pop() any {
	a := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return a
}
