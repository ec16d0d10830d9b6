package extract

import (
	"fmt"
	"hash/fnv"
	"io"

	"crisisdesk/feed/language"
	"crisisdesk/model"
)

// incidentModels decide which words tell of an event and which of them tell
// of one event, and who, when and how many.
type incidentModels struct{}

func (m *incidentModels) write(io.Writer) error { return nil }
func (m *incidentModels) read(io.Reader) error  { return nil }

func (x *Extractor) trainIncidents(pages []trainingPage) {}

// events is a page as the incident extractor sees it.
type events struct {
	*page
	x          *Extractor
	clock      clock
	statements []model.Statement
	dates      [][]moment // of each sentence
	figures    [][]figure
	names      [][]naming
	tellings   []telling
}

// reports finds the events that a page tells of, one Report for each.
func (x *Extractor) reports(p *page, statements []model.Statement) []model.Report {
	e := x.readEvents(p, statements)
	var out []model.Report
	for _, group := range e.groups() {
		r := e.report(group)
		r.ID = model.ReportID(fmt.Sprintf("%s-%d", p.doc.ID, len(out)))
		out = append(out, r)
	}
	return out
}

func (x *Extractor) readEvents(p *page, statements []model.Statement) *events {
	e := &events{page: p, x: x, statements: statements, clock: clock{published: p.doc.Published.When}}
	for i := range p.sentences {
		dates := moments(&p.sentences[i])
		e.dates = append(e.dates, dates)
		e.figures = append(e.figures, figures(&p.sentences[i], dates))
		e.names = append(e.names, p.namings(i))
	}
	e.clock.year = plainYear(e.dates)
	e.findTellings()
	return e
}

// plainYear is the year that a text without a date of publication makes
// plain: the latest that it says with a month, else the latest.
func plainYear(dates [][]moment) int {
	withMonth, any := 0, 0
	for _, ms := range dates {
		for i := range ms {
			if ms[i].month != 0 {
				withMonth = max(withMonth, ms[i].year)
			}
			any = max(any, ms[i].year)
		}
	}
	if withMonth != 0 {
		return withMonth
	}
	return any
}

func reportID(doc model.DocumentID, s model.Span, k model.Kind) model.ReportID {
	h := fnv.New32a()
	fmt.Fprintf(h, "%s/%d/%s", doc, s.Start, k)
	return model.ReportID(fmt.Sprintf("%s-%08x", doc, h.Sum32()))
}

// sentence is the i-th sentence of the page.
func (e *events) sentence(i int) *language.Sentence { return &e.sentences[i] }
