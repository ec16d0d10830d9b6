package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"crisisdesk/model"
)

// moved are the questions that came to stand otherwise in the period: officers
// gave a verdict in it; or by their history what moved them came in it, or by
// then nothing had come for too long. Those that only were raised stand last.
func (b *briefing) moved() []Line {
	var verdicts, steps, raised []Line
	after, upTo := b.subject.turns(b.whole.Documents)
	for q := range b.snapshot.Questions.All() {
		if verdict, proposed, accepted := b.snapshot.Work.Verdict(q.ID); accepted != nil && b.subject.covers(accepted.Time) {
			text := fmt.Sprintf("%s %s → %s: by %s and %s", q.Text, q.Machine, strings.ToUpper(string(verdict)), officer(proposed), officer(accepted))
			verdicts = append(verdicts, Line{text, b.questionLine(q).Cites})
		}
		for k, h := range q.History {
			switch {
			case h.By == nil && h.On > after && h.On <= upTo:
				steps = append(steps, b.sleepLine(q, h))
			case h.By == nil || !b.is[h.By.Document()]:
			case h.From == "" && k+1 < len(q.History) && q.History[k+1].By == h.By: // the next step tells it
			case h.From == "":
				raised = append(raised, b.stepLine(q, h))
			default:
				steps = append(steps, b.stepLine(q, h))
			}
		}
	}
	return slices.Concat(verdicts, steps, raised)
}

// changeText tells how a question came to stand otherwise, and when.
func changeText(q *model.Question, h model.StateChange) string {
	to := strings.ToUpper(string(h.To))
	if h.From != "" {
		to = string(h.From) + " → " + to
	}
	return fmt.Sprintf("%s %s, %s", q.Text, to, cmp.Or(h.On.String(), "undated"))
}

// leant says of evidence how its origin leans.
var leant = map[model.Stance]string{model.Supports: "supported by", model.Opposes: "opposed by", model.Raises: "raised by"}

// stepLine tells what moved a question, and how near to the matter that stands.
func (b *briefing) stepLine(q *model.Question, h model.StateChange) Line {
	standing := h.By.Access.String()
	if h.By.Turn != model.NoTurn {
		standing += ", " + h.By.Turn.String()
	}
	return Line{fmt.Sprintf("%s: %s %s (%s)", changeText(q, h), leant[h.By.Stance()], h.By.Origin().Name, standing), []Cite{b.evidence(h.By)}}
}

// sleepLine tells that no origin came for so long, and cites the last one.
func (b *briefing) sleepLine(q *model.Question, h model.StateChange) Line {
	line := Line{Text: fmt.Sprintf("%s: no new origin for %s", changeText(q, h), count(q.Sleeps, "day", "days"))}
	for i := q.Evidence.Len() - 1; i >= 0; i-- {
		if e := q.Evidence.At(i); e.When().Latest() <= h.On {
			line.Cites = []Cite{b.evidence(e)}
			break
		}
	}
	return line
}

// officer is the name of who made an entry.
func officer(e *model.Entry) string { return cmp.Or(e.Name, string(e.Officer)) }

// questions are those on which evidence came in the period, the one with the most first.
func (b *briefing) questions() []*model.Question {
	came := map[*model.Question]int{}
	var out []*model.Question
	for q := range b.snapshot.Questions.All() {
		for e := range q.Evidence.All() {
			if b.is[e.Document()] {
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

// questionLine cites for and against, what came in the period first.
func (b *briefing) questionLine(q *model.Question) Line {
	line := Line{Text: fmt.Sprintf("%s %s, %d for, %d against", q.Text, strings.ToUpper(string(q.State)), q.For, q.Against)}
	if e := b.snapshot.Work.Last(model.JudgeQuestion, model.QuestionItem(q.ID)); e != nil {
		line.Text += fmt.Sprintf("; judged %s, %s confidence, by %s", e.Value, cmp.Or(e.Confidence, "no"), officer(e))
	}
	evidence := slices.SortedStableFunc(q.Evidence.All(), func(x, y *model.Testimony) int { return b.freshFirst(x.Span(), y.Span()) })
	for _, stance := range []model.Stance{model.Supports, model.Opposes, model.Raises} {
		n := 0
		for _, e := range evidence {
			if e.Stance() == stance && n < shownEvidence {
				line.Cites = append(line.Cites, b.evidence(e))
				n++
			}
		}
	}
	return line
}

// evidence cites a passage with how it leans.
func (b *briefing) evidence(e *model.Testimony) Cite {
	c := b.cite(e.Span())
	c.Stance = string(e.Stance())
	return c
}
