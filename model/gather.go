package model

import "slices"

// gather makes the incidents of the line that head begins anew, and keeps
// those that stay as they were.
func (m *merger) gather(head *account) {
	old := m.incidents[head]
	var now []*Incident
	if head.held && head.link.to == nil {
		for _, accounts := range m.orders.partition(line(head)) {
			i := slices.IndexFunc(old, func(x *Incident) bool { return x.isOf(accounts) })
			if i >= 0 && !slices.ContainsFunc(accounts, m.orders.name) { // what officers say may be another reason
				now = append(now, old[i])
				old = slices.Delete(old, i, i+1)
				continue
			}
			x := newIncident(accounts)
			now = append(now, x)
			m.change.come = append(m.change.come, x)
		}
	}
	m.change.gone = append(m.change.gone, old...)
	if len(now) == 0 {
		delete(m.incidents, head)
		return
	}
	m.incidents[head] = now
}

// line lists head and all that follow it, in the order of before.
func line(head *account) []*account {
	out := []*account{head}
	for i := 0; i < len(out); i++ {
		out = append(out, out[i].follow...)
	}
	slices.SortFunc(out, before)
	return out
}

// partition splits a line so that in no part two reports exclude each other
// or stand in one document, and each agrees with half of those before it, but
// as officers say.
func (o *orders) partition(accounts []*account) [][]*account {
	var parts []*part
	for _, a := range accounts {
		i := slices.IndexFunc(parts, func(p *part) bool { return o.bind(a, p) })
		if i < 0 {
			i = slices.IndexFunc(parts, func(p *part) bool { return p.admits(a) && !o.part(a, p) })
		}
		if i < 0 {
			parts = append(parts, &part{to: forEver})
			i = len(parts) - 1
		}
		parts[i].add(a)
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
	papers   []*Document // of each account
	times    []timing    // each once, as far as they exclude other days
	sites    []*sites    // each once
	from, to Day         // the days that all have in common; from is behind to where they have none
}

func (p *part) admits(a *account) bool {
	if p.otherDays(a) {
		return false
	}
	otherPlaces := func(s *sites) bool { return apart(a.sites, s) }
	if !slices.Contains(p.sites, a.sites) && slices.ContainsFunc(p.sites, otherPlaces) {
		return false
	}
	if !p.agrees(a) {
		return false
	}
	another := func(o *account) bool { return o.document == a.document && !retold(a, o) }
	return !slices.Contains(p.papers, a.document) || !slices.ContainsFunc(p.accounts, another)
}

// otherDays reports whether the days of one of p exclude those of a. They do
// not where all have some in common with a.
func (p *part) otherDays(a *account) bool {
	if p.from <= a.to && a.from <= p.to {
		return false
	}
	excludes := func(t timing) bool { return !daysMeet(&a.timing, &t) }
	return !slices.ContainsFunc(p.times, a.sameTiming) && slices.ContainsFunc(p.times, excludes)
}

// A report joins an incident where half of its first reports, the most exact,
// so many at most, give it so many points: one that follows another and has
// little in common with the rest would bring two events together. A closure
// lasts, and each report of it names its own crossing and day: one in six do.
const (
	jury     = 16
	inFavour = 20
)

func (p *part) agrees(a *account) bool {
	share := 2
	if a.kind == closure {
		share = 6
	}
	first := p.accounts[:min(jury, len(p.accounts))]
	need := (len(first) + share - 1) / share
	for i, o := range first {
		if compare(a, o).points() >= inFavour {
			need--
		}
		if left := len(first) - i - 1; need == 0 || need > left {
			break
		}
	}
	return need == 0
}

func (p *part) add(a *account) {
	p.accounts = append(p.accounts, a)
	p.papers = append(p.papers, a.document)
	p.from, p.to = max(p.from, a.from), min(p.to, a.to)
	if !slices.ContainsFunc(p.times, a.sameTiming) {
		p.times = append(p.times, a.timing)
	}
	if !slices.Contains(p.sites, a.sites) {
		p.sites = append(p.sites, a.sites)
	}
}
