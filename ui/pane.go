package ui

import (
	"fmt"

	"crisisdesk/model"
)

// source is the items of a pane: those of the newest Snapshot that the filter
// lets through.
type source interface {
	items
	total() int // without the filter
	has(s *model.Snapshot, id string) bool
	about(s *model.Snapshot, id string) (items []model.Item, name string) // of an item that s has
	content(i int, t *theme) *content
}

// lists is a source whose items are a list of the Snapshot, in the order that
// r says: those that a filter lets through.
type lists interface {
	// pick is a picker of all in the Snapshot.
	pick(s *model.Snapshot, q model.Query, r recent) (place func())
	// narrow is one of those that show now, where no others pass the filter.
	narrow() picker
}

// picker finds what a filter lets through. It reads nothing of the screen, so
// that it can run beside it; what it returns puts the items there.
type picker func(s *model.Snapshot, q model.Query, r recent) (place func())

// headed is a source with heads above its columns.
type headed interface{ head(r *row) }

// pane is one of the lists of the main screen.
type pane struct {
	list
	name    string
	source  source
	lists   lists   // nil where the pane is a view
	builder builder // nil where it is no view
	heads   headed  // nil where the columns need none
	headed  bool    // there is room for the heads
	unread  map[string]struct{}
	turns   int // how often an item was read, or had to be read again
	recent  recent

	basis    basis  // of a view
	building bool   // a view is being built
	above    int    // unread items above the window
	rested   string // unread until the cursor came to rest on it; marked until it leaves
}

func newPane(name string, s source, t *theme) *pane {
	heads, _ := s.(headed)
	lists, _ := s.(lists)
	builder, _ := s.(builder)
	return &pane{list: newList(s, t), name: name, source: s, lists: lists, builder: builder, heads: heads, unread: map[string]struct{}{}}
}

// take takes note of what has gone since another Snapshot, and of what came.
func (p *pane) take(s *model.Snapshot, gone []string, arrived []arrival) {
	for _, id := range gone {
		if _, ok := p.unread[id]; ok {
			delete(p.unread, id)
			p.mark(id, "")
		}
	}
	for _, x := range arrived {
		p.recent.add(x.id)
		if _, ok := p.unread[x.id]; !ok && p.source.has(s, x.id) { // it may have gone in a pause
			p.unread[x.id] = struct{}{}
			p.mark(x.id, x.sign)
			if x.sign != isNew {
				p.turns++
			}
		}
	}
}

// mostAbove is as far as what is unread above the window is counted.
const mostAbove = 1000

// countAbove counts what is unread above the window, up to mostAbove.
func (p *pane) countAbove() {
	p.above = 0
	for i := 0; i < p.top && p.above < min(mostAbove, len(p.unread)); i++ {
		if _, ok := p.unread[p.source.id(i)]; ok {
			p.above++
		}
	}
}

// rest takes note that the officer is on the item under the cursor.
func (p *pane) rest() {
	if p.rested != p.current {
		p.leave()
	}
	if _, ok := p.unread[p.current]; ok {
		delete(p.unread, p.current)
		p.turns++
		p.rested = p.current
	}
	if p.above > 0 {
		p.countAbove()
	}
}

// readAll takes note that the officer has seen all that the pane lists, and
// says how much of it was unread.
func (p *pane) readAll() int {
	n := 0
	for i := range p.source.len() {
		id := p.source.id(i)
		if _, ok := p.unread[id]; ok {
			delete(p.unread, id)
			p.mark(id, "")
			n++
		}
	}
	p.turns += n
	p.countAbove()
	return n
}

// leave takes note that the officer has left the item that the cursor rested on.
func (p *pane) leave() {
	if p.rested != "" {
		p.mark(p.rested, "")
		p.rested = ""
	}
}

// bySign counts the unread items by their signs.
func (p *pane) bySign() map[sign]int {
	n := map[sign]int{}
	for id := range p.unread {
		n[p.signs[id]]++
	}
	return n
}

// nextUnread is the position of the first unread item after the cursor, else
// of the first above it or under it; -1 where there is none.
func (p *pane) nextUnread() int {
	n := p.source.len()
	if len(p.unread) == 0 {
		return -1
	}
	for i := range n {
		at := (p.cursor + 1 + i) % n
		if _, ok := p.unread[p.source.id(at)]; ok {
			return at
		}
	}
	return -1
}

// headedFrom is how many rows a pane has where one can be spared for heads.
const headedFrom = 8

// resize gives the pane its place, below its rule.
func (p *pane) resize(width, height int) {
	if p.headed = p.heads != nil && height >= headedFrom; p.headed {
		height--
	}
	p.list.resize(width, height)
}

// view adds the rule, the column heads and the rows of the pane.
func (p *pane) view(c *column, focused bool) {
	name := fmt.Sprintf("%s %d", p.name, p.source.len())
	if all := p.source.total(); all != p.source.len() {
		name = fmt.Sprintf("%s %d of %d", p.name, p.source.len(), all)
	}
	if p.recent.first {
		name += ", by arrival"
	}
	if len(p.unread) > 0 {
		name = fmt.Sprintf("%s, %d unread", name, len(p.unread))
	}
	place := p.span()
	if p.above > 0 {
		more := ""
		if p.above == mostAbove {
			more = "+"
		}
		place = fmt.Sprintf("%d%s new above, %s", p.above, more, place)
	}
	c.rule(titleRow(p.theme, p.width, name, place, focused))
	if p.headed {
		r := newRow(p.theme, p.width)
		p.heads.head(r)
		c.rows = append(c.rows, r.done())
	}
	c.rows = p.list.view(c.rows, focused)
	c.mark()
}

// selected is what a detail shows of the item under the cursor, nil where the pane is empty.
func (p *pane) selected() *content {
	if p.source.len() == 0 {
		return nil
	}
	return p.source.content(p.cursor, p.theme)
}
