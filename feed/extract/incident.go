package extract

import (
	"fmt"
	"hash/fnv"

	"crisisdesk/feed/dense"
	"crisisdesk/feed/language"
	"crisisdesk/feed/linear"
	"crisisdesk/model"
)

// incidentModels decide which words tell of an event, which of them tell of
// one event, and who and where. All are nil where untrained.
type incidentModels struct {
	tell       *linear.Model // whether a word tells of an event
	kind       *linear.Model // of which kind
	sense      *dense.Net    // both, by words that are used alike
	same       *dense.Net    // whether two words tell of one event
	worth      *linear.Model // whether what is told together is an event that counts
	worthSense *dense.Net    // the same, by words that are used alike
	when       *linear.Model // which of the dates said is that of an event
	place      *linear.Model // where an event happened
	placeSense *dense.Net    // the same, by words that are used alike
	role       *linear.Model // what part somebody has in an event
	roleSense  *dense.Net    // the same, by words that are used alike
}

func (m *incidentModels) part() part {
	return part{"incidents.bin", []**linear.Model{&m.tell, &m.kind, &m.worth, &m.when, &m.place, &m.role}, []**dense.Net{&m.sense, &m.same, &m.worthSense, &m.placeSense, &m.roleSense}}
}

// events is a page as the incident extractor sees it.
type events struct {
	*page
	x        *Extractor
	clock    clock
	heard    *heard
	dates    [][]moment     // of each sentence
	times    [][]model.When // when each of these was
	figures  [][]figure
	names    [][]naming
	class    [][]string // of each token
	tellings []telling
	called   map[string]string        // fullest name of each actor
	tolls    map[int][]model.Casualty // by the first telling of the group that they belong to
	claimed  claimed                  // the figure read last
	bag      linear.Features
	sense    []float32          // what a network is shown
	words    []sentenceWords    // of each sentence, where they were asked for
	meanings [][]float32        // of each telling, where they were asked for
	alike    map[[2]int]float64 // log-odds of tellings to tell of one event, where they were asked for
}

// reports finds the events that a page tells of, one Report for each.
func (x *Extractor) reports(p *page, h *heard) []model.Report {
	e := x.readEvents(p, h)
	var kept [][]int
	var worth []float32
	groups := e.groups()
	for g := range groups {
		if w := e.worth(groups, g); w >= worthAbove {
			kept, worth = append(kept, groups[g]), append(worth, w)
		}
	}
	e.countTolls(kept)
	out := make([]model.Report, 0, len(kept))
	for g := range kept {
		out = append(out, e.report(kept[g], worth[g]))
	}
	e.fillParties(out)
	e.settlePlaces(out)
	return out
}

func (x *Extractor) readEvents(p *page, h *heard) *events {
	e := &events{page: p, x: x, heard: h, clock: clock{published: p.doc.Published.When, desk: x.lex.YearOf}}
	for i := range p.sentences {
		e.readSentence(i)
	}
	e.callActors()
	e.clock.year, e.clock.told = plainYear(e.dates)
	if !e.clock.published.Known() {
		e.clock.published = boundedBy(p, e.dates, x.lex.YearOf).When
	}
	e.findTellings()
	e.judge(x.models.incidents)
	return e
}

// longestTelling is how many tokens a sentence may have that is read for
// incidents; what is longer is no prose.
const longestTelling = 600

func (e *events) readSentence(i int) {
	s := &e.sentences[i]
	if len(s.Tokens) > longestTelling {
		e.dates, e.figures, e.names, e.class = append(e.dates, nil), append(e.figures, nil), append(e.names, nil), append(e.class, nil)
		return
	}
	dates := e.moments[i]
	e.dates = append(e.dates, dates)
	e.figures = append(e.figures, unnamed(figures(s, dates), e.marks[i].names))
	e.names = append(e.names, e.withoutTitles(e.namings(i)))
	e.class = append(e.class, e.classes(i))
}

// plainYear is the year that a text without a date of publication makes
// plain: the latest that it says with a month, and the latest month that it
// says with it; else the latest year alone.
func plainYear(dates [][]moment) (year, month int) {
	any := 0
	for _, ms := range dates {
		for i := range ms {
			switch m := &ms[i]; {
			case m.month == 0 || m.year == 0:
			case m.year > year:
				year, month = m.year, m.month
			case m.year == year:
				month = max(month, m.month)
			}
			any = max(any, ms[i].year)
		}
	}
	if year != 0 {
		return year, month
	}
	return any, 0
}

func reportID(doc model.DocumentID, s model.Span, k model.Kind) model.ReportID {
	h := fnv.New32a()
	fmt.Fprintf(h, "%s/%d/%s", doc, s.Start, k)
	return model.ReportID(fmt.Sprintf("%s-%08x", doc, h.Sum32()))
}

// sentence is the i-th sentence of the page.
func (e *events) sentence(i int) *language.Sentence { return &e.sentences[i] }
