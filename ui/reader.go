package ui

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"

	"crisisdesk/model"
	"crisisdesk/ui/clean"
)

// reader shows a document, wrapped, with the words of a fact highlighted.
type reader struct {
	theme         *theme
	page          *page
	rows          []stretch
	width, height int
	top           int
	mark          int    // position in page.marks that one is on
	fate          string // what became of the file since, "" where nothing did
}

// page is a document made ready to be shown.
type page struct {
	document  *model.Document
	text      string    // clean
	marks     []stretch // highlighted words, in order
	furniture []stretch // what is not of the article
	moved     bool      // the words of the fact do not stand where they stood
}

// newPage cleans a document and finds the words of spans in it.
func newPage(d *model.Document, raw []byte, spans []model.Span) *page {
	text, m := clean.TextMap(string(raw))
	p := &page{document: d, text: text}
	for _, s := range spans {
		if s.Start < 0 || s.End > len(raw) || s.Start >= s.End || string(raw[s.Start:s.End]) != s.Text {
			p.moved = true
			continue
		}
		p.marks = append(p.marks, stretch{m.Out(s.Start), m.Out(s.End)})
	}
	sort.Slice(p.marks, func(i, j int) bool { return p.marks[i].start < p.marks[j].start })
	end := 0
	for _, kept := range d.Passages {
		if kept.Start > end {
			p.furniture = append(p.furniture, stretch{m.Out(end), m.Out(kept.Start)})
		}
		end = max(end, kept.End)
	}
	if end < len(raw) && len(d.Passages) > 0 {
		p.furniture = append(p.furniture, stretch{m.Out(end), len(text)})
	}
	return p
}

// show opens a page at its first mark.
func (v *reader) show(p *page) {
	v.page, v.top, v.mark, v.fate = p, 0, 0, ""
	v.rewrap()
	v.toMark(0)
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

func (v *reader) rewrap() { v.rows = wrap(v.page.text, min(measure, v.width-3)) }

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
	case s.Document(d.ID) != nil:
		v.fate = ""
	case slices.ContainsFunc(s.Documents, func(o *model.Document) bool { return o.Path == d.Path }):
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
	words := fmt.Sprintf("words %d of %d", v.mark+1, len(v.page.marks))
	switch {
	case len(v.page.marks) == 0:
		return rows
	case v.width < stackedFrom:
		return words
	}
	return words + ", " + rows
}

// head is a row that tells who published the document, when and how that is
// known, and the file.
func (v *reader) head() string {
	d := v.page.document
	when := published(d.Published)
	if known := d.Published.KnownFrom; known != model.GroundNone && known != model.GroundBounds {
		when += ", by its " + string(known)
	}
	r := newRow(v.theme, v.width)
	r.gap(2)
	r.text(strings.Join([]string{outlet(d), when, d.Path}, " "+v.theme.dot+" "), v.theme.faint)
	return r.done()
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

// draw writes one row of text piece by piece, a sign before it where it holds
// highlighted words.
func (v *reader) draw(r *row, w stretch) {
	r.put(v.sign(w), 1, r.title)
	r.gap(1)
	for at := w.start; at < w.end; {
		st, end := v.styleAt(at)
		end = min(end, w.end)
		r.text(strings.ReplaceAll(v.page.text[at:end], "\n", " "), st)
		at = end
	}
}

func (v *reader) sign(w stretch) string {
	sign := " "
	for i, m := range v.page.marks {
		if m.start < max(w.end, w.start+1) && m.end > w.start {
			if i == v.mark {
				return ">"
			}
			sign = v.theme.vertical
		}
	}
	return sign
}

// styleAt is the style of byte at of the text and the byte where it ends.
func (v *reader) styleAt(at int) (style, int) {
	end := len(v.page.text)
	for i, m := range v.page.marks {
		switch {
		case at < m.start:
			end = min(end, m.start)
		case at < m.end && i == v.mark:
			return v.theme.cursor, m.end
		case at < m.end:
			return v.theme.highlight, v.markEnd(at, m.end)
		}
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

// markEnd is where the words from at to end give way to those one is on.
func (v *reader) markEnd(at, end int) int {
	if on := v.page.marks[v.mark]; on.start > at && on.start < end {
		return on.start
	}
	return end
}
