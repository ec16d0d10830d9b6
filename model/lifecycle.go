package model

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// questions gathers evidence by topic, under standing questions and under
// those that evidence opens.
type questions struct {
	known   map[string]Standing // by topic
	sleeps  map[QuestionID]int  // days, as officers set them
	byTopic map[string]*asked
	sorted  []*asked        // as last settled
	order   []*Question     // as last settled
	changed map[*asked]bool // since then
	asOf    Day
}

// asked is one question with the evidence that bears on it.
type asked struct {
	Standing
	number   int // its place among the standing questions, -1 for others
	evidence []*Testimony
	change   revision[*Testimony]
	voices   map[string]*voice // by key of the origin
	unsure   map[string]bool   // origins of which the first word on something has gone
	said     int               // pieces of evidence that put it in words
	rank     int               // how many origins it had when it was last sorted
	life     life
	question *Question
}

func newQuestions(standing []Standing) *questions {
	qs := &questions{known: map[string]Standing{}, byTopic: map[string]*asked{}, changed: map[*asked]bool{}}
	for i, s := range standing {
		qs.known[s.Topic] = s
		if !s.Waits {
			qs.open(s.Topic, i)
		}
	}
	return qs
}

func (qs *questions) open(topic string, number int) *asked {
	q := &asked{Standing: qs.known[topic], number: number, voices: map[string]*voice{}, unsure: map[string]bool{}}
	q.Topic = topic
	qs.byTopic[topic] = q
	qs.changed[q] = true
	return q
}

// obey takes the days after which questions sleep as officers set them.
func (qs *questions) obey(sleeps map[QuestionID]int) {
	for topic, q := range qs.byTopic {
		if id := QuestionID(topic); sleeps[id] != qs.sleeps[id] {
			q.life.stale = true
			qs.changed[q] = true
		}
	}
	qs.sleeps = sleeps
}

// sleepsAfter is for how many days q stays awake without a new origin.
func (qs *questions) sleepsAfter(q *asked) Day {
	return Day(cmp.Or(qs.sleeps[QuestionID(q.Topic)], q.Sleeps, dormantAfter))
}

// topicOf is what evidence gathers by; without a topic it stands alone.
func topicOf(e *Evidence) string { return cmp.Or(e.Topic, identityOf(e.Span.Text).String()) }

// add takes up evidence of f.
func (qs *questions) add(f *Facts, e *Testimony) {
	topic := topicOf(e.Evidence)
	q := qs.byTopic[topic]
	if q == nil {
		q = qs.open(topic, -1)
	}
	e.weigh(f.speakerOf(e.Evidence), q.Standing)
	q.change.come = append(q.change.come, e)
	q.hear(e, 1)
	qs.changed[q] = true
}

func (qs *questions) remove(e *Testimony) {
	q := qs.byTopic[topicOf(e.Evidence)]
	same := func(o *Testimony) bool { return o.Span == e.Span && *o.Origin == *e.Origin }
	if i := slices.IndexFunc(q.change.come, same); i >= 0 { // it came since the last Snapshot
		q.change.come = slices.Delete(q.change.come, i, i+1)
	} else {
		q.change.gone = append(q.change.gone, e)
	}
	q.hear(e, -1)
	qs.changed[q] = true
}

// hear counts e in (by 1) or out (by -1).
func (q *asked) hear(e *Testimony, by int) {
	v := q.voices[e.Origin.Key]
	if v == nil {
		v = &voice{}
		q.voices[e.Origin.Key] = v
	}
	v.all += by
	if wordsOf(e.Evidence) != "" {
		q.said += by
	}
	switch {
	case by > 0:
		q.life.take(v, e)
	case q.life.drop(v, e) && v.all > 0:
		q.unsure[e.Origin.Key] = true
	}
	if v.all == 0 {
		delete(q.voices, e.Origin.Key)
		delete(q.unsure, e.Origin.Key)
	}
}

