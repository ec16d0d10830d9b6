package extract

import (
	"crisisdesk/feed/extract/gold"
	"crisisdesk/feed/linear"
	"crisisdesk/model"
)

// trainCasualties fits the models that say what a figure counts and which event
// it belongs to.
func (x *Extractor) trainCasualties(lessons []incidentLesson) {
	m := x.models.casualties
	m.toll, m.tollSense = trainToll(lessons), trainTollSense(lessons)
	m.owner = trainOwner(lessons)
}

// trainToll fits the model that says what became of the people of a figure.
func trainToll(lessons []incidentLesson) *linear.Model {
	var examples []linear.Example
	var f linear.Features
	for _, l := range lessons {
		for i := range l.sentences {
			for _, v := range l.victimsOf(i) {
				l.tollFeatures(i, &v, &f)
				examples = append(examples, linear.Example{Features: f.Clone(), Class: l.outcomeOf(i, &v)})
			}
		}
	}
	return linear.Train(outcomeNames, examples, tollOptions)
}

// outcomeOf finds the annotated row of a figure: its number must be the same,
// and small numbers must stand in words of that event.
func (l *incidentLesson) outcomeOf(i int, v *victims) int {
	s := l.sentence(i)
	for r := range l.gold.Incidents {
		in := &l.gold.Incidents[r]
		within := false
		for _, span := range in.Spans {
			within = within || span.Start < s.End && s.Start < span.End
		}
		for _, c := range in.Casualties {
			if !figureIs(&c, v) || v.min < 5 && !within {
				continue
			}
			if v.min == 1 && !gold.NamesAgree(c.Who, v.who) {
				continue
			}
			for k, name := range outcomeNames {
				if name == c.Outcome {
					return k
				}
			}
		}
	}
	return 0
}

func figureIs(c *gold.Casualty, v *victims) bool {
	switch {
	case c.Min != nil:
		return *c.Min == v.min
	case c.Max != nil:
		return *c.Max == v.max
	}
	return v.max == model.NoLimit
}
