package ui

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"crisisdesk/ui/clean"
)

// SaveIn gives [Options] a Save that writes into dir. It replaces no file, and
// only the account that runs the program can read what it writes.
func SaveIn(dir string) func(name string, text []byte) (path string, err error) {
	return func(name string, text []byte) (string, error) {
		path, err := filepath.Abs(filepath.Join(dir, name))
		if err != nil {
			return "", err
		}
		f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if err != nil {
			return "", err
		}
		_, err = f.Write(text)
		return path, errors.Join(err, f.Close())
	}
}

// saveItem writes what is told of the item one is on to a file.
func (a *app) saveItem() tea.Cmd {
	var c *content
	switch a.at {
	case atPanes:
		c = a.panes[a.focus].selected()
	case atDetail:
		c = a.detail.content
	case atReader:
		c = a.reader.page.content(a.theme)
	}
	if c == nil {
		a.notice = "there is nothing here to save"
		return nil
	}
	return a.write(c.title, ".md", c.markdown())
}

// mostSaved is how many rows of a pane one file takes.
const mostSaved = 10_000

// saveRows writes the rows of the pane that has the keys to a file, as wide as
// they are worth reading.
func (a *app) saveRows() tea.Cmd {
	const width = 200
	p := a.panes[a.focus]
	var b strings.Builder
	add := func(draw func(*row)) {
		r := newRow(a.theme.plain, width)
		draw(r)
		b.WriteString(strings.TrimRight(r.done(), " ") + "\n")
	}
	if p.heads != nil {
		add(p.heads.head)
	}
	n := min(p.source.len(), mostSaved)
	for i := range n {
		for line := range p.source.height(width) {
			add(func(r *row) {
				r.gap(1)
				p.source.draw(r, i, line, p.signs[p.source.id(i)])
			})
		}
	}
	if rest := p.source.len() - n; rest > 0 {
		fmt.Fprintf(&b, "and %d more: a filter brings them\n", rest)
	}
	return a.write(p.name, ".txt", b.String())
}

// write saves a text under a name that tells what and when, and says where.
func (a *app) write(what, ending, text string) tea.Cmd {
	if a.Save == nil {
		a.notice = "nothing can be saved from here"
		return nil
	}
	name, save := "crisisdesk-"+a.Now().UTC().Format("20060102T150405Z-")+slug(what)+ending, a.Save
	return func() tea.Msg {
		path, err := save(name, []byte(text))
		if err != nil {
			return saidMsg("NOT saved: " + err.Error())
		}
		return saidMsg("saved as " + path)
	}
}

const longestSlug = 40

// slug is s as a part of a file name: letters and digits of ASCII, and hyphens.
func slug(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	out := strings.Join(words, "-")
	return strings.Trim(out[:min(len(out), longestSlug)], "-")
}

// markdown is the content as text that can be sent on.
func (c *content) markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", squeeze(c.title))
	for _, p := range c.parts {
		text := clean.Line(p.text)
		switch p.look {
		case sectionLook:
			fmt.Fprintf(&b, "\n## %s\n\n", text)
		case quoteLook:
			fmt.Fprintf(&b, "  > %s\n", text)
		case strongLook:
			fmt.Fprintf(&b, "**%s**\n", text)
		default:
			fmt.Fprintf(&b, "%s- %s\n", strings.Repeat("  ", max(0, p.indent-1)), text)
		}
	}
	return b.String()
}

// content is what was found in a document, in the order of its words.
func (p *page) content(t *theme) *content {
	d := p.document
	c := &content{theme: t, title: orNone(d.Title)}
	c.fields(plainLook, 0, p.version, outlet(d), published(d.Published), d.Path)
	c.section("Found")
	for _, m := range p.marks {
		f := p.facts[m.fact]
		c.add(plainLook, 1, "%s", squeeze(f.label))
		c.add(quoteLook, 2, "%s", squeeze(p.text[m.start:m.end]))
	}
	return c
}