// settle returns all questions as they stand on day asOf, in their order.
func (qs *questions) settle(asOf Day) []*Question {
	if len(qs.changed) == 0 && asOf == qs.asOf {
		return qs.order
	}
	if asOf != qs.asOf { // any may have gone dormant, or wake
		for _, q := range qs.sorted {
			if !qs.changed[q] && q.life.dormant(asOf, qs.sleepsAfter(q)) != (q.question.State == Dormant) {
				q.question = q.asQuestion(asOf, qs.sleepsAfter(q))
			}
		}
	}
	var moved revision[*asked]
	for q := range qs.changed {
		if q.question != nil {
			moved.gone = append(moved.gone, q)
		}
	}
	qs.sorted = moved.revise(qs.sorted, mostOrigins)
	moved.gone = nil
	for q := range qs.changed {
		if q.number < 0 && len(q.voices) == 0 {
			delete(qs.byTopic, q.Topic)
			continue
		}
		q.revise()
		q.rank, q.question = len(q.voices), q.asQuestion(asOf, qs.sleepsAfter(q))
		moved.come = append(moved.come, q)
	}
	qs.sorted = moved.revise(qs.sorted, mostOrigins)
	qs.order = make([]*Question, len(qs.sorted))
	for i, q := range qs.sorted {
		qs.order[i] = q.question
	}
	qs.asOf = asOf
	clear(qs.changed)
	return qs.order
}

// mostOrigins orders questions: the standing ones as they are numbered, then
// the others, those with the most origins first.
func mostOrigins(a, b *asked) int {
	return cmp.Or(
		cmp.Compare(uint(a.number), uint(b.number)), // -1 is the greatest
		cmp.Compare(b.rank, a.rank),
		strings.Compare(a.Topic, b.Topic),
	)
}

// revise brings the evidence up to date. What is newer than all that is there
// is appended behind the end of the lists that Snapshots hold, which they
// never see; any other change makes a new list.
func (q *asked) revise() {
	if !q.change.any() {
		return
	}
	slices.SortFunc(q.change.come, oldestEvidence)
	n := len(q.evidence)
	if len(q.change.gone) == 0 && (n == 0 || oldestEvidence(q.evidence[n-1], q.change.come[0]) < 0) {
		q.evidence = append(q.evidence, q.change.come...)
	} else {
		q.evidence = q.change.revise(q.evidence, oldestEvidence)
	}
	q.change = revision[*Testimony]{}
	if len(q.unsure) == 0 {
		return
	}
	for _, e := range q.evidence {
		if q.unsure[e.Origin.Key] {
			q.life.take(q.voices[e.Origin.Key], e)
		}
	}
	clear(q.unsure)
}

// asQuestion is q as it stands on day asOf. The machine sets no state that
// decides what is true.
func (q *asked) asQuestion(asOf, sleeps Day) *Question {
	n := len(q.evidence)
	q.life.replay(q.voices, sleeps)
	out := &Question{
		ID: QuestionID(q.Topic), Text: q.wording(), Topic: q.Topic, Standing: q.number >= 0, Evidence: q.evidence[:n:n],
		For: q.life.count[supported], Against: q.life.count[opposed], Sleeps: int(sleeps), Parent: QuestionID(q.Parent),
	}
	out.State, out.History = q.life.on(asOf, sleeps)
	return out
}

// wording is the text of a standing question; of another what the earliest
// evidence asks, or says.
func (q *asked) wording() string {
	if q.Text != "" {
		return q.Text
	}
	if q.said > 0 {
		asks := slices.IndexFunc(q.evidence, func(e *Testimony) bool { return wordsOf(e.Evidence) != "" })
		return wordsOf(q.evidence[asks].Evidence)
	}
	for _, e := range q.evidence {
		if said := shorten(e.Span.Text); said != "" {
			return said
		}
	}
	return strings.ReplaceAll(q.Topic, "-", " ") + "?"
}

// wordsOf is how evidence puts its question, "" where it only bears on it.
func wordsOf(e *Evidence) string {
	if e.Text == "" && e.Form == Explicit {
		return shorten(e.Span.Text)
	}
	return e.Text
}

// longestWording is where the text of a question is cut, in bytes.
const longestWording = 200

// shorten puts words on one line and cuts them between two where they are long.
func shorten(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) <= longestWording {
		return s
	}
	cut := longestWording
	for !utf8.RuneStart(s[cut]) {
		cut--
	}
	if i := strings.LastIndexByte(s[:cut], ' '); i > 0 {
		cut = i
	}
	return s[:cut] + " …"
}

// oldestEvidence orders evidence by publication, undated first, then by document and position.
func oldestEvidence(a, b *Testimony) int {
	return cmp.Or(
		cmp.Compare(a.When.Latest(), b.When.Latest()),
		strings.Compare(string(a.Span.Document), string(b.Span.Document)),
		cmp.Compare(a.Span.Start, b.Span.Start),
		cmp.Compare(a.Span.End, b.Span.End),
		strings.Compare(a.By, b.By),
	)
}
