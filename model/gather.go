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
			i = slices.IndexFunc(parts, func(p *part) bool { return !o.part(a, p) && p.admits(a) })
		}
		if i < 0 {
			parts = append(parts, newPart(a))
			continue
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
	times    map[timing]*account
	sites    map[*sites]*account
	papers   map[*Document]bool
}

func newPart(a *account) *part {
	p := &part{times: map[timing]*account{}, sites: map[*sites]*account{}, papers: map[*Document]bool{}}
	p.add(a)
	return p
}

func (p *part) admits(a *account) bool {
	if p.times[a.timing()] == nil {
		for _, o := range p.times {
			if !daysMeet(a, o) {
				return false
			}
		}
	}
	if p.papers[a.document] && slices.ContainsFunc(p.accounts, func(o *account) bool { return o.document == a.document && !retold(a, o) }) {
		return false
	}
	if p.sites[a.sites] == nil {
		for _, o := range p.sites {
			if apart(a, o) {
				return false
			}
		}
	}
	return p.agrees(a)
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
	first, agree := p.accounts[:min(jury, len(p.accounts))], 0
	for _, o := range first {
		if compare(a, o).points() >= inFavour {
			agree++
		}
	}
	return share*agree >= len(first)
}

func (p *part) add(a *account) {
	p.accounts = append(p.accounts, a)
	p.times[a.timing()] = a
	p.sites[a.sites] = a
	p.papers[a.document] = true
}
