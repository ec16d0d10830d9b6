package extract

import (
	"crisisdesk/feed/linear"
	"crisisdesk/model"
)

// stanceFeatures adds, to those of openFeatures, what sentence i does for a
// question: which of its words lean to yes and which to no, who says it for
// which side, and what cue words mean in its form.
func stanceFeatures(f *linear.Features, r *reading, i int, form model.Form, topic string) {
	f.Add("form", string(form))
	for j := max(0, i-1); j <= i; j++ {
		for _, b := range r.bears[j] {
			if b.Question.Topic != topic {
				continue
			}
			f.Add("leans", grade(i-j, 0), grade(b.Supports, 0, 1), grade(b.Opposes, 0, 1))
			f.Add("leans as", grade(i-j, 0), grade(b.Supports, 0), grade(b.Opposes, 0), string(form))
		}
	}
	for _, c := range r.cues[i] {
		f.Add("cue as", c.class, string(form))
		f.Add("cue for", c.class, topic)
	}
	lean := r.leans[topic]
	more := grade(lean.supports-lean.opposes, -3, -1, 0, 1, 3)
	f.Add("page leans", grade(10*lean.supports/max(1, lean.all), 0, 2, 4), grade(10*lean.opposes/max(1, lean.all), 0, 2, 4))
	f.Add("page leans more", more)
	f.Add("page leans more as", more, string(form))
	if said := r.said[i]; said != nil {
		f.Add("said", string(said.Act), string(form))
		f.Add("said by", said.Speaker.Side, string(form))
		f.Add("said for", said.Speaker.Side, topic)
		f.Add("act for", string(said.Act), said.Speaker.Side, topic)
	}
	f.Add("length as", grade(len(r.words[i]), 4, 8, 15), string(form))
}
