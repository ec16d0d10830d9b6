package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"crisisdesk/model"
)

// Brief is what a desk tells others of a stretch of time. It holds nothing that
// the board does not, and every line of it cites documents and their words.
type Brief struct {
	Desk     string
	Since    time.Time // of what came to the desk, up to Until
	Until    time.Time
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

// Period is the time a Brief is about: what came to the desk after Since and
// not after Until. Came says when a document did; where it is nil, the last day
// on which it can have been published counts.
type Period struct {
	Since, Until time.Time
	Came         func(*model.Document) time.Time
}

// holds reports whether a document came in the period.
func (p Period) holds(d *model.Document) bool {
	if d == nil {
		return false
	}
	if p.Came == nil {
		day := d.Published.Latest()
		return day != 0 && day >= model.DayOf(p.Since) && day <= model.DayOf(p.Until)
	}
	at := p.Came(d)
	return at.After(p.Since) && !at.After(p.Until)
}

// How much of a topic a Brief shows; the heading says how much there is.
const (
	shownIncidents  = 40
	shownStatements = 10 // of a side
	shownQuestions  = 20
	shownEvidence   = 4 // of a question, for each stance
	shownCites      = 3 // of a line
)

// NewBrief tells of a period what a Snapshot holds.
func NewBrief(s *model.Snapshot, desk string, p Period, marking Marking) *Brief {
	b := &briefing{snapshot: s, period: p, is: map[model.DocumentID]bool{}}
	for _, d := range s.Documents {
		b.is[d.ID] = p.holds(d)
	}
	fresh, more := b.incidents()
	out := &Brief{Desk: desk, Since: p.Since, Until: p.Until, Marking: marking, Bottom: b.bottom(fresh)}
	out.add("New incidents", len(fresh), b.incidentLines(fresh, shownIncidents))
	out.add("Told again", len(more), b.incidentLines(more, shownIncidents))
	out.add("Claims against counter-claims", 0, b.claims(slices.Concat(fresh, more)))
	out.Sections = append(out.Sections, b.statements()...)
	questions := b.questions()
	out.add("Open questions", len(questions), b.questionLines(questions))
	out.add("Sources", 0, b.sources())
	out.add("Coverage holes", 0, b.holes())
	out.Charts = b.charts(fresh)
	return out
}

// add adds a section that has something to tell.
func (b *Brief) add(title string, of int, lines []Line) {
	if of > len(lines) {
		title = fmt.Sprintf("%s (%d of %d)", title, len(lines), of)
	}
	if len(lines) > 0 {
		b.Sections = append(b.Sections, Section{title, lines})
	}
}

// briefing is a Brief in the making.
type briefing struct {
	snapshot *model.Snapshot
	period   Period
	is       map[model.DocumentID]bool // in the period
}

// incidents are those of which all that is told came in the period, and those
// of which something did: best told first.
func (b *briefing) incidents() (fresh, more []*model.Incident) {
	for _, i := range b.snapshot.Incidents {
		in := 0
		for _, r := range i.Reports {
			if b.is[r.Document] {
				in++
			}
		}
		switch {
		case in == 0:
		case in == len(i.Reports):
			fresh = append(fresh, i)
		default:
			more = append(more, i)
		}
	}
	best := func(x, y *model.Incident) int {
		return cmp.Or(cmp.Compare(len(y.Origins), len(x.Origins)), cmp.Compare(len(y.Reports), len(x.Reports)))
	}
	slices.SortStableFunc(fresh, best)
	slices.SortStableFunc(more, best)
	return fresh, more
}

// bottom is the bottom line: what is told best, what is disputed, what moved.
func (b *briefing) bottom(fresh []*model.Incident) []Line {
	var out []Line
	if len(fresh) > 0 {
		first := b.incidentLine(fresh[0])
		first.Text = fmt.Sprintf("%s; the one told best: %s", count(len(fresh), "new incident", "new incidents"), first.Text)
		out = append(out, first)
	}
	for _, i := range fresh {
		if slices.ContainsFunc(i.Disputes, func(d model.Dispute) bool { return contrary(d.Relation) }) {
			line := b.incidentLine(i)
			line.Text = "Accounts cannot all be right: " + line.Text
			out = append(out, line)
			break
		}
	}
	if moved := b.questions(); len(moved) > 0 {
		line := b.questionLine(moved[0])
		line.Text = fmt.Sprintf("%s; foremost: %s", count(len(moved), "question has new evidence", "questions have new evidence"), line.Text)
		out = append(out, line)
	}
	return out
}

func contrary(r model.Relation) bool { return r == model.Contradict || r == model.StatusSplit }

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func (b *briefing) incidentLines(all []*model.Incident, most int) []Line {
	var out []Line
	for _, i := range all[:min(most, len(all))] {
		out = append(out, b.incidentLine(i))
	}
	return out
}

func (b *briefing) incidentLine(i *model.Incident) Line {
	var parts []string
	add := func(part string) {
		if part != "" {
			parts = append(parts, part)
		}
	}
	add(i.Kind.Label())
	var places []string
	for _, p := range i.Places {
		places = append(places, p.Name)
	}
	add(strings.Join(places, " and "))
	add(cmp.Or(i.When.EDTF(), "undated"))
	by, of := names(i.Actors, model.Initiator), names(i.Actors, model.Target)
	if by+of != "" {
		add(cmp.Or(by, "unknown") + " → " + cmp.Or(of, "unknown"))
	}
	figures := i.Casualties()
	for _, c := range figures[:min(shownCites, len(figures))] {
		add(figureText(string(c.Outcome), c.Who, c.Min, c.Max, c.ClaimedBy))
	}
	add(string(i.Status))
	add(count(len(i.Origins), "origin", "origins"))
	if e := b.snapshot.Work.Last(model.RateClaim, i.Items()...); e != nil {
		add("credibility " + e.Value)
	}
	return Line{strings.Join(parts, ", "), b.cites(i.Evidence())}
}

// figureText is a figure in words: 200 or more militants killed (says Pakistan).
func figureText(outcome, who string, low, high int, by string) string {
	n := fmt.Sprint(low)
	switch {
	case high == model.NoLimit:
		n += " or more"
	case high != low:
		n += fmt.Sprintf("–%d", high)
	}
	text := strings.Join(strings.Fields(fmt.Sprintf("%s %s %s", n, who, outcome)), " ")
	if by != "" {
		text += " (says " + by + ")"
	}
	return text
}

// claims sets the claims of disputed figures beside one another.
func (b *briefing) claims(of []*model.Incident) []Line {
	var out []Line
	for _, i := range of {
		for _, d := range i.Disputes {
			if d.Relation == model.Agree || len(out) == shownIncidents {
				continue
			}
			line := Line{Text: fmt.Sprintf("%s: %s, %s, %s", strings.ToUpper(string(d.Relation)), i.Kind.Label(), cmp.Or(mainPlace(i.Places).Name, "place not told"), cmp.Or(i.When.EDTF(), "undated"))}
			for _, c := range d.Claims {
				line.Text += "; " + figureText(string(d.Measure), c.Who, c.Min, c.Max, c.By)
				line.Cites = append(line.Cites, b.cite(c.Span))
			}
			out = append(out, line)
		}
	}
	return out
}

// statements are a section for each side that spoke in the period, the one that spoke most first.
func (b *briefing) statements() []Section {
	sides := map[string][]*model.Statement{}
	for _, x := range b.snapshot.Statements {
		if b.is[x.Document] {
			side := cmp.Or(x.Speaker.Side, "others")
			sides[side] = append(sides[side], x)
		}
	}
	order := make([]string, 0, len(sides))
	for side := range sides {
		order = append(order, side)
	}
	slices.SortFunc(order, func(x, y string) int {
		return cmp.Or(cmp.Compare(len(sides[y]), len(sides[x])), strings.Compare(x, y))
	})
	var out []Section
	for _, side := range order {
		all := sides[side]
		s := Section{Title: "Statements: " + side}
		if len(all) > shownStatements {
			s.Title = fmt.Sprintf("%s (%d of %d)", s.Title, shownStatements, len(all))
		}
		for _, x := range all[:min(shownStatements, len(all))] {
			who := cmp.Or(x.Speaker.Name, "unnamed")
			if x.Speaker.Role != "" {
				who += ", " + x.Speaker.Role
			}
			s.Lines = append(s.Lines, Line{fmt.Sprintf("%s: %s (%s)", who, x.Act, cmp.Or(x.When.EDTF(), "undated")), b.cites(x.Evidence)})
		}
		out = append(out, s)
	}
	return out
}

// questions are those on which evidence came in the period, the one with the most first.
func (b *briefing) questions() []*model.Question {
	came := map[*model.Question]int{}
	var out []*model.Question
	for _, q := range b.snapshot.Questions {
		for _, e := range q.Evidence {
			if b.is[e.Span.Document] {
				came[q]++
			}
		}
		if came[q] > 0 {
			out = append(out, q)
		}
	}
	slices.SortStableFunc(out, func(x, y *model.Question) int { return cmp.Compare(came[y], came[x]) })
	return out
}

func (b *briefing) questionLines(all []*model.Question) []Line {
	var out []Line
	for _, q := range all[:min(shownQuestions, len(all))] {
		out = append(out, b.questionLine(q))
	}
	return out
}

// questionLine cites for and against, what came in the period first.
func (b *briefing) questionLine(q *model.Question) Line {
	line := Line{Text: fmt.Sprintf("%s %s, %d for, %d against", q.Text, strings.ToUpper(string(q.State)), q.For, q.Against)}
	if e := b.snapshot.Work.Last(model.JudgeQuestion, model.QuestionItem(q.ID)); e != nil {
		line.Text += fmt.Sprintf("; judged %s, %s confidence, by %s", e.Value, cmp.Or(e.Confidence, "no"), cmp.Or(e.Name, string(e.Officer)))
	}
	evidence := slices.Clone(q.Evidence)
	slices.SortStableFunc(evidence, func(x, y *model.Testimony) int { return b.freshFirst(x.Span, y.Span) })
	for _, stance := range []model.Stance{model.Supports, model.Opposes, model.Raises} {
		n := 0
		for _, e := range evidence {
			if e.Stance == stance && n < shownEvidence {
				c := b.cite(e.Span)
				c.Stance = string(stance)
				line.Cites = append(line.Cites, c)
				n++
			}
		}
	}
	return line
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
