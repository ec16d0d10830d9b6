package model

import (
	"math"
	"slices"
)

// orders are what officers say of reports: which tell one event, and which tell
// different ones. They go before all that the merger finds.
type orders struct {
	together [][]ReportID
	group    map[ReportID]int        // the place of a report's list in together
	apart    map[ReportID][]ReportID // between the reports that stand for their lists
}

// byOfficer are the points of a link that an officer made; no other is better.
const byOfficer = math.MaxInt32

func ordersOf(w *Work) orders {
	o := orders{together: w.Together, group: map[ReportID]int{}, apart: map[ReportID][]ReportID{}}
	for i, list := range w.Together {
		for _, id := range list {
			o.group[id] = i
		}
	}
	for _, pair := range w.Apart {
		a, b := o.standsFor(pair[0]), o.standsFor(pair[1])
		o.apart[a] = append(o.apart[a], b)
		o.apart[b] = append(o.apart[b], a)
	}
	return o
}

// standsFor is the first report of the list that officers put id in, else id.
func (o *orders) standsFor(id ReportID) ReportID {
	if i, ok := o.group[id]; ok {
		return o.together[i][0]
	}
	return id
}

// name reports whether an officer said something of the report of a.
func (o *orders) name(a *account) bool { return !o.none() && o.mention(a.report.ID()) }

func (o *orders) none() bool { return len(o.group)+len(o.apart) == 0 }

func (o *orders) mention(id ReportID) bool {
	_, bound := o.group[id]
	return bound || len(o.apart[id]) > 0
}

// bind reports whether an officer put a and one of p together.
func (o *orders) bind(a *account, p *part) bool {
	if len(o.group) == 0 {
		return false
	}
	group, bound := o.group[a.report.ID()]
	return bound && slices.ContainsFunc(p.accounts, func(x *account) bool {
		other, ok := o.group[x.report.ID()]
		return ok && other == group
	})
}

// part reports whether an officer set a, or one that goes with it, apart from
// one of p, or from one that goes with it.
func (o *orders) part(a *account, p *part) bool {
	if len(o.apart) == 0 {
		return false
	}
	apart := o.apart[o.standsFor(a.report.ID())]
	return len(apart) > 0 && slices.ContainsFunc(p.accounts, func(x *account) bool {
		return slices.Contains(apart, o.standsFor(x.report.ID()))
	})
}

// obey replaces the orders of officers.
func (m *merger) obey(next orders) {
	var freed []*account
	for _, list := range m.orders.together {
		for _, id := range list {
			if a := m.named[id]; a != nil && a.link.points == byOfficer {
				m.unlink(a)
				freed = append(freed, a)
			}
		}
	}
	m.touchNamed()
	m.orders = next
	m.findNamed()
	for _, a := range freed {
		m.seek(a)
	}
	for i := range next.together {
		m.bind(i)
	}
	m.touchNamed()
}

// findNamed finds the reports that the orders name.
func (m *merger) findNamed() {
	m.named = map[ReportID]*account{}
	if m.orders.none() {
		return
	}
	for reports := range m.calendar.all() {
		for _, f := range reports {
			if id := f.account.report.ID(); m.orders.mention(id) {
				m.named[id] = f.account
			}
		}
	}
}

// touchNamed has the incidents made anew whose reports the orders name.
func (m *merger) touchNamed() {
	touch := func(id ReportID) {
		if a := m.named[id]; a != nil {
			m.touched[first(a)] = true
		}
	}
	for id := range m.orders.group {
		touch(id)
	}
	for id := range m.orders.apart {
		touch(id)
	}
}

// rebind lets those reports follow one another that officers put together with
// a, which has come or gone.
func (m *merger) rebind(a *account) {
	if list, ok := m.orders.group[a.report.ID()]; ok {
		m.bind(list)
	}
}

// bind lets all reports of one list of officers follow the first of them.
func (m *merger) bind(list int) {
	var there []*account
	for _, id := range m.orders.together[list] {
		if a := m.named[id]; a != nil {
			there = append(there, a)
		}
	}
	if len(there) == 0 {
		return
	}
	head := slices.MinFunc(there, leads)
	if head.link.points == byOfficer {
		m.unlink(head)
		m.seek(head)
	}
	for _, a := range there {
		if a == head || a.link.to == head && a.link.points == byOfficer {
			continue
		}
		m.unlink(a)
		m.touched[a] = true
		a.link = link{to: head, points: byOfficer}
		head.follow = append(head.follow, a)
	}
	m.touched[first(head)] = true
}

// leads orders reports such that none follows one behind it.
func leads(a, b *account) int {
	switch {
	case a.exact == b.exact:
		return before(a, b)
	case a.exact:
		return -1
	}
	return 1
}
