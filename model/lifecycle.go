package model

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// questions gathers evidence by topic, under standing questions and under
// those that evidence opens.
type questions struct {
	known   map[string]Standing // by topic
	work    *Work               // of officers
	byTopic map[string]*asked
	rumours *rumours        // what no standing question covers
	own     []*Question     // of officers
	changed map[*asked]bool // since it was last settled
	change  revision[*Question]
	asOf    Day
}

// asked is one question with the evidence that bears on it.
type asked struct {
	Standing
	place    uint // among the standing questions, notPlaced for others
	evidence List[*Testimony]
	change   revision[*Testimony]
	voices   map[string]*voice // by key of the origin
	unsure   map[string]bool   // origins of which the first word on something has gone; nil where none has
	said     int               // pieces of evidence that put it in words
	life     life
	question *Question // as last settled
}

func newQuestions(standing []Standing) *questions {
	qs := &questions{known: map[string]Standing{}, work: Fold(nil), byTopic: map[string]*asked{}, rumours: newRumours(), changed: map[*asked]bool{}}
	for i, s := range standing {
		qs.known[s.Topic] = s
		if !s.Waits {
			qs.open(s.Topic, uint(i))
		}
	}
	return qs
}

// The places of questions in the order of a Snapshot: the standing ones, those
// of officers, those that documents open.
const (
	askedPlace uint = 1 << 31
	notPlaced  uint = math.MaxUint
)

func (qs *questions) open(topic string, place uint) *asked {
	q := &asked{Standing: qs.known[topic], place: place, voices: map[string]*voice{}}
	q.Topic = topic
	if topic == Uncovered {
		q.Text = "What else do the documents leave open?"
	}
	qs.byTopic[topic] = q
	qs.changed[q] = true
	return q
}

// obey takes what officers say of questions: the days after which they sleep,
// verdicts, and questions of their own.
func (qs *questions) obey(work *Work) {
	before, now := qs.work.ruled(), work.ruled()
	for topic, q := range qs.byTopic {
		if id := QuestionID(topic); before[id] != now[id] {
			q.life.stale = true
			qs.changed[q] = true
		}
	}
	qs.work = work
	qs.change.gone, qs.own = append(qs.change.gone, qs.own...), work.asked()
	qs.change.come = append(qs.change.come, qs.own...)
}

// sleepsAfter is for how many days q stays awake without a new origin.
func (qs *questions) sleepsAfter(q *asked) Day {
	return Day(cmp.Or(qs.work.sleeps(QuestionID(q.Topic)), q.Sleeps, dormantAfter))
}

// add takes up evidence of k.
func (qs *questions) add(k *kept, e *Testimony) {
	topic := e.gathersBy()
	e.weigh(k.speakerOf(e.Piece), qs.known[topic])
	if topic == Uncovered {
		qs.rumours.add(e)
		return
	}
	qs.put(topic, e)
}

// remove takes evidence back.
func (qs *questions) remove(e *Testimony) {
	topic := e.gathersBy()
	if topic == Uncovered {
		if topic = qs.rumours.remove(e.Piece).topic; topic == "" {
			return // it came since the last Snapshot
		}
	}
	qs.take(topic, e)
}

// put lets e bear on the question of a topic.
func (qs *questions) put(topic string, e *Testimony) {
	q := qs.byTopic[topic]
	if q == nil {
		q = qs.open(topic, notPlaced)
	}
	q.change.come = append(q.change.come, e)
	q.hear(e, 1)
	qs.changed[q] = true
}

// take lets e bear on the question of a topic no more.
func (qs *questions) take(topic string, e *Testimony) {
	q := qs.byTopic[topic]
	same := func(o *Testimony) bool { return o.Piece == e.Piece && o.origin == e.origin }
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
	v := q.voices[e.Origin().Key]
	if v == nil {
		v = &voice{}
		q.voices[e.Origin().Key] = v
	}
	v.all += by
	if e.asks() != "" {
		q.said += by
	}
	switch {
	case by > 0:
		q.life.take(v, e)
	case q.life.drop(v, e) && v.all > 0:
		if q.unsure == nil {
			q.unsure = map[string]bool{}
		}
		q.unsure[e.Origin().Key] = true
	}
	if v.all == 0 {
		delete(q.voices, e.Origin().Key)
		delete(q.unsure, e.Origin().Key)
	}
}

