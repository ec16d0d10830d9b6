package ui

import (
	"strings"

	"crisisdesk/model"
)

// arrivals are the IDs, by pane, that a Snapshot has and the one before had not.
type arrivals [3][]string

// String counts them in words, "" where there are none.
func (a arrivals) String() string {
	var words []string
	for i, noun := range []string{"incident", "statement", "question"} {
		if len(a[i]) > 0 {
			words = append(words, count(len(a[i]), noun))
		}
	}
	return strings.Join(words, ", ")
}

// between compares two Snapshots.
func between(before, after *model.Snapshot) (a arrivals) {
	differ(before.Incidents, after.Incidents, func(x *model.Incident) *model.Incident { return before.Incident(x.ID) },
		func(x *model.Incident) { a[0] = append(a[0], string(x.ID)) })
	differ(before.Statements, after.Statements, func(x *model.Statement) *model.Statement { return before.Statement(x.ID) },
		func(x *model.Statement) { a[1] = append(a[1], string(x.ID)) })
	differ(before.Questions, after.Questions, func(x *model.Question) *model.Question { return before.Question(x.ID) },
		func(x *model.Question) { a[2] = append(a[2], string(x.ID)) })
	return a
}

// near is how far ahead differ looks for where two lists meet again.
const near = 64

// differ calls fresh with what is in after and was not, by ID, in before. Lists
// of Snapshots share what did not change, in the same order: it walks both and
// looks up only what stands apart.
func differ[T any](before, after []*T, was func(*T) *T, fresh func(*T)) {
	for _, x := range after {
		i := 0
		for i < min(near, len(before)) && before[i] != x {
			i++
		}
		if i < min(near, len(before)) {
			before = before[i+1:]
			continue
		}
		if was(x) == nil {
			fresh(x)
		}
	}
}
