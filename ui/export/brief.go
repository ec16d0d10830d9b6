package export

import (
	"fmt"
	"slices"

	"crisisdesk/model"
)

// Brief is what a desk tells others of a stretch of time. It holds nothing that
// the board does not, and every line of it cites documents and their words.
type Brief struct {
	Desk     string
	Subject  Subject
	Marking  Marking
	Bottom   []Line // bottom line up front
	Sections []Section
	Charts   []Chart
}

// Section is a topic of a Brief.
type Section struct {
	Title string
	Lines []Line
}

// Line is one thing told, with what it rests on.
type Line struct {
	Text  string
	Cites []Cite
}

// Cite is words of a document and where they stand.
type Cite struct {
	Words  string // "" where the document as a whole is meant
	Outlet string
	Letter string // Admiralty letter of the outlet
	Date   string // of publication, EDTF; "" where not known
	Path   string
	Start  int // bytes of the file; 0 to 0 for the whole document
	End    int
	Stance string // of evidence on a question, else ""
}

// Chart is a number for each day, for a reader who would rather look.
type Chart struct {
	Title string
	From  model.Day
	Bars  []int
}

// How much of a topic a Brief shows; the heading says how much there is.
const (
	shownIncidents  = 40
	shownStatements = 10 // of a side
	shownQuestions  = 20
	shownEvidence   = 4 // of a question, for each stance
	shownCites      = 3 // of a line
)

// NewBrief tells of a subject what a Snapshot holds.
func NewBrief(s *model.Snapshot, desk string, about Subject, marking Marking) *Brief {
	b := &briefing{whole: s, snapshot: Where(s, about.Where), subject: about, is: map[model.DocumentID]bool{}}
	for d := range s.Documents.All() {
		b.is[d.ID] = about.holds(d)
	}
	fresh, more := b.incidents()
	touched := slices.Concat(fresh, more)
	moved, questions := b.moved(), b.questions()
	out := &Brief{Desk: desk, Subject: about, Marking: marking, Bottom: b.bottom(fresh, moved, questions)}
	out.add("New incidents", shownIncidents, linesOf(fresh, b.incidentLine))
	out.add("Told again", shownIncidents, linesOf(more, b.incidentLine))
	out.add("Tolls revised", shownIncidents, b.revised(touched))
	out.add("Questions that moved", shownQuestions, moved)
	out.add("Claims against counter-claims", shownIncidents, b.claims(touched))
	out.Sections = append(out.Sections, b.statements()...)
	out.add("Open questions", shownQuestions, linesOf(questions, b.questionLine))
	out.add("Sources", shownIncidents, b.sources())
	out.add("Coverage holes", shownIncidents, b.holes())
	out.Charts = b.charts(fresh)
	return out
}

// add adds a section that has something to tell, with so many lines at most.
func (b *Brief) add(title string, most int, lines []Line) {
	if len(lines) > most {
		title = fmt.Sprintf("%s (%d of %d)", title, most, len(lines))
		lines = lines[:most]
	}
	if len(lines) > 0 {
		b.Sections = append(b.Sections, Section{title, lines})
	}
}

// linesOf are the lines that tell of all.
func linesOf[T any](all []T, line func(T) Line) []Line {
	out := make([]Line, len(all))
	for i, x := range all {
		out[i] = line(x)
	}
	return out
}

// briefing is a Brief in the making.
type briefing struct {
	whole    *model.Snapshot // of the desk
	snapshot *model.Snapshot // what the subject accepts of it
	subject  Subject
	is       map[model.DocumentID]bool // in the period
}

// bottom is the bottom line: what is told best, what is disputed, what moved.
func (b *briefing) bottom(fresh []*model.Incident, moved []Line, questions []*model.Question) []Line {
	var out []Line
	add := func(said string, line Line) {
		line.Text = said + ": " + line.Text
		out = append(out, line)
	}
	if len(fresh) > 0 {
		add(count(len(fresh), "new incident", "new incidents")+"; the one told best", b.incidentLine(fresh[0]))
	}
	for _, i := range fresh {
		if i.Clashes() {
			add("Accounts cannot all be right", b.incidentLine(i))
			break
		}
	}
	switch {
	case len(moved) > 0:
		add("Questions moved; foremost", moved[0])
	case len(questions) > 0:
		add(count(len(questions), "question has new evidence", "questions have new evidence")+"; foremost", b.questionLine(questions[0]))
	}
	return out
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// freshFirst orders what came in the period before all else.
func (b *briefing) freshFirst(x, y model.Span) int {
	switch {
	case b.is[x.Document] == b.is[y.Document]:
		return 0
	case b.is[x.Document]:
		return -1
	}
	return 1
}

// cites are of what came in the period first, at most a few.
func (b *briefing) cites(spans []model.Span) []Cite {
	var out []Cite
	spans = slices.Clone(spans)
	slices.SortStableFunc(spans, b.freshFirst)
	for _, s := range spans[:min(shownCites, len(spans))] {
		out = append(out, b.cite(s))
	}
	return out
}

func (b *briefing) cite(s model.Span) Cite {
	c := Cite{Words: s.Text, Start: s.Start, End: s.End, Letter: unrated}
	if d := b.snapshot.Document(s.Document); d != nil {
		c.Path, c.Outlet, c.Letter, c.Date = d.Path, d.Outlet, documentLetter(b.snapshot, d), d.Published.EDTF()
	}
	return c
}
