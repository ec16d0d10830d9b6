package ui

import (
	"fmt"
	"iter"
	"strings"

	"crisisdesk/model"
)

// questions is the third pane.
type questions struct{ listing[model.Question] }

// height is three rows, two of them of text, where one row would not tell a
// question from the next.
func (p *questions) height(width int) int {
	if width < stackedFrom {
		return 3
	}
	return 1
}

func (p *questions) about(s *model.Snapshot, id string) ([]model.Item, string) {
	x := p.stock.get(s, id)
	return []model.Item{model.QuestionItem(x.ID)}, squeeze(x.Text)
}

const (
	weeksFrom    = 120 // columns from which the weeks are there
	weeksWidth   = 20  // cells, of a week each
	stateWidth   = 12  // CORROBORATED
	balanceWidth = 8   // +12 −345
)

// draw keeps the text where it is when the mark goes.
func (p *questions) draw(r *row, i, line int, mark sign) {
	x := p.shown.At(i)
	mark = starOr(mark, p.snapshot.Work, model.QuestionItem(x.ID))
	narrow := p.height(r.left+1) > 1
	if line > 0 {
		r.gap(1)
		r.put(nth(x.Text, line-1, r.left), r.left, style{})
		return
	}
	r.column(strings.ToUpper(string(x.State)), stateWidth, stateStyle(x.State, r.theme))
	if narrow {
		r.column(balance(x, r.minus), balanceWidth, style{})
		r.put(string(mark), r.left, r.fresh)
		return
	}
	text := r.left - 1 - balanceWidth
	weeks := r.left+1 >= weeksFrom
	if weeks {
		text -= weeksWidth + 1
	}
	if mark != "" {
		text -= 1 + signWidth
	}
	r.column(squeeze(x.Text), text, style{})
	if mark != "" {
		r.column(string(mark), signWidth, r.fresh)
	}
	if weeks {
		r.column(r.run(recentDays(p.snapshot.AsOf, weeksWidth), datesOf(x.Evidence.All())), weeksWidth, r.quote)
	}
	r.put(balance(x, r.minus), balanceWidth, style{})
}

// nth is a row of text wrapped into two of width columns, the second with all
// that is left.
func nth(text string, i, width int) string {
	text = squeeze(text)
	rows := wrap(text, width)
	switch {
	case i >= len(rows):
		return ""
	case i == 0:
		return text[rows[0].start:rows[0].end]
	}
	return text[rows[i].start:]
}

// balance counts the independent origins for and against.
func balance(q *model.Question, minus string) string {
	return fmt.Sprintf("+%d %s%d", q.For, minus, q.Against)
}

func stateStyle(s model.State, t *theme) style {
	switch s {
	case model.Contested:
		return t.dispute
	case model.Corroborated, model.Confirmed:
		return t.fresh
	case model.DeniedState, model.Debunked:
		return t.alert
	case model.Dormant:
		return t.faint
	}
	return style{}
}

// stateWords say what a state means; those of an officer need no words.
var stateWords = map[model.State]string{
	model.Raised:       "no two independent origins vouch for it, and none opposes it",
	model.Corroborated: "independent origins vouch for it, and none opposes it",
	model.Contested:    "some origins support it and some oppose it",
	model.DeniedState:  "it is opposed and not supported",
}

func stateMeans(q *model.Question) string {
	if q.State == model.Dormant {
		return "no new origin for " + count(q.Sleeps, "day")
	}
	return stateWords[q.State]
}

func (p *questions) content(i int, t *theme) *content {
	x := p.shown.At(i)
	c := &content{theme: t, title: fmt.Sprintf("question, %s, %s", x.State, balance(x, t.minus))}
	c.add(strongLook, 0, "%s", squeeze(x.Text))
	c.fields(plainLook, 0, strings.ToUpper(string(x.State))+after(": ", stateMeans(x)))
	c.fields(plainLook, 0, fmt.Sprintf("%s for, %d against", count(x.For, "independent origin"), x.Against),
		count(x.Evidence.Len(), "passage"), after("latest published ", latest(x.Evidence.All())))
	if x.Standing {
		c.add(quietLook, 0, "a standing question of the desk")
	}
	c.relatives(p.snapshot, x)
	c.work(p.snapshot.Work, model.QuestionItem(x.ID))
	c.history(p.snapshot, x)
	c.course(x.Evidence)
	for _, stance := range stances {
		c.evidence(p.snapshot, leaning(x.Evidence, stance), stance)
	}
	if x.Evidence.Len() == 0 {
		c.add(quietLook, 0, "No document bears on it yet.")
	}
	return c
}

// onDate is w in a column, "" where it is not known.
func (t *times) onDate(w model.When) string {
	if !w.Known() {
		return ""
	}
	return t.label(w)
}

// latest is when the newest evidence was published, "" where nothing is dated.
func latest(all iter.Seq[*model.Testimony]) string {
	var last model.Day
	for e := range all {
		last = max(last, e.When().Latest())
	}
	if last == 0 {
		return ""
	}
	return last.String()
}

var stanceNames = map[model.Stance]string{model.Supports: "For", model.Opposes: "Against", model.Raises: "Raised by"}

// evidence adds the passages of all, which have one stance. An origin that has spoken already
// is called so, since it is not counted again.
func (c *content) evidence(s *model.Snapshot, all iter.Seq[*model.Testimony], stance model.Stance) {
	heard := map[string]bool{}
	var document model.DocumentID
	for e := range all {
		if len(heard) == 0 {
			c.section(stanceNames[stance])
		}
		from := origin(e.Origin())
		if heard[e.Origin().Key] {
			from += ", as above"
		}
		by := e.By()
		if by == e.Origin().Name {
			by = ""
		}
		c.opening(passage{e.Document(), []model.Span{e.Span()}}, func() {
			if e.Document() != document {
				c.source(s, e.Document())
			}
			c.fields(quietLook, 2, c.onDate(e.When()), string(e.Form()), after("by ", by), from, standingOf(e), "found by "+finding(e.Finding()))
			c.quote([]model.Span{e.Span()})
		})
		heard[e.Origin().Key], document = true, e.Document()
	}
}
