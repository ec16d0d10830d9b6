package model

import "slices"

// calendar finds the reports that can tell the event of a given one, without
// looking at most of the rest. Reports lie in drawers by kind: those of one or
// two days by day, those of about a week by week, those of up to a year by
// month, the undated, the open-ended and the longer together. Each lies there
// with its traits, by which those are passed over that cannot match.
type calendar map[drawer][]filed

// filed is a report in a drawer.
type filed struct {
	traits
	account *account
}

// drawer is a kind and a stretch of days.
type drawer struct {
	kind   kindNumber
	span   Day // length of the stretch in days, one of spans, or 0 for any length
	number Day // the stretches of one length are numbered
}

const (
	weekSpan  Day = 8
	monthSpan Day = 32
)

var spans = [...]Day{1, weekSpan, monthSpan}

// drawers are those that a lies in: several where its days cross from one stretch to the next.
func drawers(a *account) []drawer {
	span := monthSpan
	switch after := a.to - a.from; {
	case a.days == noDays, after >= 12*monthSpan:
		return []drawer{{kind: a.kind}}
	case after <= 1:
		span = 1
	case after <= weekSpan:
		span = weekSpan
	}
	var out []drawer
	for n := a.from / span; n <= a.to/span; n++ {
		out = append(out, drawer{a.kind, span, n})
	}
	return out
}

func (c calendar) add(a *account) {
	f := filed{traitsOf(a), a}
	for _, d := range drawers(a) {
		c[d] = append(c[d], f)
	}
}

func (c calendar) remove(a *account) {
	for _, d := range drawers(a) {
		list := c[d]
		i := slices.IndexFunc(list, func(f filed) bool { return f.account == a })
		list[i] = list[len(list)-1]
		list[len(list)-1] = filed{}
		if c[d] = list[:len(list)-1]; len(c[d]) == 0 {
			delete(c, d)
		}
	}
}

// which of the reports a search is for.
type which uint8

const (
	anyReport which = iota
	exactOnly
	inexactOnly
)

// near calls visit once for each of the reports asked for that a can match. Of
// a report in several drawers that counts in which it begins, or the first of
// the search.
func (c calendar) near(a *account, of which, visit func(*account)) {
	t := traitsOf(a)
	from, to := t.from-slacks[t.kind], t.to+slacks[t.kind]
	look := func(d drawer, first Day) {
		points := kindPoints[kindDegrees[a.kind][d.kind]]
		list := c[d]
		for i := range list {
			f := &list[i]
			switch {
			case from > f.to || f.from > to, f.exact && of == inexactOnly, !f.exact && of == exactOnly:
			case d.number != first && f.from/d.span != d.number:
			case t.couldMatch(&f.traits, points):
				visit(f.account)
			}
		}
	}
	var kinds []kindNumber
	for _, kind := range meets[a.kind] {
		if t.couldMatchAny(kindPoints[kindDegrees[a.kind][kind]]) {
			kinds = append(kinds, kind)
			look(drawer{kind: kind}, 0)
		}
	}
	if a.to-a.from > 12*monthSpan { // there are fewer drawers than days
		for d := range c {
			if d.span > 0 && slices.Contains(kinds, d.kind) {
				look(d, from/d.span)
			}
		}
		return
	}
	spans := spans[:]
	if of == inexactOnly { // none gives a day
		spans = spans[1:]
	}
	for _, kind := range kinds {
		for _, span := range spans {
			first := from / span
			for n := first; n <= to/span; n++ {
				look(drawer{kind, span, n}, first)
			}
		}
	}
}