// settle returns what the changes, and the day asOf, do to the list of questions.
func (qs *questions) settle(asOf Day) revision[*Question] {
	qs.reassign()
	if asOf != qs.asOf { // any may have gone dormant, or wake
		for _, q := range qs.byTopic {
			if q.question != nil && !qs.changed[q] && q.life.dormant(asOf, qs.sleepsAfter(q)) != (q.question.byMachine() == Dormant) {
				qs.changed[q] = true
			}
		}
		qs.asOf = asOf
	}
	for q := range qs.changed {
		if q.question != nil {
			qs.change.gone = append(qs.change.gone, q.question)
		}
		if q.place == notPlaced && len(q.voices) == 0 {
			delete(qs.byTopic, q.Topic)
			continue
		}
		q.revise()
		q.question = qs.asQuestion(q)
		qs.change.come = append(qs.change.come, q.question)
	}
	qs.changed = map[*asked]bool{}
	r := qs.change
	qs.change = revision[*Question]{}
	return r
}

// mostOrigins orders questions: those that have a place, then the others,
// those with the most origins first.
func mostOrigins(a, b *Question) int {
	return cmp.Or(cmp.Compare(a.place, b.place), cmp.Compare(b.origins, a.origins), cmp.Compare(a.Topic, b.Topic), cmp.Compare(a.ID, b.ID))
}

// revise brings the evidence up to date.
func (q *asked) revise() {
	q.evidence = q.change.of(q.evidence, oldestEvidence)
	q.change = revision[*Testimony]{}
	if len(q.unsure) == 0 {
		return
	}
	for e := range q.evidence.All() {
		if q.unsure[e.Origin().Key] {
			q.life.take(q.voices[e.Origin().Key], e)
		}
	}
	q.unsure = nil
}

// asQuestion is q as it stands now. The machine sets no state that decides
// what is true: where one does, officers have.
func (qs *questions) asQuestion(q *asked) *Question {
	sleeps := qs.sleepsAfter(q)
	q.life.replay(q.voices, sleeps)
	out := &Question{
		ID: QuestionID(q.Topic), Text: q.wording(), Topic: q.label(), Standing: q.place != notPlaced, Evidence: q.evidence,
		For: q.life.count[supported], Against: q.life.count[opposed], Sleeps: int(sleeps), Parent: QuestionID(q.Parent),
		place: q.place, origins: len(q.voices),
	}
	out.State, out.History = q.life.on(qs.asOf, sleeps)
	out.judge(qs.work)
	return out
}

// label is the topic of the evidence of q, which for a question that rumours
// opened is not the name by which q is known.
func (q *asked) label() string {
	for e := range q.evidence.All() {
		return e.gathersBy()
	}
	return q.Topic
}

// wording is the text of a standing question; of another what the earliest
// evidence asks, or says.
func (q *asked) wording() string {
	if q.Text != "" {
		return q.Text
	}
	for e := range q.evidence.All() {
		words := e.asks()
		if q.said == 0 {
			words = shorten(e.Span().Text)
		}
		if words != "" {
			return words
		}
	}
	return strings.ReplaceAll(q.Topic, "-", " ") + "?"
}

// asks is how evidence puts its question, "" where it only bears on it.
func (e *Piece) asks() string {
	b := e.bearing.Value()
	if b.text == "" && b.form == Explicit {
		return shorten(e.Span().Text)
	}
	return b.text
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
		cmp.Compare(a.when.Latest(), b.when.Latest()),
		cmp.Compare(a.in.document, b.in.document),
		cmp.Compare(a.start, b.start),
		cmp.Compare(a.end, b.end),
		cmp.Compare(a.By(), b.By()),
	)
}
