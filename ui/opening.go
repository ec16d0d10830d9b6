package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"crisisdesk/model"
)

// pageMsg brings the document that a request asked for.
type pageMsg struct {
	request int
	page    *page
	said    string // why there is no page, where that is no error
	err     error
}

// openDetail shows the item under the cursor with all its reports.
func (a *app) openDetail() {
	p := a.panes[a.focus]
	c := p.selected()
	if c == nil {
		return
	}
	p.rest()
	a.opened = item{a.focus, p.current}
	a.detail.show(c)
	a.enter(atDetail)
}

// openFact shows the item that the words one is on in a document belong to.
func (a *app) openFact() {
	f, ok := a.reader.fact()
	if !ok || f.item.id == "" {
		a.notice = "nothing was found in these words"
		return
	}
	p := a.panes[f.item.pane]
	i := p.source.find(f.item.id)
	if i < 0 {
		a.notice = "the filter hides it, or it has gone from the board"
		return
	}
	a.opened = f.item
	a.detail.show(p.source.content(i, a.theme))
	a.enter(atDetail)
}

// refreshDetail brings the open detail up to date; what was withdrawn stays,
// and is called so.
func (a *app) refreshDetail() {
	if a.detail.content == nil {
		return
	}
	p := a.panes[a.opened.pane]
	if i := p.source.find(a.opened.id); i >= 0 {
		a.detail.refresh(p.source.content(i, a.theme))
	} else if !p.source.has(a.snapshot, a.opened.id) {
		a.detail.withdrawn = true
	}
}

// openDocument asks for the document at the words under the cursor.
func (a *app) openDocument() tea.Cmd {
	where, ok := a.detail.selected()
	if !ok {
		a.notice = "nothing here opens a document"
		return nil
	}
	d := a.snapshot.Document(where.document)
	if d == nil {
		a.notice = "the document has gone from the folder"
		return nil
	}
	return a.openAt(d, where.spans)
}

// openAt asks for a document at words of it.
func (a *app) openAt(d *model.Document, words []model.Span) tea.Cmd {
	a.request++
	ctx, request, read, theme, snapshot := a.ctx, a.request, a.Open, a.theme, a.snapshot
	return func() tea.Msg {
		raw, err := read(ctx, d)
		if err != nil {
			return pageMsg{request: request, err: err}
		}
		return pageMsg{request: request, page: newPage(d, string(raw), theme.factsIn(snapshot, d), words)}
	}
}

// showPage shows the document last asked for, unless the officer went elsewhere.
func (a *app) showPage(m pageMsg) {
	switch {
	case m.request != a.request:
	case m.err != nil:
		a.notice = "cannot open the document: " + m.err.Error()
	case m.page == nil:
		a.notice = m.said
	default:
		a.reader.show(m.page)
		a.enter(atReader)
		a.notice = strings.Join(m.page.document.Notes, "; ")
		if m.page.moved {
			a.notice = "the file is not what was read: some words do not stand where they stood"
		}
	}
}
