package model

import (
	"cmp"
	"slices"
	"strings"
)

// repostFrom is the likeness from which one text is a copy of another (rule 2
// of DESIGN).
const repostFrom = 0.8

// bandRows is how many numbers of a sketch make a band: sketches that are alike
// enough share at least one band nearly always, others seldom.
const bandRows = 6

// band stands for a place in a sketch and the numbers there.
type band uint64

// reposts keeps the documents of a board whose texts are copies of one
// another together.
type reposts struct {
	bands   map[band]*holding // the latest that has it
	changed map[*copies]bool  // those of which some may have another source since they last spoke
}

func newReposts() *reposts {
	return &reposts{map[band]*holding{}, map[*copies]bool{}}
}

// copies are documents of one text. The first is where it comes from: the one
// that appeared first.
type copies []*holding

// add takes a holding in.
func (r *reposts) add(h *holding) {
	h.copies = &copies{h}
	r.changed[h.copies] = true
	for b := range bandsOf(h.sketch()) {
		if o := r.bands[b]; o != nil && o.copies != h.copies && o.sketch().Likeness(h.sketch()) >= repostFrom {
			r.join(o.copies, h.copies)
		}
		r.bands[b] = h
	}
}

// join puts the copies of b to those of a.
func (r *reposts) join(a, b *copies) {
	for _, m := range *b {
		m.copies = a
		i, _ := slices.BinarySearchFunc(*a, m, firstCopy)
		*a = slices.Insert(*a, i, m)
	}
	delete(r.changed, b)
	r.changed[a] = true
}

// remove takes a holding back.
func (r *reposts) remove(h *holding) {
	rest := slices.DeleteFunc(*h.copies, func(m *holding) bool { return m == h })
	*h.copies = rest
	r.changed[h.copies] = true
	for b := range bandsOf(h.sketch()) {
		if r.bands[b] == h {
			delete(r.bands, b)
		}
	}
	for _, m := range rest {
		for b := range bandsOf(m.sketch()) {
			if r.bands[b] == nil {
				r.bands[b] = m
			}
		}
	}
}

// settle calls speak for every holding whose voice is not, or no more, that of
// its source: once, however many copies came or went since the last call.
func (r *reposts) settle(speak func(*holding)) {
	for c := range r.changed {
		for _, h := range *c {
			if h.voice != h.source() {
				speak(h)
			}
		}
	}
	r.changed = map[*copies]bool{}
}

// bandsOf goes through the bands of a sketch.
func bandsOf(s Sketch) func(yield func(band) bool) {
	return func(yield func(band) bool) {
		for at := 0; at+bandRows <= len(s); at += bandRows {
			sum := 14695981039346656037 ^ uint64(at)
			for _, x := range s[at : at+bandRows] {
				sum = (sum ^ uint64(x)) * 1099511628211
			}
			if !yield(band(sum)) {
				return
			}
		}
	}
}

// firstCopy orders copies by when they appeared: the dated before the undated,
// then by path.
func firstCopy(a, b *holding) int {
	day := func(h *holding) Day { return h.shown.document.Published.From }
	if (day(a) == 0) != (day(b) == 0) {
		return cmp.Compare(day(b), day(a))
	}
	return cmp.Or(cmp.Compare(day(a), day(b)), strings.Compare(a.facts.document.Path, b.facts.document.Path))
}

func (h *holding) sketch() Sketch { return h.facts.document.Sketch }

// source is the document whose voice a holding is to have: its own, or the one
// that it copies.
func (h *holding) source() *Document { return (*h.copies)[0].shown.document }
