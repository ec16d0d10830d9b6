package ui

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"crisisdesk/model"
)

// content is what a detail shows of one item: paragraphs, some of which open
// a document at the words that say so.
type content struct {
	*theme
	title  string
	parts  []part
	places []passage // what can be opened, in order
}

// part is one paragraph.
type part struct {
	text   string // one row before it is wrapped
	look   look
	indent int
	hang   int // further indent of the rows after the first
	opens  int // position in places, plus one; 0 where it opens nothing
}

// look is the part that a paragraph plays.
type look uint8

const (
	plainLook look = iota
	strongLook
	sectionLook
	quoteLook
	quietLook
	disputeLook
)

// passage is words of a document.
type passage struct {
	document model.DocumentID
	spans    []model.Span
}

func (c *content) add(look look, indent int, format string, args ...any) {
	c.parts = append(c.parts, part{text: fmt.Sprintf(format, args...), look: look, indent: indent})
}

// item adds a paragraph whose rows after the first stand hang columns in.
func (c *content) item(look look, indent, hang int, text string) {
	c.parts = append(c.parts, part{text: text, look: look, indent: indent, hang: hang})
}

// fields adds a paragraph of short facts, leaving out those that are not known.
func (c *content) fields(look look, indent int, facts ...string) {
	if all := c.facts(facts...); all != "" {
		c.add(look, indent, "%s", all)
	}
}

// facts are short facts in a row, without those that are not known.
func (t *theme) facts(facts ...string) string {
	facts = slices.DeleteFunc(facts, func(s string) bool { return s == "" })
	return strings.Join(facts, " "+t.dot+" ")
}

func (c *content) section(name string) { c.add(sectionLook, 0, "%s", name) }

// opening makes the parts that fill adds open a passage.
func (c *content) opening(p passage, fill func()) {
	c.places = append(c.places, p)
	from := len(c.parts)
	fill()
	for i := range c.parts[from:] {
		c.parts[from+i].opens = len(c.places)
	}
}

// quote adds the words of a passage as they stand in the document.
func (c *content) quote(spans []model.Span) {
	for _, s := range spans {
		c.add(quoteLook, 2, "%s", squeeze(s.Text))
	}
}

// source adds which document it is.
func (c *content) source(s *model.Snapshot, id model.DocumentID) {
	c.add(plainLook, 1, "%s", c.document(s, id))
}

// document tells outlet, date and file.
func (t *theme) document(s *model.Snapshot, id model.DocumentID) string {
	d := s.Document(id)
	if d == nil {
		return "a document that has gone"
	}
	return strings.Join([]string{outlet(d), published(d.Published), path.Base(d.Path)}, " "+t.dot+" ")
}

// outlet is who published d. Only those that the lexicon knows are vouched
// for: anybody can write a name on a page.
func outlet(d *model.Document) string {
	switch {
	case d.Outlet == "":
		return "outlet unknown"
	case d.OutletID == "":
		return d.Outlet + " (says the page)"
	}
	return d.Outlet
}

// published is when a document appeared; where it bears no date, within what
// bounds.
func published(p model.Published) string {
	if p.KnownFrom == model.GroundBounds && p.Known() {
		return "undated: " + whenText(p.When)
	}
	return whenText(p.When)
}

// origin names whom a report really comes from, "" where from its document.
func origin(o model.Origin) string { return after("origin: ", o.Name) }

// sayer names who says something; the text itself where nobody is named.
func sayer(by string) string {
	if by == "" {
		return "the text itself"
	}
	return by
}

func finding(f model.Finding) string {
	if f.Confidence == 0 {
		return orNone(f.By)
	}
	return fmt.Sprintf("%s (%.2f)", orNone(f.By), f.Confidence)
}

// dated is when something was, and how exactly that is known.
func dated(w model.When) string {
	if w.Precision == model.PrecisionUnknown || w.Precision == model.PrecisionDay {
		return whenText(w)
	}
	return fmt.Sprintf("%s (known to the %s)", whenText(w), w.Precision)
}

// after puts a word before s, if there is an s.
func after(word, s string) string {
	if s == "" {
		return ""
	}
	return word + s
}

// noneKnown stands where nothing is known.
const noneKnown = "--"

func orNone(s string) string {
	if s == "" {
		return noneKnown
	}
	return s
}

// count is a number and its noun: 1 report, 2 reports.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
