package ui

import (
	"strings"

	"crisisdesk/model"
)

// history tells how a question came to stand as it does, and opens the words
// that moved it.
func (c *content) history(s *model.Snapshot, q *model.Question) {
	if len(q.History) == 0 {
		return
	}
	c.section("History")
	for _, h := range q.History {
		on := "undated"
		if h.On != 0 {
			on = h.On.String()
		}
		to := strings.ToUpper(string(h.To))
		if h.From != "" {
			to = string(h.From) + " " + c.arrow + " " + to
		}
		if h.By == nil {
			c.fields(plainLook, 1, on, to, "no new origin for "+count(q.Sleeps, "day"))
			continue
		}
		c.opening(passage{h.By.Document(), []model.Span{h.By.Span()}}, func() {
			c.fields(plainLook, 1, on, to, origin(h.By.Origin()))
		})
	}
}

// relatives are the question of which q is part, and those that are part of it.
func (c *content) relatives(s *model.Snapshot, q *model.Question) {
	if parent := s.Question(q.Parent); q.Parent != "" && parent != nil {
		c.add(quietLook, 0, "part of: %s", squeeze(parent.Text))
	}
	for x := range s.Questions.All() {
		if x.Parent == q.ID && q.ID != "" {
			c.add(quietLook, 0, "with it: %s %s (%s)", squeeze(x.Text), balance(x, c.minus), x.State)
		}
	}
}

// standingOf tells how near to the matter somebody stands whose evidence it
// is, their stake, and of what type it is.
func standingOf(e *model.Testimony) string {
	said := e.Access.String()
	if e.Interest != model.Neutral {
		said += ", " + e.Interest.String()
	}
	if e.Turn != model.NoTurn {
		said += ", " + strings.ToUpper(e.Turn.String())
	}
	return said
}
