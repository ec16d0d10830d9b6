package export

import (
	_ "embed"
	"html/template"
	"io"

	"crisisdesk/model"
	"crisisdesk/ui/clean"
)

//go:embed brief.html
var page string

var pageTemplate = template.Must(template.New("brief").Funcs(template.FuncMap{"clean": clean.Line}).Parse(page))

// HTML writes the brief as one page that loads nothing and runs nothing, with
// its charts as SVG inside.
func (b *Brief) HTML(w io.Writer) error {
	shown := struct {
		Title, Span, Tag string
		Charts           []drawing
		Sections         []Section
	}{Title: b.title(), Span: b.span(), Tag: b.Marking.Label()}
	for _, c := range b.Charts {
		shown.Charts = append(shown.Charts, draw(c))
	}
	b.each(func(title string, lines []Line) {
		shown.Sections = append(shown.Sections, Section{title, lines})
	})
	return pageTemplate.Execute(w, shown)
}

// drawing is a Chart as rectangles of SVG.
type drawing struct {
	Title, First, Last string
	Width, Most        int
	Bars               []bar
}

type bar struct {
	X, Y, Width, Height int
	Day                 string
	N                   int
}

const (
	chartWidth  = 640
	chartHeight = 100 // of the highest bar
)

func draw(c Chart) drawing {
	d := drawing{Title: c.Title, Width: chartWidth, First: c.From.String(), Last: (c.From + model.Day(len(c.Bars)-1)).String(), Most: 1}
	for _, n := range c.Bars {
		d.Most = max(d.Most, n)
	}
	step := chartWidth / len(c.Bars)
	for i, n := range c.Bars {
		height := n * chartHeight / d.Most
		d.Bars = append(d.Bars, bar{i * step, chartHeight - height, max(1, step-1), height, (c.From + model.Day(i)).String(), n})
	}
	return d
}
