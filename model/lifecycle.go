package model

import (
	"cmp"
	"slices"
	"strings"
)

// questions gathers evidence by topic, under standing questions and under
// those that evidence opens.
type questions struct {
	byTopic map[string]*asked
}

// asked is one question with the evidence that bears on it.
type asked struct {
	topic    string
	text     string // of the standing question
	standing int    // its place among the standing questions, -1 for others
	evidence []*Evidence
	stale    bool
	question *Question
}

func newQuestions(standing []Standing) *questions {
	qs := &questions{byTopic: map[string]*asked{}}
	for i, s := range standing {
		qs.byTopic[s.Topic] = &asked{topic: s.Topic, text: s.Text, standing: i, stale: true}
	}
	return qs
}

func (qs *questions) add(e *Evidence) {
	q := qs.byTopic[e.Topic]
	if q == nil {
		q = &asked{topic: e.Topic, standing: -1}
		qs.byTopic[e.Topic] = q
	}
	i, _ := slices.BinarySearchFunc(q.evidence, e, oldestEvidence)
	q.evidence = slices.Insert(q.evidence, i, e)
	q.stale = true
}

func (qs *questions) remove(e *Evidence) {
	q := qs.byTopic[e.Topic]
	i := slices.Index(q.evidence, e)
	q.evidence = slices.Delete(q.evidence, i, i+1)
	q.stale = true
	if len(q.evidence) == 0 && q.standing < 0 {
		delete(qs.byTopic, e.Topic)
	}
}

// settle returns all questions as they stand on day asOf, in their order.
func (qs *questions) settle(asOf Day) []*Question {
	all := make([]*asked, 0, len(qs.byTopic))
	for _, q := range qs.byTopic {
		if q.stale {
			q.question, q.stale = q.answer(asOf), false
		}
		all = append(all, q)
	}
	slices.SortFunc(all, func(a, b *asked) int {
		return cmp.Or(
			cmp.Compare(uint(a.standing), uint(b.standing)),
			cmp.Compare(b.question.For+b.question.Against, a.question.For+a.question.Against),
			strings.Compare(a.topic, b.topic),
		)
	})
	out := make([]*Question, len(all))
	for i, q := range all {
		out[i] = q.question
	}
	return out
}

func (q *asked) answer(asOf Day) *Question {
	out := &Question{ID: QuestionID(q.topic), Text: cmp.Or(q.text, q.topic), Topic: q.topic, Standing: q.standing >= 0, State: Raised}
	for _, e := range q.evidence {
		out.Evidence = append(out.Evidence, *e)
	}
	return out
}

// oldestEvidence orders evidence by publication, undated first, then by document and position.
func oldestEvidence(a, b *Evidence) int {
	return cmp.Or(
		cmp.Compare(a.When.Latest(), b.When.Latest()),
		strings.Compare(string(a.Span.Document), string(b.Span.Document)),
		cmp.Compare(a.Span.Start, b.Span.Start),
	)
}
