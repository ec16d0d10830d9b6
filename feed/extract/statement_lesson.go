package extract

import (
	"crisisdesk/feed/extract/gold"
)

// lesson is an annotated statement laid over a discourse.
type lesson struct {
	*gold.Statement
	spans []stretch
	cue   int // word of the cue that reports it, -1 where none does
}

// lessons lays the annotated statements over the words of a page.
func (d *discourse) lessons(g *gold.Document) []lesson {
	out := make([]lesson, 0, len(g.Statements))
	for i := range g.Statements {
		l := lesson{Statement: &g.Statements[i], cue: -1}
		for _, r := range l.Spans {
			if s := d.wordsIn(r.Start, r.End); !s.empty() {
				l.spans = append(l.spans, s)
			}
		}
		out = append(out, l)
	}
	return out
}

// wordsIn is the stretch of the words that lie between two bytes of the text.
func (d *discourse) wordsIn(start, end int) stretch {
	s := stretch{len(d.words), 0}
	for i := range d.words {
		if d.words[i].End > start && d.words[i].Start < end && !d.words[i].mark() {
			s.from, s.to = min(s.from, i), i+1
		}
	}
	return s
}

func (l *lesson) holds(i int) bool {
	for _, s := range l.spans {
		if s.holds(i) {
			return true
		}
	}
	return false
}

// isSpeaker reports whether a name is one that the annotation gives the speaker.
func (l *lesson) isSpeaker(name string) bool {
	return gold.AnyName([]string{name}, append([]string{l.Speaker}, l.Alias...))
}

// layoutOf says where the content of a lesson stands as seen from its cue.
func (l *lesson) layoutOf(at int) layout {
	var left, right bool
	for _, s := range l.spans {
		if s.holds(at) {
			return entire
		}
		left = left || s.to <= at
		right = right || s.to > at
	}
	switch {
	case left && right:
		return around
	case left:
		return before
	}
	return after
}

// pairing is how badly a cue and a lesson go together.
type pairing struct {
	lesson, sentence, cue int
	cost                  float64
}

// pair finds the cue of each lesson: greedily, the best pair first.
func (d *discourse) pair(lessons []lesson, cues [][]cue) {
	const tooFar = 16
	var pairs []pairing
	for li := range lessons {
		l := &lessons[li]
		for si := range cues {
			for ci := range cues[si] {
				if cost := d.cost(l, &cues[si][ci]); cost < tooFar {
					pairs = append(pairs, pairing{li, si, ci, cost})
				}
			}
		}
	}
	for len(pairs) > 0 {
		best := 0
		for i := range pairs {
			if pairs[i].cost < pairs[best].cost {
				best = i
			}
		}
		b := pairs[best]
		lessons[b.lesson].cue = cues[b.sentence][b.cue].at
		rest := pairs[:0]
		for _, p := range pairs {
			if p.lesson != b.lesson && (p.sentence != b.sentence || p.cue != b.cue) {
				rest = append(rest, p)
			}
		}
		pairs = rest
	}
}

// cost is how many words part a cue from what it would report, with rebates
// for what makes a cue likely.
func (d *discourse) cost(l *lesson, c *cue) float64 {
	const impossible = 1e9
	sentence := d.words[c.at].sentence
	dist := impossible
	for _, s := range l.spans {
		if d.words[s.from].sentence > sentence || d.words[s.to-1].sentence < sentence {
			continue
		}
		switch {
		case s.holds(c.at):
			if d.turnAt(sentence) == nil {
				dist = min(dist, 7)
			}
		case c.at < s.from:
			dist = min(dist, float64(s.from-c.to))
		default:
			dist = min(dist, float64(c.from-s.to))
		}
	}
	if dist == impossible {
		return dist
	}
	if d.words[c.at].speech == nil && c.kind != colonCue {
		dist += 4
	}
	switch c.kind {
	case colonCue:
		dist += 3
	case nounCue:
		dist += 2
	}
	near := false
	for _, k := range []int{c.subject, c.right} {
		near = near || k >= 0 && l.isSpeaker(d.textOf(d.mentions[k].stretch))
	}
	if near {
		dist -= 5
	}
	return dist
}

// course is a page made ready for training.
type course struct {
	d       *discourse
	lessons []lesson
	cues    [][]cue
}

func (x *Extractor) course(p trainingPage) course {
	d := x.discourse(p.page)
	c := course{d: d, lessons: d.lessons(p.gold)}
	for _, s := range d.bounds {
		c.cues = append(c.cues, d.cues(s))
	}
	d.pair(c.lessons, c.cues)
	return c
}

// lessonOf is the lesson that word at reports, or nil.
func (c *course) lessonOf(at int) *lesson {
	for i := range c.lessons {
		if c.lessons[i].cue == at {
			return &c.lessons[i]
		}
	}
	return nil
}

func (c *course) cueAt(at int) *cue {
	if at < 0 {
		return nil
	}
	for i, q := range c.cues[c.d.words[at].sentence] {
		if q.at == at {
			return &c.cues[c.d.words[at].sentence][i]
		}
	}
	return nil
}

// teach gives every cue the layout that the annotation asks for.
func (c *course) teach() {
	for si := range c.cues {
		for ci := range c.cues[si] {
			q := &c.cues[si][ci]
			q.layout = noLayout
			if l := c.lessonOf(q.at); l != nil {
				q.layout = l.layoutOf(q.at)
			}
		}
	}
}
