package extract

import (
	"slices"

	"crisisdesk/feed/lexicon"
	"crisisdesk/feed/linear"
	"crisisdesk/model"
)

// surelyAbout is the probability from which a question of the lexicon is
// taken for what a sentence is about.
const surelyAbout = 0.1

// topicOf is the question of the lexicon that sentence i, which leaves
// something open, is about; nil where it is about none.
func (m *questionModels) topicOf(r *reading, i int, form model.Form) *lexicon.Question {
	var best *lexicon.Question
	top := float32(surelyAbout)
	var f linear.Features
	for _, q := range candidateTopics(r, i) {
		f.Reset()
		topicFeatures(&f, r, i, form, q)
		if p := m.topic.Probability(&f, "yes"); p > top {
			best, top = q, p
		}
	}
	return best
}

// How far around a sentence the words count that say what it is about.
const (
	topicsBefore = 3
	topicsAfter  = 1
)

// candidateTopics are the questions that sentence i may be about: those that
// its own words bear on, those of the sentences beside it and of the headline,
// and the theme of the page.
func candidateTopics(r *reading, i int) []*lexicon.Question {
	var out []*lexicon.Question
	add := func(q *lexicon.Question) {
		if !slices.Contains(out, q) {
			out = append(out, q)
		}
	}
	for j := max(0, i-topicsBefore); j <= min(len(r.bears)-1, i+topicsAfter); j++ {
		for _, b := range r.bears[j] {
			add(b.Question)
		}
	}
	for _, b := range r.bears[0] {
		add(b.Question)
	}
	if r.theme != nil {
		add(r.theme)
	}
	return out
}

// topicFeatures describes question q as what sentence i is about.
func topicFeatures(f *linear.Features, r *reading, i int, form model.Form, q *lexicon.Question) {
	own, best := r.weight(i, q), 0
	parent, child := false, false
	for _, b := range r.bears[i] {
		best = max(best, b.Weight)
		parent = parent || q.Parent != "" && b.Question.ID == q.Parent
		child = child || b.Question.Parent == q.ID
		if b.Question == q {
			f.Add("leans", grade(b.Supports, 0), grade(b.Opposes, 0))
			f.Add("width", grade(b.End-b.Start, 1, 3, 6, 12))
		}
	}
	here := grade(own, 0, 1, 2)
	f.Add("here", here)
	f.Add("others here", here, grade(best-own, 0), grade(len(r.bears[i]), 0, 1, 2, 3))
	f.Add("before", grade(r.weight(i-1, q), 0, 1), here)
	f.Add("earlier", grade(max(r.weight(i-2, q), r.weight(i-3, q)), 0, 1), here)
	f.Add("after", grade(r.weight(i+1, q), 0, 1), here)
	f.Add("headline", grade(r.weight(0, q), 0, 1), here)
	f.Add("share", grade(10*r.bearing[q]/len(r.bears), 0, 1, 2, 3, 5), here)
	f.AddIf(q == r.theme, "theme", here)
	f.AddIf(parent, "parent here", here)
	f.AddIf(child, "child here", here)
	f.AddIf(q.Standing, "standing", here)
	f.Add("question", q.Topic)
	f.Add("question here", q.Topic, here)
	f.Add("question as", q.Topic, string(form))
	f.Add("form", string(form), here)
}

// weight is how surely sentence i bears on q, 0 where it does not.
func (r *reading) weight(i int, q *lexicon.Question) int {
	if i < 0 || i >= len(r.bears) {
		return 0
	}
	for _, b := range r.bears[i] {
		if b.Question == q {
			return b.Weight
		}
	}
	return 0
}

// heaviest is the bearing that is surest, the first of equals; nil for none.
func heaviest(bearings []lexicon.Bearing) *lexicon.Bearing {
	var best *lexicon.Bearing
	for i := range bearings {
		if best == nil || bearings[i].Weight > best.Weight {
			best = &bearings[i]
		}
	}
	return best
}
