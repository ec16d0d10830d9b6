package extract

import (
	"io"

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
}

func (m *questionModels) all() []**linear.Model {
	return []**linear.Model{&m.open, &m.form, &m.topic, &m.stance}
}

func (m *questionModels) write(w io.Writer) error {
	for _, part := range m.all() {
		if err := (*part).Write(w); err != nil {
			return err
		}
	}
	return nil
}

func (m *questionModels) read(r io.Reader) error {
	for _, part := range m.all() {
		trained, err := linear.Read(r)
		if err != nil {
			return err
		}
		*part = trained
	}
	return nil
}

// surelyOpen is the probability from which a sentence counts as open, chosen
// by cross-validation for the best F1.
const surelyOpen = 0.37

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
	v := verdict{open: m.open.Probability(f, "yes"), topic: otherTopic}
	v.finding = model.Finding{By: "question model", Confidence: v.open}
	if v.open < surelyOpen {
		return v
	}
	form, _ := m.form.Best(f)
	v.form = model.Form(form)
	if q := m.topicOf(r, i, v.form); q != nil {
		v.topic = q.Topic
		if q.Standing {
			v.text = q.Text
		}
	}
	stanceFeatures(f, r, i, v.form, v.topic)
	stance, _ := m.stance.Best(f)
	v.stance = model.Stance(stance)
	return v
}
