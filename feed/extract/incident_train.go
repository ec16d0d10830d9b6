package extract

import (
	"math/rand/v2"
	"sync"

	"crisisdesk/feed/dense"
	"crisisdesk/feed/extract/gold"
	"crisisdesk/feed/linear"
	"crisisdesk/model"
)

// incidentFolds is how many parts the training pages are cut into, so that a
// later model learns from what an earlier one makes of pages it has not seen,
// and incidentRounds how often they are cut anew.
const (
	incidentFolds  = 5
	incidentRounds = 3
)

// incidentLesson is a training page with what each of its tellings should be.
type incidentLesson struct {
	*events
	gold    *gold.Document
	record  []int // of each telling: index into gold.Incidents, else one of the following
	again   []int // of each telling: the record that a word told before, and not annotated here, may repeat; else tellsNothing
	grouped [][]int
	fold    int
}

const (
	tellsNothing = -1
	unclear      = -2 // within the words of an event, but not what tells it
)

// trainIncidents fits the models of incidents. Later models learn from the
// decisions of earlier ones on pages held out from these, in several rounds
// that cut the pages into parts otherwise; it returns the lessons of the last.
func (x *Extractor) trainIncidents(pages []trainingPage) []incidentLesson {
	m := x.models.incidents
	*m = incidentModels{}
	lessons := x.incidentLessons(pages)
	var all rehearsal
	for round := range incidentRounds {
		deal(lessons, round)
		var judged sync.WaitGroup
		for fold := range incidentFolds {
			judged.Go(func() {
				rest := without(lessons, fold)
				judges := incidentModels{tell: trainTell(rest), kind: trainKind(rest), sense: trainSense(rest)}
				for _, l := range heldOut(lessons, fold) {
					l.judge(&judges)
				}
			})
		}
		judged.Wait()
		all.rehearse(lessons)
	}
	m.same = trainSame(lessons)
	m.worth = linear.Train([]string{"nothing", "event"}, all.worth, worthOptions)
	m.worthSense = dense.Train([]string{"nothing", "event"}, all.worthSense, senseOptions)
	m.when = trainWhen(lessons)
	m.place, m.placeSense = trainPlace(lessons)
	m.role, m.roleSense = trainRole(lessons)
	m.tell = trainTell(lessons)
	m.kind = trainKind(lessons)
	m.sense = trainSense(lessons)
	return lessons
}

func (x *Extractor) incidentLessons(pages []trainingPage) []incidentLesson {
	lessons := make([]incidentLesson, 0, len(pages))
	for _, p := range pages {
		lessons = append(lessons, newIncidentLesson(x.readEvents(p.page, &heard{}), p.gold))
	}
	return lessons
}

// unseenLessons are those of pages that the models of incidents have not learnt
// from, with their tellings put together by these.
func (x *Extractor) unseenLessons(pages []trainingPage) []incidentLesson {
	lessons := x.incidentLessons(pages)
	for i := range lessons {
		lessons[i].grouped = lessons[i].groups()
	}
	return lessons
}

// rehearsal is what models learn from that follow on others.
type rehearsal struct {
	worth      []linear.Example
	worthSense []dense.Example
}

// rehearse puts the tellings of each lesson together by models that have not
// seen it, and adds what later ones are to learn from.
func (all *rehearsal) rehearse(lessons []incidentLesson) {
	for fold := range incidentFolds {
		held := incidentModels{same: trainSame(without(lessons, fold))}
		for _, l := range heldOut(lessons, fold) {
			l.grouped = l.groupsBy(&held)
			l.addWorth(all)
		}
	}
}

// deal cuts the lessons into parts, another way in each round.
func deal(lessons []incidentLesson, round int) {
	r := rand.New(rand.NewPCG(uint64(round), 1))
	for n, i := range r.Perm(len(lessons)) {
		lessons[i].fold = n % incidentFolds
	}
}

// heldOut is the lessons of one fold.
func heldOut(lessons []incidentLesson, fold int) []*incidentLesson {
	var out []*incidentLesson
	for i := range lessons {
		if lessons[i].fold == fold {
			out = append(out, &lessons[i])
		}
	}
	return out
}

func newIncidentLesson(e *events, d *gold.Document) incidentLesson {
	l := incidentLesson{events: e, gold: d, record: align(e, d)}
	l.again = make([]int, len(l.record))
	for i := range l.again {
		l.again[i] = l.repeats(i)
	}
	for i, r := range l.again {
		if r != tellsNothing {
			l.record[i] = unclear
		}
	}
	return l
}

// repeats finds the one record that a word tells elsewhere in the page.
// Annotators do not list every further mention of an event.
func (l *incidentLesson) repeats(i int) int {
	t := &l.tellings[i]
	if l.record[i] != tellsNothing || t.kinds == 0 || t.verb {
		return tellsNothing
	}
	found := tellsNothing
	for j, r := range l.record {
		if r < 0 || l.tellings[j].lemma != t.lemma {
			continue
		}
		if found >= 0 && found != r {
			return unclear
		}
		found = r
	}
	return found
}

// without is the lessons but those of one fold.
func without(lessons []incidentLesson, fold int) []incidentLesson {
	var out []incidentLesson
	for i := range lessons {
		if lessons[i].fold != fold {
			out = append(out, lessons[i])
		}
	}
	return out
}

// align finds the annotated event that each telling tells of.
func align(e *events, d *gold.Document) []int {
	out := make([]int, len(e.tellings))
	rank := make([]int, len(e.tellings))
	for i := range out {
		out[i] = tellsNothing
	}
	for g := range d.Incidents {
		for n, span := range d.Incidents[g].Spans {
			e.alignSpan(out, rank, g, &d.Incidents[g], span, n == 0)
		}
	}
	return out
}

