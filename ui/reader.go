package ui

import (
	"cmp"
	"fmt"
	"sort"
	"strings"

	"crisisdesk/model"
)

// reader shows a document, wrapped, with the words of all facts highlighted.
type reader struct {
	theme         *theme
	page          *page
	rows          []stretch
	width, height int
	top           int
	mark          int    // position in page.marks that one is on
	fate          string // what became of the file since, "" where nothing did
}

// show opens a page at its first mark.
func (v *reader) show(p *page) {
	v.page, v.top, v.mark, v.fate = p, 0, 0, p.version
	v.rewrap()
	v.toMark(p.opened)
}

// spell shows the same words spelt out, or as they read.
func (v *reader) spell() {
	v.page.lay(!v.page.verbatim)
	v.rewrap()
	v.scroll(v.top)
	v.toMark(v.mark)
}

func (v *reader) resize(width, height int) {
	rewrap := v.width != width
	v.width, v.height = width, height
	if v.page != nil && rewrap {
		at := 0
		if v.top < len(v.rows) {
			at = v.rows[v.top].start
		}
		v.rewrap()
		v.scroll(v.rowOf(at))
	}
	v.scroll(v.top)
}

func (v *reader) rewrap() { v.rows = wrap(v.page.text, min(measure, v.width-gutter-1)) }

func (v *reader) scroll(to int) { v.top = max(0, min(to, len(v.rows)-v.height)) }

// rowOf is the row that holds byte at of the text.
func (v *reader) rowOf(at int) int {
	return max(0, sort.Search(len(v.rows), func(i int) bool { return v.rows[i].start > at })-1)
}

// toMark goes to the i-th highlighted words, round the ends, and shows them
// with some text before.
func (v *reader) toMark(i int) {
	n := len(v.page.marks)
	if n == 0 {
		return
	}
	v.mark = (i + n) % n
	from, to := v.rowOf(v.page.marks[v.mark].start), v.rowOf(v.page.marks[v.mark].end)
	if from < v.top || to >= v.top+v.height {
		v.scroll(from - v.height/3)
	}
}

// do moves the window or the mark as a key says.
func (v *reader) do(k action) {
	switch k {
	case up:
		v.scroll(v.top - 1)
	case down:
		v.scroll(v.top + 1)
	case first:
		v.scroll(0)
	case last:
		v.scroll(len(v.rows))
	case pageUp:
		v.scroll(v.top - max(1, v.height-1))
	case pageDown:
		v.scroll(v.top + max(1, v.height-1))
	case halfUp:
		v.scroll(v.top - max(1, v.height/2))
	case halfDown:
		v.scroll(v.top + max(1, v.height/2))
	case spelled:
		v.spell()
	case nextMark:
		v.toMark(v.mark + 1)
	case previousMark:
		v.toMark(v.mark - 1)
	}
}

// refresh notes what became of the document that is open.
func (v *reader) refresh(s *model.Snapshot) {
	if v.page == nil {
		return
	}
	d := v.page.document
	switch {
	case v.page.version != "":
	case s.Document(d.ID) != nil:
		v.fate = ""
	case s.Documents.Any(func(o *model.Document) bool { return o.Path == d.Path }):
		v.fate = "CHANGED SINCE"
	default:
		v.fate = "WITHDRAWN"
	}
}

// title is the document's, with what became of it.
func (v *reader) title() string {
	d := v.page.document
	t := cmp.Or(d.Title, d.Path)
	if v.fate != "" {
		return v.fate + ": " + t
	}
	return t
}

// place says where in the document one is.
func (v *reader) place() string {
	rows := fmt.Sprintf("%d-%d of %d", v.top+1, min(len(v.rows), v.top+v.height), len(v.rows))
	if v.page.verbatim {
		rows = "raw, " + rows
	}
	return rows
}

// head is two rows: who published the document, when and how that is known,
// and the file; and which fact one is on.
func (v *reader) head(rows []string) []string {
	d := v.page.document
	when := published(d.Published)
	if known := d.Published.KnownFrom; known != model.GroundNone && known != model.GroundBounds {
		when += ", by its " + string(known)
	}
	r := newRow(v.theme, v.width)
	r.gap(gutter)
	r.text(v.theme.facts(outlet(d), when, d.Path), v.theme.faint)
	rows = append(rows, r.done())

	r = newRow(v.theme, v.width)
	if len(v.page.marks) == 0 {
		r.gap(gutter)
		r.text("nothing was found in it", v.theme.faint)
		return append(rows, r.done())
	}
	f, _ := v.fact()
	r.gap(1 + int(f.kind))
	r.put(factSigns[f.kind:f.kind+1], 1, v.theme.found[f.kind])
	r.gap(gutter - 2 - int(f.kind))
	r.text(fmt.Sprintf("%d of %d ", v.mark+1, len(v.page.marks)), v.theme.strong)
	r.text(squeeze(f.label), style{})
	return append(rows, r.done())
}

// view appends the rows of the window, always as many as its height.
func (v *reader) view(rows []string) []string {
	for y := range v.height {
		r := newRow(v.theme, v.width)
		if i := v.top + y; i < len(v.rows) {
			v.draw(r, v.rows[i])
		}
		rows = append(rows, r.done())
	}
	return rows
}

// gutter is what stands before the text: a sign on the rows of the words one is
// on, a letter for each kind of fact in the row, and a blank.
const gutter = 1 + int(factKinds) + 1

// draw writes one row of text piece by piece.
func (v *reader) draw(r *row, w stretch) {
	sign, on := " ", v.on()
	if on.start < w.end && on.end > w.start {
		sign = ">"
	}
	r.put(sign, 1, r.title)
	kinds := v.kinds(w)
	for k := range factKinds {
		if kinds&(1<<k) == 0 {
			r.gap(1)
		} else {
			r.put(factSigns[k:k+1], 1, r.faint)
		}
	}
	r.gap(1)
	r.isolatePieces(v.page.text[w.start:w.end], func() {
		for at := w.start; at < w.end; {
			st, end := v.styleAt(at)
			end = min(end, w.end)
			r.text(strings.ReplaceAll(v.page.text[at:end], "\n", " "), st)
			at = end
		}
	})
}

// fact is that of the words one is on, false where nothing was found.
func (v *reader) fact() (fact, bool) {
	if len(v.page.marks) == 0 {
		return fact{}, false
	}
	return v.page.facts[v.page.marks[v.mark].fact], true
}

// on is the words one is on; none where there are none.
func (v *reader) on() stretch {
	if len(v.page.marks) == 0 {
		return stretch{-1, -1}
	}
	return v.page.marks[v.mark].stretch
}

// kinds are those of the facts that have words in a row, a bit each.
func (v *reader) kinds(w stretch) (kinds uint8) {
	for _, p := range from(v.page.patches, w.start) {
		if p.start >= w.end {
			break
		}
		kinds |= p.kinds
	}
	return kinds
}

// styleAt is the style of byte at of the text and the byte where it ends.
func (v *reader) styleAt(at int) (style, int) {
	end, on := len(v.page.text), v.on()
	switch {
	case at < on.start:
		end = on.start
	case at < on.end:
		return v.theme.cursor, on.end
	}
	if next := from(v.page.patches, at); len(next) > 0 {
		if p := next[0]; at >= p.start {
			return v.theme.found[p.look], min(end, p.end)
		}
		end = min(end, next[0].start)
	}
	for _, f := range v.page.furniture {
		switch {
		case at < f.start:
			return style{}, min(end, f.start)
		case at < f.end:
			return v.theme.faint, min(end, f.end)
		}
	}
	return style{}, end
}
