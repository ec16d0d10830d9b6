package export

import (
	"time"

	"crisisdesk/model"
)

// Subject is what a Brief is about: what came to the desk after Since and not
// after Until, and Where accepts. Came says when a document came; where it is
// nil, the last day on which it can have been published counts.
type Subject struct {
	Since, Until time.Time
	Came         func(*model.Document) time.Time
	Where        model.Query
}

// holds reports whether a document came in the period.
func (s Subject) holds(d *model.Document) bool {
	if s.Came == nil {
		day := d.Published.Latest()
		return day != 0 && day >= model.DayOf(s.Since) && day <= model.DayOf(s.Until)
	}
	return s.covers(s.Came(d))
}

// covers reports whether a time lies in the period.
func (s Subject) covers(at time.Time) bool { return at.After(s.Since) && !at.After(s.Until) }

// turns are the days after which, and up to which, time itself moves what is on
// the desk: its present before the period, and at the end of it.
func (s Subject) turns(all model.List[*model.Document]) (after, upTo model.Day) {
	if s.Came == nil {
		return model.DayOf(s.Since) - 1, model.DayOf(s.Until)
	}
	for d := range all.All() {
		if at := s.Came(d); !at.After(s.Since) {
			after = max(after, d.Published.From)
		} else if !at.After(s.Until) {
			upTo = max(upTo, d.Published.From)
		}
	}
	return after, max(after, upTo)
}
