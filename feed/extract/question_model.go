package extract

import (
	"slices"

	"crisisdesk/feed/dense"
	"crisisdesk/feed/linear"
	"crisisdesk/model"
)

// questionModels are the trained parts of the search for open questions, all
// nil where untrained.
type questionModels struct {
	open   *linear.Model // does a sentence leave something open?
	form   *linear.Model // in which form?
	topic  *linear.Model // is it about this question of the lexicon?
	stance *linear.Model // how does it lean?

	openSense   *dense.Net // the first two, by words that are used alike
	stanceSense *dense.Net // the last, by words that are used alike
}

func (m *questionModels) part() part {
	return part{"questions.bin", []**linear.Model{&m.open, &m.form, &m.topic, &m.stance}, []**dense.Net{&m.openSense, &m.stanceSense}}
}

// surelyOpen is the probability from which a sentence counts as open, chosen
// for the best F1 where questions are as dense as in the corpus: the documents
// trained on beside it have more of them.
const surelyOpen = 0.42

// verdict is what is made of a sentence.
type verdict struct {
	open    float32 // how likely it leaves something open
	form    model.Form
	topic   string
	text    string // of the standing question that the topic is
	stance  model.Stance
	finding model.Finding
}

// judge decides on sentence i by the models.
func (m *questionModels) judge(r *reading, i int, f *linear.Features) verdict {
	f.Reset()
	openFeatures(f, r, i)
	inputs := make([]float32, openInputs)
	openSense(r, i, inputs)
	likely := make([]float32, 1+len(questionForms))
	m.openSense.Probabilities(inputs, likely)
	v := verdict{open: mixed(1-likely[0], m.open.Probability(f, "yes")), topic: model.Uncovered}
	v.finding = model.Finding{By: "question model", Confidence: v.open}
	if v.open < surelyOpen {
		return v
	}
	v.form = model.Form(best(m.form, f, likely[1:]))
	if q := m.topicOf(r, i, v.form); q != nil {
		v.topic = q.Topic
		if q.Standing {
			v.text = q.Text
		}
	}
	stanceFeatures(f, r, i, v.form, v.topic)
	leaning := make([]float32, len(stances))
	m.stanceSense.Probabilities(inputs, leaning)
	r.lean(i, v.topic, leaning)
	v.stance = model.Stance(best(m.stance, f, leaning))
	return v
}

// best is the class that a linear model and a network make likely together.
func best(m *linear.Model, f *linear.Features, net []float32) string {
	p := make([]float32, len(m.Classes))
	m.Probabilities(f, p)
	return m.Classes[jointly(p, net)]
}

// leanTrust is how much less likely a stance becomes where words that the lexicon
// gives to a question lean to the other and none to it: of 27 such sentences on
// a change of regime in the training documents, 25 have the other stance.
const leanTrust = 3

// lean weighs the probabilities of the stances by the words that the lexicon
// gives to the questions of a topic.
func (r *reading) lean(i int, topic string, p []float32) {
	for _, b := range r.bears[i] {
		switch {
		case b.Question.Topic != topic || (b.Supports > 0) == (b.Opposes > 0):
		case b.Supports > 0:
			p[slices.Index(stances, string(model.Opposes))] /= leanTrust
		default:
			p[slices.Index(stances, string(model.Supports))] /= leanTrust
		}
	}
}
