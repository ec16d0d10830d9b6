package extract

import (
	"strings"

	"crisisdesk/feed/linear"
)

// noYes are the classes of a question with two answers.
var noYes = []string{"no", "yes"}

// trainStatements fits the models on the pages, each on what those before it
// would have decided rightly.
func (x *Extractor) trainStatements(pages []trainingPage) {
	m := x.models.statements
	courses := make([]course, len(pages))
	for i, p := range pages {
		courses[i] = x.course(p)
		courses[i].teach()
	}
	m.inside = x.trainInside(courses)
	m.layout = trainOn(layoutNames, courses, layoutExamples, linear.Options{Epochs: 40, Rate: 0.03, L2: 1e-3, MinCount: 3})
	m.speaker = trainOn(noYes, courses, speakerExamples, linear.Options{Epochs: 30, Rate: 0.02, L2: 1e-2, MinCount: 1})
	m.meant = trainOn(noYes, courses, x.meaningExamples, linear.Options{Epochs: 30, Rate: 0.02, L2: 1e-2, MinCount: 1})
	m.follow = trainOn(followNames, courses, followExamples, linear.Options{Epochs: 30, Rate: 0.05, L2: 1e-3, MinCount: 1})
	m.act = trainOn(acts, courses, actExamples, linear.Options{Epochs: 60, Rate: 0.02, L2: 3e-2, MinCount: 1})
	m.cueSense, m.actSense = trainCueSense(courses), trainActSense(courses)
}

// trainInside fits the model of words, and marks the words of each page by one
// that has not seen it: what reads the marks later must not trust them too much.
func (x *Extractor) trainInside(courses []course) *linear.Model {
	const parts = 5
	o := linear.Options{Epochs: 8, Rate: 0.05, L2: 1e-4}
	for part := range parts {
		known, unknown := parted(courses, parts, part)
		x.models.statements.inside = trainOn(insideNames, known, insideExamples, o)
		for i := range unknown {
			x.markInside(unknown[i].d)
		}
	}
	return trainOn(insideNames, courses, insideExamples, o)
}

func insideExamples(c *course, emit func(*linear.Features, int)) {
	var f linear.Features
	said := make([]int, len(c.d.words)) // 0 outside, 1 inside, 2 optional
	for i := range c.lessons {
		class := 1
		if !c.lessons[i].Required() {
			class = 2
		}
		for _, s := range c.lessons[i].spans {
			for w := s.from; w < s.to; w++ {
				if said[w] != 1 {
					said[w] = class
				}
			}
		}
	}
	c.d.eachWord(func(i int, v *view) {
		if said[i] < 2 {
			c.d.insideFeatures(&f, i, v)
			emit(&f, said[i])
		}
	})
}

func trainOn(classes []string, courses []course, examples func(*course, func(*linear.Features, int)), o linear.Options) *linear.Model {
	var all []linear.Example
	for i := range courses {
		examples(&courses[i], func(f *linear.Features, class int) {
			all = append(all, linear.Example{Features: f.Clone(), Class: class})
		})
	}
	return linear.Train(classes, all, o)
}

func layoutExamples(c *course, emit func(*linear.Features, int)) {
	var f linear.Features
	for si, cues := range c.cues {
		for k := range cues {
			if l := c.lessonOf(cues[k].at); l != nil && !l.Required() {
				continue
			}
			c.d.cueFeatures(&f, cues, k, c.d.bounds[si])
			emit(&f, int(cues[k].layout))
		}
	}
}

// reporting lists the cues of a sentence that report, with their content.
func (c *course) reporting(si int) []cue {
	var kept []cue
	for _, q := range c.cues[si] {
		if q.layout != noLayout {
			kept = append(kept, q)
		}
	}
	c.d.spread(kept, c.d.bounds[si])
	return kept
}

func speakerExamples(c *course, emit func(*linear.Features, int)) {
	var f linear.Features
	for si := range c.cues {
		kept := c.reporting(si)
		s := c.d.bounds[si]
		for n := range kept {
			l := c.lessonOf(kept[n].at)
			right := c.d.speakerMention(&kept[n], l, s)
			kept[n].speaker = speaker{right, -1}
			for _, k := range c.d.speakersOf(&kept[n], s) {
				class := 0
				if k == right {
					class = 1
				}
				c.d.speakerFeatures(&f, kept, n, k, s)
				emit(&f, class)
			}
		}
	}
}

// speakerMention is the mention in the sentence that names the speaker of a
// lesson: of several the nearest to the cue, silent where there is none.
func (d *discourse) speakerMention(c *cue, l *lesson, s stretch) int {
	best, nearest := silent, 1<<30
	for _, k := range d.speakersOf(c, s) {
		if k == silent {
			continue
		}
		m := &d.mentions[k]
		full := ""
		if m.entity >= 0 && m.kind != described {
			full = d.entities[m.entity].name
		}
		if !l.isSpeaker(d.textOf(m.stretch)) && !(full != "" && l.isSpeaker(full)) {
			continue
		}
		dist := max(m.from-c.at, c.at-m.to)
		if l.holds(m.head) {
			dist += 20
		}
		if k == c.subject || k == c.right {
			dist -= 4
		}
		if m.owner {
			dist += 3
		}
		if dist < nearest {
			best, nearest = k, dist
		}
	}
	if k := d.ruledSpeaker(c); best == silent && k >= 0 && d.refersBack(k) {
		return k
	}
	return best
}