// alignSpan gives the tellings within an anchor to its event: those whose
// kind fits; where there is none, the first of the others.
func (e *events) alignSpan(out, rank []int, g int, in *gold.Incident, span gold.Range, first bool) {
	fits, other := false, -1
	for i := range e.tellings {
		t := &e.tellings[i]
		s := e.sentence(t.sentence)
		if s.Tokens[t.start].Start < span.Start || s.Tokens[t.end-1].End > span.End {
			continue
		}
		r := t.fit(in)
		if first {
			r++
		}
		switch {
		case r > 1:
			fits = true
			if r > rank[i] {
				out[i], rank[i] = g, r
			}
		case rank[i] == 0:
			if out[i] == tellsNothing {
				out[i] = unclear
			}
			if other < 0 && t.kinds == 0 && t.outcome == "" {
				other = i
			}
		}
	}
	if !fits && other >= 0 {
		out[other], rank[other] = g, 1
	}
}

// fit is how well the word of a telling suits an annotated event: 0 not at
// all, 8 where the lexicon gives the very kind.
func (t *telling) fit(in *gold.Incident) int {
	kind, alt := model.Kind(in.Kind), model.Kind(in.KindAlt)
	if alt == "" {
		alt = kind
	}
	best := 0
	for i, k := range kindNames {
		switch {
		case !t.kinds.has(i):
		case k == kind:
			best = max(best, 8)
		case k == alt:
			best = max(best, 6)
		case k.Family() == kind.Family():
			best = max(best, 4)
		}
	}
	if best == 0 && t.outcome != "" && violent(kind) {
		best = 2
	}
	return best
}

// trainTell fits the model that tells whether a word tells of an event.
func trainTell(lessons []incidentLesson) *linear.Model {
	var examples []linear.Example
	var f linear.Features
	for _, l := range lessons {
		for i := range l.tellings {
			class, weight := 0, float32(1)
			switch r := l.record[i]; {
			case r == unclear:
				continue
			case r >= 0:
				class = 1
				if !l.gold.Incidents[r].Required() {
					weight = float32(0.3)
				}
			}
			l.tellFeatures(&l.tellings[i], &f)
			examples = append(examples, linear.Example{Features: f.Clone(), Class: class, Weight: weight})
		}
	}
	return linear.Train([]string{"nothing", "event"}, examples, tellOptions)
}

// trainKind fits the model that tells the kind of event.
func trainKind(lessons []incidentLesson) *linear.Model {
	var examples []linear.Example
	var f linear.Features
	for _, l := range lessons {
		for i := range l.tellings {
			if r := l.record[i]; r >= 0 {
				l.kindFeatures(&l.tellings[i], &f)
				class := kindIndex[model.Kind(l.gold.Incidents[r].Kind)]
				examples = append(examples, linear.Example{Features: f.Clone(), Class: class})
			}
		}
	}
	return linear.Train(kindStrings(), examples, kindOptions)
}

var (
	tellOptions  = linear.Options{Epochs: 20, Seed: 3, L2: 5e-2, Rate: 0.01}
	kindOptions  = linear.Options{Epochs: 20, Seed: 3, L2: 1e-2, Rate: 0.2}
	worthOptions = linear.Options{Epochs: 20, Seed: 7, L2: 1e-2, Rate: 0.05}
	tollOptions  = linear.Options{Epochs: 15, Seed: 11, L2: 5e-3, Rate: 0.2}
	whenOptions  = linear.Options{Epochs: 50, Seed: 17, L2: 0.1, Rate: 0.01}
	placeOptions = linear.Options{Epochs: 15, Seed: 13, L2: 5e-3, Rate: 0.05}
	ownerOptions = linear.Options{Epochs: 15, Seed: 15, L2: 5e-3, Rate: 0.05}
	roleOptions  = linear.Options{Epochs: 15, Seed: 9, L2: 5e-3, Rate: 0.05}
)

func kindStrings() []string {
	out := make([]string, len(kindNames))
	for i, k := range kindNames {
		out[i] = string(k)
	}
	return out
}

// addWorth adds which groups of tellings are events. Of several groups that
// tell of one event the largest stands for it.
func (l *incidentLesson) addWorth(all *rehearsal) {
	var f linear.Features
	best := map[int]int{} // record → size of its largest group
	for _, g := range l.grouped {
		if r := l.vote(g); r >= 0 {
			best[r] = max(best[r], len(g))
		}
	}
	for at, g := range l.grouped {
		class, weight := 0, float32(1)
		switch r := l.vote(g); {
		case r == unclear:
			weight = 0.3
		case r >= 0 && len(g) == best[r]:
			class, best[r] = 1, -1
			if !l.gold.Incidents[r].Required() {
				weight = float32(0.2)
			}
		}
		l.worthFeatures(l.grouped, at, &f)
		all.worth = append(all.worth, linear.Example{Features: f.Clone(), Class: class, Weight: weight})
		all.worthSense = append(all.worthSense, l.worthSenseExample(at, class, weight))
	}
}

// vote is the record that most tellings of a group tell of.
func (l *incidentLesson) vote(group []int) int {
	votes := map[int]int{}
	for _, i := range group {
		votes[l.record[i]]++
	}
	best := tellsNothing
	for _, i := range group {
		r := l.record[i]
		if r >= 0 && (best < 0 || votes[r] > votes[best]) || r == unclear && best == tellsNothing {
			best = r
		}
	}
	return best
}
