package ui

import (
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"crisisdesk/model"
	"crisisdesk/ui/clean"
)

// prompt is the line in which a filter is typed.
type prompt struct {
	active bool
	text   string
	wrong  string // why the text makes no sense; the filter before it stands
}

const maxPrompt = 200 // bytes

// add appends what was typed or pasted.
func (p *prompt) add(s string) {
	if s = clean.Line(s); len(p.text)+len(s) <= maxPrompt {
		p.text += s
	}
}

// erase takes the last character away.
func (p *prompt) erase() {
	_, n := utf8.DecodeLastRuneInString(p.text)
	p.text = p.text[:len(p.text)-n]
}

// edit takes a key that writes or erases.
func (p *prompt) edit(k tea.KeyPressMsg) {
	switch k.String() {
	case "backspace":
		p.erase()
	case "ctrl+u":
		p.text = ""
	default:
		p.add(k.Text)
	}
}

// typed takes a key of the prompt: the panes follow what is typed, enter keeps
// it and esc drops it.
func (a *app) typed(k tea.KeyPressMsg) tea.Cmd {
	switch k.String() {
	case "ctrl+c":
		return tea.Quit
	case "enter":
		a.prompt.active = a.prompt.wrong != ""
		return nil
	case "esc", escTwice:
		a.prompt = prompt{}
	case "tab", "shift+tab", "up", "down", "pgup", "pgdown":
		return a.inPanes(a.Keys[atPanes].byKey[k.String()])
	default:
		a.prompt.edit(k)
	}
	a.refilter()
	return nil
}

// refilter asks for what the prompt lets through; what makes no sense, as words
// half typed do, changes nothing.
func (a *app) refilter() {
	q, err := model.ParseQuery(a.prompt.text)
	if a.prompt.wrong = ""; err != nil {
		a.prompt.wrong = err.Error()
		return
	}
	if q.String() == a.query.String() {
		return
	}
	a.query = q
	a.side.match, a.detail.match = q.Words(), q.Words()
	a.follow()
}

// promptRow is the line in which one types: what it is for, what was typed,
// and what can follow or end it, as far as there is room.
func promptRow(t *theme, width int, label, text, hint string) string {
	r := newRow(t, width)
	r.text(" "+label, t.title)
	if n := cells(text) - (r.left - 1); n > 0 { // the end is what one types
		text = ansi.TruncateLeft(text, n, "")
	}
	r.text(text, style{})
	r.put(" ", 1, t.cursor)
	r.text(hint, t.faint)
	return r.done()
}
