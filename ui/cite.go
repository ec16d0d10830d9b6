package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"crisisdesk/model"
)

// cite sends the words one is on, with their document, to the clipboard of the
// officer's terminal. The terminal does not answer whether it took them.
func (a *app) cite() tea.Cmd {
	d, spans := a.words()
	if d == nil {
		a.notice = "nothing here has words to cite"
		return nil
	}
	a.notice = "sent to the clipboard"
	return tea.Raw(outward(a.Environ, ansi.SetSystemClipboard(citation(d, spans))))
}

// words are those one is on, and their document; nil where there are none.
func (a *app) words() (*model.Document, []model.Span) {
	where, ok := a.detail.selected()
	switch a.at {
	case atReader:
		f, _ := a.reader.fact()
		return a.reader.page.document, f.spans
	case atPanes:
		c := a.panes[a.focus].selected()
		if ok = c != nil && len(c.places) > 0; ok {
			where = c.places[0]
		}
	}
	if !ok {
		return nil, nil
	}
	return a.snapshot.Document(where.document), where.spans
}

// citation is words with outlet, date, title and file.
func citation(d *model.Document, spans []model.Span) string {
	words := ""
	for _, s := range spans {
		words += fmt.Sprintf("“%s” ", squeeze(s.Text))
	}
	return words + fmt.Sprintf("(%s, %s, %s; %s)", squeeze(outlet(d)), published(d.Published), orNone(squeeze(d.Title)), squeeze(d.Path))
}
