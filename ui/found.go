package ui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"crisisdesk/model"
	"crisisdesk/model/archive"
)

// finder searches the texts of all documents that the desk keeps, as one
// types. The archive reads the disk for it, beside the screen.
type finder struct {
	list
	prompt prompt
	hits   *hits
	asked  int // the newest search
	cancel context.CancelFunc
}

// hits are the documents found: a row that names one, and a row of its words.
type hits struct{ all []archive.Hit }

func (h *hits) len() int        { return len(h.all) }
func (h *hits) id(i int) string { return string(h.all[i].Document) }
func (h *hits) height(int) int  { return 2 }

func (h *hits) find(id string) int {
	for i := range h.all {
		if h.id(i) == id {
			return i
		}
	}
	return -1
}

func (h *hits) draw(r *row, i, line int, _ sign) {
	x := h.all[i]
	if line == 1 {
		r.gap(2)
		r.put(squeeze(x.Snippet.Text), r.left, r.quote)
		return
	}
	gone := ""
	if !x.Gone.IsZero() {
		gone = "GONE " + dtg(x.Gone)
	}
	r.column(squeeze(x.Title)+" "+r.dot+" "+x.Path, r.left-1-len(gone), style{})
	r.put(gone, len(gone), r.alert)
}

const mostHits = 100

// foundMsg brings what a search found.
type foundMsg struct {
	asked int
	hits  []archive.Hit
	err   error
}

// openFinder goes to where the texts are searched.
func (a *app) openFinder() {
	if a.Desk == nil || a.Desk.Search == nil {
		a.notice = "the texts cannot be searched: there is no desk folder"
		return
	}
	a.enter(atFinder)
}

// find takes a key that writes or erases and searches for what stands then;
// a search under way for less is given up.
func (a *app) find(k tea.KeyPressMsg) tea.Cmd {
	f := &a.finder
	f.prompt.edit(k)
	return a.searchTexts()
}

func (a *app) searchTexts() tea.Cmd {
	f := &a.finder
	if f.cancel != nil {
		f.cancel()
	}
	f.asked++
	if f.match = strings.Fields(strings.ToLower(f.prompt.text)); len(f.match) == 0 {
		f.show(nil)
		return nil
	}
	ctx, cancel := context.WithCancel(a.ctx)
	f.cancel = cancel
	asked, words, search := f.asked, f.prompt.text, a.Desk.Search
	return func() tea.Msg {
		found, err := search(ctx, words, mostHits)
		return foundMsg{asked, found, err}
	}
}

// found shows what the newest search found.
func (a *app) found(m foundMsg) {
	switch {
	case m.asked != a.finder.asked:
	case m.err != nil:
		a.notice = "the texts cannot be searched: " + m.err.Error()
	default:
		a.finder.show(m.hits)
	}
}

// show replaces the hits; the cursor goes to the best.
func (f *finder) show(found []archive.Hit) {
	f.hits.all = found
	if f.empty = ""; len(f.match) > 0 {
		f.empty = "No text has all these words."
	}
	f.cursor, f.top, f.current = 0, 0, ""
	f.pinned = true
	f.changed()
}

// openHit opens the document under the cursor at the words that were found:
// from the folder, or where it has gone, what is kept of it.
func (a *app) openHit() tea.Cmd {
	f := &a.finder
	if f.hits.len() == 0 {
		return nil
	}
	hit := f.hits.all[f.cursor]
	var words []model.Span
	for _, w := range hit.Words {
		from := w.Start - hit.Snippet.Start
		words = append(words, model.Span{Document: hit.Document, Start: w.Start, End: w.End, Text: hit.Snippet.Text[from : from+w.End-w.Start]})
	}
	if d := a.snapshot.Document(hit.Document); d != nil {
		return a.openAt(d, words)
	}
	a.request++
	ctx, request, text := a.ctx, a.request, a.Desk.Text
	return func() tea.Msg {
		kept, err := text(ctx, hit.Path, hit.Document)
		if err != nil {
			return pageMsg{request: request, err: err}
		}
		p := newPage(&model.Document{ID: hit.Document, Path: hit.Path, Title: hit.Title}, kept, nil, words)
		p.version = "NOT ON THE BOARD"
		if !hit.Gone.IsZero() {
			p.version = "GONE FROM THE FOLDER " + dtg(hit.Gone)
		}
		return pageMsg{request: request, page: p}
	}
}
