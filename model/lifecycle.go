package model

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// dormantAfter is for how many days a question stays awake without a new origin.
const dormantAfter = 21

// questions gathers evidence by topic, under standing questions and under
// those that evidence opens.
type questions struct {
	byTopic map[string]*asked
	sorted  []*asked        // as last settled
	order   []*Question     // as last settled
	changed map[*asked]bool // since then
	asOf    Day
}

// asked is one question with the evidence that bears on it.
type asked struct {
	topic    string
	text     string // of the standing question
	standing int    // its place among the standing questions, -1 for others
	evidence []*Testimony
	change   revision[*Testimony]
	voices   map[string]*voice // by key of the origin
	unsure   map[string]bool   // origins that may have spoken first on another day than before
	said     int               // pieces of evidence that put it in words
	rank     int               // how many origins it had when it was last sorted
	question *Question
}

// voice is what one origin has said to a question.
type voice struct {
	supports, vouches, opposes, all int
	first                           Day // when it first spoke, 0 where no date is known
}

func newQuestions(standing []Standing) *questions {
	qs := &questions{byTopic: map[string]*asked{}, changed: map[*asked]bool{}}
	for i, s := range standing {
		qs.open(s.Topic, s.Text, i)
	}
	return qs
}

func (qs *questions) open(topic, text string, standing int) *asked {
	q := &asked{topic: topic, text: text, standing: standing, voices: map[string]*voice{}, unsure: map[string]bool{}}
	qs.byTopic[topic] = q
	qs.changed[q] = true
	return q
}

// topicOf is what evidence gathers by; without a topic it stands alone.
func topicOf(e *Evidence) string { return cmp.Or(e.Topic, identityOf(e.Span.Text).String()) }

func (qs *questions) add(e *Testimony) {
	topic := topicOf(e.Evidence)
	q := qs.byTopic[topic]
	if q == nil {
		q = qs.open(topic, "", -1)
	}
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
	switch day := e.When.Latest(); {
	case by < 0 && day == v.first && day != 0:
		v.first, q.unsure[e.Origin.Key] = 0, true
	case by > 0 && day != 0 && (v.first == 0 || day < v.first):
		v.first = day
	}
	switch e.Stance {
	case Supports:
		v.supports += by
		if vouches(e.Form) {
			v.vouches += by
		}
	case Opposes:
		v.opposes += by
	}
	if v.all == 0 {
		delete(q.voices, e.Origin.Key)
	}
}

// vouches reports whether evidence of this form rests on somebody who says
// that they know, rather than on talk, reasoning or foresight.
func vouches(f Form) bool { return f != Rumour && f != Argument && f != Forecast }

// settle returns all questions as they stand on day asOf, in their order.
func (qs *questions) settle(asOf Day) []*Question {
	if len(qs.changed) == 0 && asOf == qs.asOf {
		return qs.order
	}
	if asOf != qs.asOf { // any may have gone dormant, or wake
		for _, q := range qs.sorted {
			if !qs.changed[q] && q.state(asOf) != q.question.State {
				q.question = q.asQuestion(q.state(asOf))
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
		if q.standing < 0 && len(q.voices) == 0 {
			delete(qs.byTopic, q.topic)
			continue
		}
		q.revise()
		q.rank, q.question = len(q.voices), q.asQuestion(q.state(asOf))
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
		cmp.Compare(uint(a.standing), uint(b.standing)), // -1 is the greatest
		cmp.Compare(b.rank, a.rank),
		strings.Compare(a.topic, b.topic),
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
	for _, e := range q.evidence { // the oldest first
		if len(q.unsure) == 0 {
			return
		}
		if day := e.When.Latest(); day != 0 && q.unsure[e.Origin.Key] {
			q.voices[e.Origin.Key].first = day
			delete(q.unsure, e.Origin.Key)
		}
	}
	clear(q.unsure)
}

func (q *asked) asQuestion(state State) *Question {
	n := len(q.evidence)
	out := &Question{
		ID: QuestionID(q.topic), Text: q.wording(), Topic: q.topic, Standing: q.standing >= 0,
		State: state, Evidence: q.evidence[:n:n],
	}
	out.For, _, out.Against = q.count()
	return out
}

// count gives the independent origins that support, that vouch for it, and that oppose.
func (q *asked) count() (supports, vouches, opposes int) {
	for _, v := range q.voices {
		supports += min(v.supports, 1)
		vouches += min(v.vouches, 1)
		opposes += min(v.opposes, 1)
	}
	return supports, vouches, opposes
}

// state is how the question stands on day asOf. The machine sets no state
// that decides what is true.
func (q *asked) state(asOf Day) State {
	var newest Day // the day on which the last new origin came
	for _, v := range q.voices {
		newest = max(newest, v.first)
	}
	supports, vouches, opposes := q.count()
	switch {
	case newest != 0 && asOf > newest+dormantAfter:
		return Dormant
	case supports > 0 && opposes > 0:
		return Contested
	case opposes > 0:
		return DeniedState
	case vouches >= 2:
		return Corroborated
	}
	return Raised
}

// wording is the text of a standing question; of another what the earliest
// evidence asks, or says.
func (q *asked) wording() string {
	if q.text != "" {
		return q.text
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
	return strings.ReplaceAll(q.topic, "-", " ") + "?"
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
