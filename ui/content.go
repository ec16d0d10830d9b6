package ui

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"crisisdesk/model"
	"crisisdesk/ui/clean"
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

// fields adds a paragraph of short facts, leaving out those that are not known.
func (c *content) fields(look look, indent int, facts ...string) {
	facts = slices.DeleteFunc(facts, func(s string) bool { return s == "" })
	c.add(look, indent, "%s", strings.Join(facts, " "+c.dot+" "))
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
		c.add(quoteLook, 2, "%s", strings.Join(strings.Fields(clean.Line(s.Text)), " "))
	}
}

// source adds which document it is: outlet, date, file.
func (c *content) source(s *model.Snapshot, id model.DocumentID) {
	d := s.Document(id)
	if d == nil {
		c.add(plainLook, 1, "a document that has gone")
		return
	}
	outlet := d.Outlet
	if outlet == "" {
		outlet = "outlet unknown"
	}
	c.fields(plainLook, 1, outlet, whenText(d.Published.When), path.Base(d.Path))
}

func (p *incidents) content(i int, t *theme) *content {
	x := p.shown[i]
	c := &content{theme: t, title: x.Kind.Label() + ", " + placeNames(x.Places)}
	c.add(strongLook, 0, "%s", x.Summary)
	c.fields(plainLook, 0, dated(x.When), placeNames(x.Places), whoWhom(x.Actors, t.arrow))
	c.fields(plainLook, 0, string(x.Status), count(len(x.Origins), "independent origin"), count(len(x.Reports), "report"))
	c.disputes(x.Disputes)
	c.section("Reports")
	for _, r := range x.Reports {
		c.opening(passage{r.Document, r.Evidence}, func() { c.report(p.snapshot, r) })
	}
	if len(x.Merged) > 0 {
		c.section("Why merged")
		for _, why := range x.Merged {
			c.add(plainLook, 1, "%s", why)
		}
	}
	c.section("Codes")
	c.fields(quietLook, 1, string(x.Kind), "ACLED "+orNone(x.Kind.ACLED()), "PLOVER "+orNone(x.Kind.PLOVER()))
	return c
}

func (c *content) report(s *model.Snapshot, r *model.Report) {
	c.source(s, r.Document)
	status := string(r.Status)
	if r.ClaimedBy != "" {
		status += " by " + r.ClaimedBy
	}
	c.fields(quietLook, 2, origin(r.Origin), status)
	c.quote(r.Evidence)
	for _, f := range r.Casualties {
		c.add(plainLook, 2, "%s %s, %s: %s", figure(f.Min, f.Max), f.Outcome, orNone(f.Who), sayer(f.ClaimedBy))
	}
	c.add(quietLook, 2, "found by %s", finding(r.Finding))
}

func (c *content) disputes(ds []model.Dispute) {
	if len(ds) == 0 {
		return
	}
	c.section("Figures")
	for _, d := range ds {
		look := plainLook
		if d.Relation == model.Contradict || d.Relation == model.StatusSplit {
			look = disputeLook
		}
		c.add(look, 1, "%s, %s: %s", d.Measure, orNone(d.Whose), strings.ToUpper(string(d.Relation)))
		for _, f := range d.Claims {
			c.opening(passage{f.Span.Document, []model.Span{f.Span}}, func() {
				c.add(plainLook, 2, "%s %s: %s", figure(f.Min, f.Max), orNone(f.Who), sayer(f.By))
			})
		}
	}
}

func (p *statements) content(i int, t *theme) *content {
	x := p.shown[i]
	c := &content{theme: t, title: x.Speaker.Name + ": " + string(x.Act)}
	words := x.Text
	if x.Mode == model.Direct {
		words = t.openQuote + words + t.closeQuote
	}
	c.add(strongLook, 0, "%s", words)
	c.fields(plainLook, 0, x.Speaker.Name, x.Speaker.Role, x.Speaker.Affiliation, after("speaks for ", x.Speaker.Side))
	c.fields(plainLook, 0, string(x.Act)+", "+string(x.Mode), dated(x.When), after("to ", x.Addressee))
	c.section("Report")
	c.opening(passage{x.Document, x.Evidence}, func() {
		c.source(p.snapshot, x.Document)
		c.add(quietLook, 2, "%s", origin(x.Origin))
		c.quote(x.Evidence)
		c.fields(quietLook, 2, after("named as ", x.Speaker.Surface.Text), after("reported by ", x.Cue.Text), "found by "+finding(x.Finding))
	})
	return c
}

func (p *questions) content(i int, t *theme) *content {
	x := p.shown[i]
	c := &content{theme: t, title: x.Text}
	c.add(strongLook, 0, "%s", x.Text)
	c.fields(plainLook, 0, strings.ToUpper(string(x.State)),
		count(x.For, "independent origin")+" for", count(x.Against, "independent origin")+" against")
	if x.Standing {
		c.add(quietLook, 0, "a standing question of the desk")
	}
	for _, stance := range []model.Stance{model.Supports, model.Opposes, model.Raises} {
		c.evidence(p.snapshot, x.Evidence, stance)
	}
	if len(x.Evidence) == 0 {
		c.add(quietLook, 0, "No document bears on it yet.")
	}
	return c
}

var stanceNames = map[model.Stance]string{model.Supports: "For", model.Opposes: "Against", model.Raises: "Raised by"}

func (c *content) evidence(s *model.Snapshot, all []*model.Evidence, stance model.Stance) {
	n := 0
	for _, e := range all {
		if e.Stance != stance {
			continue
		}
		if n++; n == 1 {
			c.section(stanceNames[stance])
		}
		c.opening(passage{e.Span.Document, []model.Span{e.Span}}, func() {
			c.source(s, e.Span.Document)
			c.fields(quietLook, 2, string(e.Form), sayer(e.By), origin(e.Origin), "found by "+finding(e.Finding))
			c.quote([]model.Span{e.Span})
		})
	}
}

// origin names whom a report really comes from.
func origin(o model.Origin) string {
	if o.Name == "" {
		return "origin: the document itself"
	}
	return "origin: " + o.Name
}

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
	if w.Precision == model.PrecisionUnknown {
		return whenText(w)
	}
	return fmt.Sprintf("%s, to the %s", whenText(w), w.Precision)
}

// after puts a word before s, if there is an s.
func after(word, s string) string {
	if s == "" {
		return ""
	}
	return word + s
}

func orNone(s string) string {
	if s == "" {
		return "--"
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
