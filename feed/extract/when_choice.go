package extract

import "crisisdesk/model"

// dating is a date that an event may have, and what gives it: an expression of
// time of a sentence, or else what publication says of news.
type dating struct {
	when model.When
	by   datingGround
	// of an expression of time
	sentence, at int
	near         int // the telling that it stands nearest to
}

type datingGround string

const (
	bySaid   datingGround = "said"
	byNews   datingGround = "news"   // in the days before publication
	byLatest datingGround = "latest" // no later than publication
)

// freshFor is how many days before its publication the news of a page is at most.
const freshFor = 6

// How many sentences before and behind a telling may date its event.
const (
	datedBefore = 5
	datedBehind = 1
)

// maxDatings bounds the work on an event that is told very often.
const maxDatings = 200

// datings are the dates that the event of a group may have: those said in its
// sentences and around them, and what publication says.
func (e *events) datings(group []int) []dating {
	var out []dating
	seen := map[int]bool{}
	for _, i := range group {
		at := e.tellings[i].sentence
		for s := max(0, at-datedBefore); s <= min(len(e.times)-1, at+datedBehind); s++ {
			if seen[s] || len(out) > maxDatings {
				continue
			}
			seen[s] = true
			for k, w := range e.times[s] {
				if w.Known() {
					d := dating{when: w, by: bySaid, sentence: s, at: k}
					d.near = e.nearestTelling(group, s, &e.dates[s][k])
					if t := &e.tellings[d.near]; t.sentence == s {
						d.when = e.begun(t, &e.dates[s][k], w)
					}
					out = append(out, d)
				}
			}
		}
	}
	switch p := e.doc.Published; {
	case p.Bounded():
		out = append(out, dating{when: model.Between(p.From-freshFor, p.To), by: byNews}, dating{when: model.When{To: p.To}, by: byLatest})
	default:
		out = append(out, dating{when: model.When{To: p.To}, by: byLatest})
	}
	return out
}

// nearestTelling is the telling of a group that stands nearest to an expression of time.
func (e *events) nearestTelling(group []int, sentence int, m *moment) int {
	best, at := 1<<30, group[0]
	for _, i := range group {
		t := &e.tellings[i]
		gap := 1000 * max(t.sentence-sentence, sentence-t.sentence)
		if gap == 0 {
			gap = t.gap(m.start, m.end)
		}
		if gap < best {
			best, at = gap, i
		}
	}
	return at
}

// when is when the event of a group happened: of the dates that it may have
// the likeliest. Doubtful are the days before publication, into which news is
// put; what is said is unlikely where hardly more speaks for it than against.
func (e *events) when(group []int, kind model.Kind) (out model.When, doubt model.Doubt) {
	m := e.x.models.incidents.when
	if m == nil {
		return e.whenByRule(group), model.Sure
	}
	var best float32
	var chosen dating
	c := e.datingsOf(group, kind)
	for i := range c.all {
		c.features(&c.all[i], &e.bag)
		if p := m.Probability(&e.bag, "yes"); p > best {
			best, chosen = p, c.all[i]
		}
	}
	switch {
	case chosen.by == byNews:
		doubt = model.Doubtful
	case doubtOf(best) != model.Sure:
		doubt = model.Unlikely
	}
	return chosen.when, doubt
}

// choice is the dates among which that of an event is to be found.
type choice struct {
	*events
	group        []int
	kind         model.Kind
	all          []dating
	rule         model.When // what the rule would take
	here, around int        // how many are said in the sentences of the event, and around them
}

func (e *events) datingsOf(group []int, kind model.Kind) *choice {
	c := &choice{events: e, group: group, kind: kind, all: e.datings(group), rule: e.whenByRule(group)}
	for i := range c.all {
		switch d := &c.all[i]; {
		case d.by != bySaid:
		case e.tellings[d.near].sentence == d.sentence:
			c.here++
		default:
			c.around++
		}
	}
	return c
}
