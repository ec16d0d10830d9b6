package model

import (
	"cmp"
	"math/bits"
	"slices"
)

// merger finds out which reports tell one event. Each report follows the one
// that it matches best among those that tell more exactly, if it matches any;
// the reports that follow one another make up an incident.
//
//   - A report that is exact (it gives the days of the event) follows the exact
//     report that it matches best among those before it (see before).
//   - One that is not ("in October", "earlier this year") follows the exact
//     report that it matches best, a much-told one rather than one told once;
//     where it matches none, the best of the inexact reports before it.
//   - Of the reports that follow one another each joins the first incident of
//     which it excludes none, with half of which it agrees, and in which its
//     document has no other report.
//   - What officers put together or set apart goes before all this.
//
// Whom a report follows depends on which reports there are and not on how they
// came, so the incidents do too; and a change costs what lies near it.
type merger struct {
	calendar  calendar
	touched   map[*account]bool // reports that began, or begin, a line whose incidents are to be made anew
	incidents map[*account][]*Incident
	change    revision[*Incident]
	orders    orders
	named     map[ReportID]*account // reports that the orders name
	sites     pool[[]spot, whereDegree]
	casts     pool[parties, actorDegree]

	// Of add, kept for the next.
	matching []matching
	grown    []*account // exact reports that are now much more told
}

// matching is a report that another may follow, or that may follow it.
type matching struct {
	account *account
	points  int
}

// link is what a report has to the one that it follows.
type link struct {
	to     *account
	points int32
	tie    int32 // decides between equal points: the higher
}

func newMerger() *merger {
	return &merger{
		touched:   map[*account]bool{},
		incidents: map[*account][]*Incident{},
		named:     map[ReportID]*account{},
		sites:     pool[[]spot, whereDegree]{},
		casts:     pool[parties, actorDegree]{},
	}
}

// add takes a report up.
func (m *merger) add(a *account) {
	m.matching, m.grown = m.matching[:0], m.grown[:0]
	a.sites, a.cast = m.sites.take(a.sites), m.casts.take(a.cast)
	m.calendar.near(a, anyReport, func(o *account, points int) {
		m.matching = append(m.matching, matching{o, points})
		if a.exact && o.exact {
			a.told++
			o.told++
			if weightOf(o, o.told) > weightOf(o, o.told-1) {
				m.grown = append(m.grown, o)
			}
		}
	})
	m.calendar.add(a)
	a.held = true
	m.touched[a] = true
	for _, x := range m.matching {
		m.offer(a, x.account, x.points)
		m.offer(x.account, a, x.points)
	}
	for _, o := range m.grown {
		m.calendar.near(o, inexactOnly, func(loose *account, points int) { m.offer(loose, o, points) })
	}
	if m.orders.name(a) {
		m.named[a.report.ID()] = a
		m.rebind(a)
	}
}

// remove takes a report back; those that followed it look for another.
func (m *merger) remove(a *account) {
	m.calendar.remove(a)
	a.held = false
	m.unlink(a)
	m.touched[a] = true
	lost := slices.Clone(a.follow)
	if a.exact {
		m.calendar.near(a, exactOnly, func(o *account, _ int) {
			o.told--
			if weightOf(o, o.told) == weightOf(o, o.told+1) {
				return
			}
			for _, f := range o.follow {
				if !f.exact {
					lost = append(lost, f)
				}
			}
		})
	}
	for _, f := range lost {
		m.unlink(f)
	}
	for _, f := range lost {
		m.seek(f)
	}
	m.sites.leave(a.sites)
	m.casts.leave(a.cast)
	if m.orders.name(a) {
		delete(m.named, a.report.ID())
		m.rebind(a)
	}
}

// revoice makes a report speak in the voice of another source.
func (m *merger) revoice(a *account, source *Document) {
	a.source = source
	m.touched[first(a)] = true
}

// seek finds the report that a, which follows none, is to follow.
func (m *merger) seek(a *account) {
	of := anyReport
	if a.exact { // it follows no other
		of = exactOnly
	}
	m.calendar.near(a, of, func(o *account, points int) { m.offer(a, o, points) })
}

// offer makes a follow o where o goes before a and is better than what a follows.
func (m *merger) offer(a, o *account, points int) {
	if a.link.points == byOfficer || a.exact && (!o.exact || points < int(a.link.points)) || a.exact == o.exact && before(o, a) > 0 {
		return
	}
	l := newLink(a, o, points)
	switch {
	case a.link.to == o:
		a.link = l
	case l.better(a.link):
		m.unlink(a)
		m.touched[a] = true // where it began a line, it does so no more
		a.link = l
		o.follow = append(o.follow, a)
		m.touched[first(o)] = true
	}
}

// unlink makes a follow none.
func (m *merger) unlink(a *account) {
	o := a.link.to
	if o == nil {
		return
	}
	m.touched[first(o)] = true
	m.touched[a] = true
	i := slices.Index(o.follow, a)
	o.follow = slices.Delete(o.follow, i, i+1)
	a.link = link{}
}

func newLink(a, o *account, points int) link {
	switch {
	case a.exact: // the nearest days, their first above all
		return link{o, int32(points), -int32(2*distance(a.from, o.from) + distance(a.to, o.to))}
	case o.exact: // any exact report rather than an inexact one; of two the later
		return link{o, int32(1000 + points + weightOf(o, o.told)), int32(o.to)}
	}
	return link{o, int32(points), 0}
}

func (l link) better(than link) bool {
	if than.to == nil || l.points != than.points || l.tie != than.tie {
		return than.to == nil || cmp.Or(cmp.Compare(l.points, than.points), cmp.Compare(l.tie, than.tie)) > 0
	}
	return before(l.to, than.to) < 0
}

// weightOf is what an exact report that so many others match counts for with
// an inexact one. It grows with the magnitude of the number; of agreements and
// measures more slowly, because there the later stands for the earlier.
func weightOf(o *account, told int32) int {
	magnitude := bits.Len(uint(told + 1))
	if !violent[o.kind] {
		magnitude = (magnitude + 1) / 2
	}
	return magnitude * toldPoints
}

func distance(a, b Day) Day { return max(a, b) - min(a, b) }

// first is the report at the head of the line that a follows.
func first(a *account) *account {
	for a.link.to != nil {
		a = a.link.to
	}
	return a
}

// settle makes the incidents that changes touched anew, and returns what that
// does to the list of incidents.
func (m *merger) settle() revision[*Incident] {
	for a := range m.touched {
		m.gather(a)
	}
	m.touched = map[*account]bool{} // one that was large once stays slow to go through
	r := m.change
	m.change = revision[*Incident]{}
	return r
}
