package model

import "slices"

// calendar finds the reports whose dates and kinds can meet those of a given
// one, without looking at the rest. Reports lie in drawers: those of one or
// two days by day, those of up to a month by month, the rest together.
type calendar map[drawer][]*account

// drawer is a family of kinds and a stretch of days of one length.
type drawer struct {
	family Family
	span   Day // in days: 1, monthSpan, or 0 for reports of any length
	number Day // the how manieth stretch of that length
}

const monthSpan Day = 32

// drawers are those that a lies in: two where its days cross from one to the next.
func (c calendar) drawers(a *account) []drawer {
	var span Day
	switch {
	case a.days <= 2:
		span = 1
	case a.days <= int(monthSpan):
		span = monthSpan
	default:
		return []drawer{{a.family, 0, 0}}
	}
	first, last := a.from/span, a.to/span
	out := []drawer{{a.family, span, first}}
	if last != first {
		out = append(out, drawer{a.family, span, last})
	}
	return out
}

func (c calendar) add(a *account) {
	for _, d := range c.drawers(a) {
		c[d] = append(c[d], a)
	}
}

func (c calendar) remove(a *account) {
	for _, d := range c.drawers(a) {
		list := c[d]
		i := slices.Index(list, a)
		if i < 0 {
			continue
		}
		list[i] = list[len(list)-1]
		list[len(list)-1] = nil
		if c[d] = list[:len(list)-1]; len(c[d]) == 0 {
			delete(c, d)
		}
	}
}

// near calls visit for every report whose days may meet those of a; for one
// that crosses from drawer to drawer twice.
func (c calendar) near(a *account, visit func(*account)) {
	look := func(d drawer) {
		for _, o := range c[d] {
			visit(o)
		}
	}
	look(drawer{a.family, 0, 0})
	if a.days > int(12*monthSpan) {
		for d := range c {
			if d.family == a.family && d.span != 0 && d.number >= a.from/d.span && d.number <= a.to/d.span {
				look(d)
			}
		}
		return
	}
	for n := a.from; n <= a.to; n++ {
		look(drawer{a.family, 1, n})
	}
	for n := a.from / monthSpan; n <= a.to/monthSpan; n++ {
		look(drawer{a.family, monthSpan, n})
	}
}
