package model

import "slices"

// calendar finds the reports whose kinds and days can meet those of a given
// one, without looking at the rest. Reports lie in drawers: those of one or
// two days by day, those of up to two months by month, the rest together.
type calendar map[drawer][]filed

// filed is a report in a drawer; its days lie beside it because most reports
// of a drawer are passed over for them.
type filed struct {
	from, to Day
	*account
}

// drawer is a kind and a stretch of days.
type drawer struct {
	kind   kindNumber
	span   Day // length of the stretch in days: 1, monthSpan, or 0 for any length
	number Day // the stretches of one length are numbered
}

const monthSpan Day = 32

// drawers are those that a lies in: several where its days cross from one stretch to the next.
func drawers(a *account) []drawer {
	span := monthSpan
	switch after := a.to - a.from; {
	case after >= 12*monthSpan:
		return []drawer{{kind: a.kind}}
	case after <= 1:
		span = 1
	}
	var out []drawer
	for n := a.from / span; n <= a.to/span; n++ {
		out = append(out, drawer{a.kind, span, n})
	}
	return out
}

func (c calendar) add(a *account) {
	for _, d := range drawers(a) {
		c[d] = append(c[d], filed{a.from, a.to, a})
	}
}

func (c calendar) remove(a *account) {
	for _, d := range drawers(a) {
		list := c[d]
		i := slices.Index(list, filed{a.from, a.to, a})
		list[i] = list[len(list)-1]
		list[len(list)-1] = filed{}
		if c[d] = list[:len(list)-1]; len(c[d]) == 0 {
			delete(c, d)
		}
	}
}

// near calls visit once for every report whose kind and days can meet those of a.
func (c calendar) near(a *account, visit func(*account)) {
	for _, kind := range meets[a.kind] {
		for _, o := range c[drawer{kind: kind}] {
			if o.from <= a.to && o.to >= a.from {
				visit(o.account)
			}
		}
	}
	if a.to-a.from > 12*monthSpan {
		for d, list := range c {
			if d.span > 0 && slices.Contains(meets[a.kind], d.kind) && d.number >= a.from/d.span && d.number <= a.to/d.span {
				visitFrom(a, list, d, a.from/d.span, visit)
			}
		}
		return
	}
	for _, span := range []Day{1, monthSpan} {
		first := a.from / span
		for _, kind := range meets[a.kind] {
			for n := first; n <= a.to/span; n++ {
				d := drawer{kind, span, n}
				visitFrom(a, c[d], d, first, visit)
			}
		}
	}
}

// visitFrom visits the reports of drawer d that share days with a, but for
// those that lie in an earlier drawer too and were met there: the search began
// with number first.
func visitFrom(a *account, list []filed, d drawer, first Day, visit func(*account)) {
	for _, o := range list {
		if o.from <= a.to && o.to >= a.from && (d.number == first || o.from/d.span == d.number) {
			visit(o.account)
		}
	}
}
