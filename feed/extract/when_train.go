package extract

import (
	"crisisdesk/feed/extract/gold"
	"crisisdesk/feed/linear"
	"crisisdesk/model"
)

// trainWhen fits the model that says which of the dates that an event may have
// is its own. What publication says is right only where no date said is: it is
// wide enough to hold most of them. Events that annotators give no date teach nothing.
func trainWhen(lessons []incidentLesson) *linear.Model {
	var examples []linear.Example
	var f linear.Features
	for _, l := range lessons {
		for r := range l.gold.Incidents {
			group, in := l.toldBy(r), &l.gold.Incidents[r]
			if len(group) == 0 {
				continue
			}
			c, said := l.datingsOf(group, model.Kind(in.Kind)), false
			for i := range c.all { // those said come first
				right, dated := gold.DatesAgree(c.all[i].when, in)
				if !dated {
					break
				}
				if c.all[i].by == bySaid {
					said = said || right
				} else {
					right = right && !said
				}
				c.features(&c.all[i], &f)
				examples = append(examples, linear.Example{Features: f.Clone(), Class: one(right)})
			}
		}
	}
	return linear.Train(noYes, examples, whenOptions)
}