// refersBack reports whether a mention means somebody whom it does not name.
func (d *discourse) refersBack(k int) bool {
	m := &d.mentions[k]
	switch m.kind {
	case pronoun:
		return anaphoric(d.words[m.head].lemma)
	case described:
		return m.article == "the" && !m.owner && (d.human(m) || d.words[m.head].people != "")
	}
	return false
}

// meaningExamples walks the page as reading does, with the speakers known.
func (x *Extractor) meaningExamples(c *course, emit func(*linear.Features, int)) {
	d, t := c.d, &talk{turn: -1}
	for si := range c.cues {
		kept := c.reporting(si)
		for n := range kept {
			l := c.lessonOf(kept[n].at)
			k := d.speakerMention(&kept[n], l, d.bounds[si])
			if k == silent {
				t.hear(d.entityNamed(l))
				continue
			}
			m := &d.mentions[k]
			if m.entity < 0 && (m.kind == pronoun || m.article != "a") {
				if found := x.meaningExample(c, t, k, l, emit); found >= 0 {
					t.hear(found)
					continue
				}
			}
			if m.entity < 0 {
				d.introduce(k)
			}
			t.hear(m.entity)
		}
	}
}

func (x *Extractor) meaningExample(c *course, t *talk, k int, l *lesson, emit func(*linear.Features, int)) int {
	found := -1
	candidates := c.d.antecedents(t, k)
	for _, e := range candidates {
		if found < 0 && l.isSpeaker(c.d.entities[e].name) {
			found = e
		}
	}
	for _, e := range candidates {
		class := 0
		if e == found {
			class = 1
		}
		c.d.meaningFeatures(&t.features, t, k, e)
		emit(&t.features, class)
	}
	if found >= 0 {
		c.d.learnGender(k, found)
	}
	return found
}

// entityNamed is the entity with the name of a lesson's speaker, -1 without one.
func (d *discourse) entityNamed(l *lesson) int {
	for e := range d.entities {
		if strings.EqualFold(d.entities[e].name, l.Speaker) {
			return e
		}
	}
	for e := range d.entities {
		if l.isSpeaker(d.entities[e].name) {
			return e
		}
	}
	return -1
}

// followExamples walks the sentences without a cue behind known statements.
func followExamples(c *course, emit func(*linear.Features, int)) {
	var f linear.Features
	d := c.d
	var last *said
	var lastLesson *lesson
	covered := 0
	for si, s := range d.bounds {
		kept := c.reporting(si)
		for n := range kept {
			if len(kept[n].content) > 0 {
				a := kept[n].said(d)
				last, lastLesson = &a, c.lessonOf(kept[n].at)
				covered = max(covered, a.content[len(a.content)-1].to)
			}
		}
		if len(kept) > 0 || last == nil || s.from < covered || s.empty() || d.turnAt(si) != nil {
			continue
		}
		class, l := c.followClass(s, lastLesson)
		if class < 0 {
			continue
		}
		d.followFeatures(&f, last, s)
		emit(&f, class)
		switch followNames[class] {
		case goesOn:
			last.content = append(last.content, s)
		case ownWords:
			last = &said{speaker: speaker{silent, -1}, at: -1, content: []stretch{s}, by: "follow"}
			lastLesson = l
		}
	}
}

// followClass is the class of a sentence without a cue, -1 for one to leave out.
func (c *course) followClass(s stretch, last *lesson) (int, *lesson) {
	for i := range c.lessons {
		l := &c.lessons[i]
		for _, p := range l.spans {
			if n := p.meets(s); n <= 0 || 2*n < min(s.to-s.from, p.to-p.from) {
				continue
			}
			switch {
			case l == last:
				return 1, l
			case !l.Required():
				return -1, nil
			}
			return 2, l
		}
	}
	return 0, nil
}

func actExamples(c *course, emit func(*linear.Features, int)) {
	var f linear.Features
	c.eachAct(func(a *said, class int) {
		c.d.actFeatures(&f, a, c.d.mode(a.content))
		emit(&f, class)
	})
}

// eachAct lists the annotated statements of a page with the classes of their acts.
func (c *course) eachAct(emit func(a *said, class int)) {
	for i := range c.lessons {
		l := &c.lessons[i]
		if len(l.spans) == 0 {
			continue
		}
		a := said{at: l.cue, content: l.spans, speaker: speaker{silent, c.d.entityNamed(l)}}
		if q := c.cueAt(l.cue); q != nil {
			a.cue, a.speaker.mention = q.stretch, c.d.speakerMention(q, l, c.d.sentence(q.at))
		}
		for class, name := range acts {
			if name == l.Act || name == l.ActAlt {
				emit(&a, class)
			}
		}
	}
}
