package model

import "strings"

// Bounds are the least and the greatest of the figures that sources state on
// one key, as the tolls of UCDP GED have them beside a best estimate, which is
// an officer's. Figures that stand for a part, that a later one of their
// source replaced, or that give no number do not count.
type Bounds struct {
	Low, High int // High is NoLimit where a source names no upper limit
	Floor     int // the most conservative reading, as ACLED codes one: never above Low
}

// Bounds are those of a toll; not ok where nobody gives a number, or where
// the same people are told as fighters and as civilians.
func (d Dispute) Bounds() (b Bounds, ok bool) {
	if d.Matter != Toll || d.Relation == StatusSplit {
		return Bounds{}, false
	}
	for _, p := range d.Claims {
		if p.Relation != "" || !p.Numbered() {
			continue
		}
		if !ok {
			b, ok = Bounds{p.least(), p.Max, p.floor()}, true
			continue
		}
		b.Low, b.Floor = min(b.Low, p.least()), min(b.Floor, p.floor())
		if b.High != NoLimit && (p.Max == NoLimit || p.Max > b.High) {
			b.High = p.Max
		}
	}
	return b, ok
}

// Floor is the single figure of dead that ACLED would code of the event: the
// lowest that anybody states of any of its people, and never one that nobody
// states. Not ok where no dead are counted, or where it is disputed who they
// were.
func (i *Incident) Floor() (floor int, ok bool) {
	for _, d := range i.Disputes() {
		if d.Relation == StatusSplit && d.Measure == Killed {
			return 0, false
		}
	}
	for _, c := range i.Casualties() {
		p := Position{Min: c.Min, Max: c.Max, Span: c.Evidence}
		if c.Outcome == Killed && p.Numbered() && (!ok || p.floor() < floor) {
			floor, ok = p.floor(), true
		}
	}
	return floor, ok
}

// least is the lowest number that a position allows and states: "up to 12"
// states 12.
func (p Position) least() int {
	if p.Min == 0 {
		return p.Max
	}
	return p.Min
}

// vague are the words for numbers that ACLED's codebook (2024) reads lower
// than their plural says.
var vague = []struct {
	word         string
	stated, read int
}{{"tens of", 20, 10}, {"dozens", 24, 12}, {"hundreds", 200, 100}}

// floor is the figure that ACLED would code for a position.
func (p Position) floor() int {
	n := p.least()
	words := fold(p.Span.Text)
	for _, v := range vague {
		if n == v.stated && p.Max == NoLimit && strings.Contains(words, v.word) {
			return v.read
		}
	}
	return n
}
