package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// View is the whole screen.
func (a *app) View() tea.View {
	v := tea.NewView(a.frame())
	v.AltScreen = true
	v.WindowTitle = "crisisdesk"
	if a.Config.Mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}

// arrange gives every part of the screen its place.
func (a *app) arrange() {
	if a.tooSmall() {
		return
	}
	body := a.height - 2
	plan := a.plan()
	for _, s := range plan.panes {
		a.panes[s.pane].resize(plan.width, s.height-1)
	}
	a.side.resize(plan.beside, body-1)
	a.detail.resize(a.width, body-1)
	a.help.resize(a.width, body-1)
	a.reader.resize(a.width, body-3) // under two rows that tell of the document
	a.problems.resize(a.width, body-1)
	a.finder.resize(a.width, body-1)
	a.filters.resize(a.width, body-1)
	a.follow()
}

func (a *app) plan() arrangement {
	return arrange(a.width, a.height-2, a.focus, a.alone || a.focus >= boardPanes, a.zoomed, a.likes.Sizes)
}

func (a *app) tooSmall() bool { return a.width < minWidth || a.height < minHeight }

// frame is the screen: exactly height rows of width columns.
func (a *app) frame() string {
	if a.tooSmall() {
		return a.apology()
	}
	a.left.reset()
	a.right.reset()
	a.body()
	a.left.mark()

	var b strings.Builder
	b.Grow(a.width * a.height * 2)
	b.WriteString(a.statusRow())
	for y, row := range a.left.rows {
		b.WriteByte('\n')
		b.WriteString(row)
		if len(a.right.rows) > 0 {
			b.WriteString(joint(a.theme, a.left.rules[y], a.right.rules[y]))
			b.WriteString(a.right.rows[y])
		}
	}
	b.WriteByte('\n')
	b.WriteString(a.bottom())
	return b.String()
}

// body fills the columns with the place one is in.
func (a *app) body() {
	switch c := &a.left; a.at {
	case atPanes:
		a.beside(a.plan())
	case atDetail:
		title := a.detail.content.title
		if a.detail.withdrawn {
			title = "WITHDRAWN: " + title
		}
		c.rule(titleRow(a.theme, a.width, title, a.detail.place(), true))
		c.rows = a.detail.view(c.rows, true)
	case atReader:
		c.rule(titleRow(a.theme, a.width, a.reader.title(), a.reader.place(), true))
		c.rows = a.reader.view(a.reader.head(c.rows))
	case atProblems:
		c.rule(titleRow(a.theme, a.width, count(len(a.files.shown), "problem"), a.problems.span(), true))
		c.rows = a.problems.view(c.rows, true)
	case atHelp:
		c.rule(titleRow(a.theme, a.width, a.help.content.title, a.help.place(), true))
		c.rows = a.help.view(c.rows, false)
	case atFinder:
		c.rule(titleRow(a.theme, a.width, "Texts: "+count(a.finder.hits.len(), "document"), a.finder.span(), true))
		c.rows = a.finder.view(c.rows, true)
	case atFilters:
		c.rule(titleRow(a.theme, a.width, "Saved filters", a.filters.span(), true))
		c.rows = a.filters.view(c.rows, true)
	}
}

// beside fills the left column with panes, the right one with a detail.
func (a *app) beside(plan arrangement) {
	for _, s := range plan.panes {
		a.panes[s.pane].view(&a.left, s.pane == a.focus)
	}
	if plan.beside > 0 {
		a.right.rule(titleRow(a.theme, plan.beside, a.side.content.title, a.side.place(), false))
		a.right.rows = a.side.view(a.right.rows, false)
		a.right.mark()
	}
}

// bottom is the prompt, the last notice, or the keys of where one is.
func (a *app) bottom() string {
	switch {
	case a.writing.active:
		return promptRow(a.theme, a.width, "note: ", a.writing.line.text, "  enter save  esc drop")
	case a.command.active:
		return promptRow(a.theme, a.width, ":", a.command.text, "  "+a.commandHint(a.command.text))
	case a.prompt.active:
		hint := "enter keep  esc clear"
		if a.prompt.wrong != "" {
			hint = a.prompt.wrong
		}
		return promptRow(a.theme, a.width, "/", a.prompt.text, "  "+hint)
	case a.at == atFinder && a.notice == "":
		return promptRow(a.theme, a.width, "find in texts: ", a.finder.prompt.text, "  up down  enter document  esc back")
	case a.notice != "":
		r := newRow(a.theme, a.width)
		r.gap(1)
		r.text(a.notice, a.theme.strong)
		return r.done()
	}
	return hintRow(a.theme, a.width, a.Keys[a.at])
}

// apology is what a terminal shows that is too small for a screen.
func (a *app) apology() string {
	const text = "This terminal is too small: crisisdesk needs 40 columns and 12 rows. q quits."
	rows := make([]string, 0, a.height)
	for _, w := range wrap(text, a.width) {
		if len(rows) == a.height {
			break
		}
		r := newRow(a.theme, a.width)
		r.put(text[w.start:w.end], a.width, style{})
		rows = append(rows, r.done())
	}
	for len(rows) < a.height {
		rows = append(rows, blanks(a.width))
	}
	return strings.Join(rows, "\n")
}
