package extract

import (
	"slices"

	"crisisdesk/feed/extract/gold"
	"crisisdesk/feed/linear"
	"crisisdesk/model"
)

var (
	questionForms = []string{
		string(model.Explicit), string(model.Rumour), string(model.Unconfirmed), string(model.DisputedFor),
		string(model.Argument), string(model.Forecast),
	}
	stances = []string{string(model.Supports), string(model.Opposes), string(model.Raises)}
)

// How much a sentence counts that the annotators found worth noting but not
// worth requiring.
const (
	optionalOpen  = 0.1
	optionalOther = 0.5
)

// questionLesson is a sentence with what is annotated of it.
type questionLesson struct {
	reading  *reading
	sentence int
	question *gold.Question // nil where it leaves nothing open
}

func (x *Extractor) trainQuestions(pages []trainingPage) {
	var lessons []questionLesson
	for _, p := range pages {
		r := x.reading(p.page, x.hear(p.page).statements)
		for i := range p.sentences {
			lessons = append(lessons, questionLesson{r, i, annotated(p, i)})
		}
	}
	known := map[string]bool{}
	for _, q := range x.lex.Questions() {
		known[q.Topic] = true
	}
	m := x.models.questions
	phrases := x.phrases()
	m.open = trainOpen(lessons, phrases)
	m.form = trainForm(lessons, phrases)
	m.topic = trainTopic(lessons, known)
	m.stance = trainStance(lessons, phrases)
	m.openSense, m.stanceSense = trainOpenSense(lessons), trainStanceSense(lessons)
}

// annotated is the annotation that sentence i carries, a required one before
// an optional one; nil for none.
func annotated(p trainingPage, i int) *gold.Question {
	var best *gold.Question
	s := &p.sentences[i]
	for k := range p.gold.Questions {
		q := &p.gold.Questions[k]
		a := q.Spans[0]
		n := min(s.End, a.End) - max(s.Start, a.Start)
		if n <= 0 || 2*n < min(s.End-s.Start, a.End-a.Start) {
			continue
		}
		if best == nil || q.Required() && !best.Required() {
			best = q
		}
	}
	return best
}

func trainOpen(lessons []questionLesson, phrases []phrase) *linear.Model {
	var out []linear.Example
	for _, l := range lessons {
		var e linear.Example
		openFeatures(&e.Features, l.reading, l.sentence)
		if l.question != nil {
			e.Class, e.Weight = 1, weigh(l.question, optionalOpen)
		}
		out = append(out, e)
	}
	for _, p := range phrases {
		out = append(out, p.example(one(p.form != "none")))
	}
	return linear.Train(noYes, out, linear.Options{Rate: 0.01, L2: 0.03, MinCount: 4})
}

func trainForm(lessons []questionLesson, phrases []phrase) *linear.Model {
	var out []linear.Example
	for _, l := range lessons {
		if l.question == nil {
			continue
		}
		e := linear.Example{Class: slices.Index(questionForms, l.question.Form), Weight: weigh(l.question, optionalOther)}
		openFeatures(&e.Features, l.reading, l.sentence)
		out = append(out, e)
	}
	for _, p := range phrases {
		if p.form != "none" {
			out = append(out, p.example(slices.Index(questionForms, p.form)))
		}
	}
	return linear.Train(questionForms, out, linear.Options{Rate: 0.05, L2: 0.01, MinCount: 3})
}

func trainTopic(lessons []questionLesson, known map[string]bool) *linear.Model {
	var out []linear.Example
	for _, l := range lessons {
		if l.question == nil || !known[l.question.Topic] {
			continue
		}
		for _, q := range candidateTopics(l.reading, l.sentence) {
			e := linear.Example{Class: one(q.Topic == l.question.Topic), Weight: weigh(l.question, optionalOther)}
			topicFeatures(&e.Features, l.reading, l.sentence, model.Form(l.question.Form), q)
			out = append(out, e)
		}
	}
	return linear.Train(noYes, out, linear.Options{Rate: 0.05, L2: 0.01, MinCount: 3})
}

// trainStance learns from the forms that the model would see, not from those
// annotated.
func trainStance(lessons []questionLesson, phrases []phrase) *linear.Model {
	var out []linear.Example
	forms := likelyForms(lessons, phrases)
	for n, l := range lessons {
		q := l.question
		if q == nil {
			continue
		}
		e := linear.Example{Class: slices.Index(stances, q.Stance), Weight: weigh(q, optionalOther)}
		openFeatures(&e.Features, l.reading, l.sentence)
		stanceFeatures(&e.Features, l.reading, l.sentence, forms[n], q.Topic)
		out = append(out, e)
	}
	for _, p := range phrases {
		if p.stance == "" {
			continue
		}
		e := p.example(slices.Index(stances, p.stance))
		stanceFeatures(&e.Features, p.reading, 0, model.Form(p.form), p.topic)
		e.Weight = 1
		out = append(out, e)
	}
	return linear.Train(stances, out, linear.Options{Rate: 0.02, L2: 0.03, MinCount: 3})
}

// likelyForms is the form of each lesson by a model that has not seen its page.
func likelyForms(lessons []questionLesson, phrases []phrase) []model.Form {
	const parts = 5
	part := map[*reading]int{}
	for _, l := range lessons {
		if _, ok := part[l.reading]; !ok {
			part[l.reading] = len(part) % parts
		}
	}
	out := make([]model.Form, len(lessons))
	var f linear.Features
	for k := range parts {
		seen := slices.DeleteFunc(slices.Clone(lessons), func(l questionLesson) bool { return part[l.reading] == k })
		m := trainForm(seen, phrases)
		for n, l := range lessons {
			if l.question == nil || part[l.reading] != k {
				continue
			}
			f.Reset()
			openFeatures(&f, l.reading, l.sentence)
			form, _ := m.Best(&f)
			out[n] = model.Form(form)
		}
	}
	return out
}

func weigh(q *gold.Question, optional float32) float32 {
	if q.Required() {
		return 1
	}
	return optional
}
