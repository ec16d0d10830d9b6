package extract

import (
	"crisisdesk/feed/extract/gold"
	"crisisdesk/feed/linear"
	"crisisdesk/model"
)

// trainWhen fits the model that says which of the dates that an event may have
// is its own. Of an event that annotators give no date only publication's latest
// day is right, which claims nothing.
func trainWhen(lessons []incidentLesson) *linear.Model {
	var examples []linear.Example
	var f linear.Features
	for _, l := range lessons {
		for r := range l.gold.Incidents {
			group := l.toldBy(r)
			if len(group) == 0 {
				continue
			}
			in := &l.gold.Incidents[r]
			c := l.datingsOf(group, model.Kind(in.Kind))
			for i := range c.all {
				d := &c.all[i]
				right, dated := gold.DatesAgree(d.when, in)
				if !dated {
					right = d.by == byLatest
				}
				c.features(d, &f)
				examples = append(examples, linear.Example{Features: f.Clone(), Class: boolInt(right)})
			}
		}
	}
	return linear.Train([]string{"no", "yes"}, examples, whenOptions)
}
