package extract

import (
	"crisisdesk/model"
)

// report makes the Report of the tellings of one event.
func (e *events) report(group []int, worth float32) model.Report {
	best := group[0]
	for _, i := range group {
		if e.fullness(i) > e.fullness(best) {
			best = i
		}
	}
	r := model.Report{Document: e.doc.ID, Kind: e.reportedKind(group), Finding: e.finding(worth)}
	r.Evidence = e.evidence(group, best)
	r.Summary = r.Evidence[0].Text
	r.When, r.Doubt = e.when(group, r.Kind)
	r.Places = e.places(group, r.Kind)
	r.Actors = e.actors(group, r.Kind)
	r.Casualties = e.rows(group)
	r.Status, r.ClaimedBy = e.status(group)
	r.Origin = e.origin(group)
	r.ID = reportID(e.doc.ID, r.Evidence[0], r.Kind)
	return r
}

// tollSays is how much a word for what became of people has to say on the kind
// of an event: little, and less than one word that says how, however many
// figures the page gives.
const tollSays = 0.1

// kindOf is the kind that the tellings of a group make likely together.
func (e *events) kindOf(group []int) model.Kind {
	var sum [len(kindNames)]float32
	for _, i := range group {
		t := &e.tellings[i]
		weight := t.keep
		if t.part() == "toll" {
			weight *= tollSays
		}
		for k, p := range t.odds {
			sum[k] += weight * p
		}
	}
	return likeliest(&sum)
}

// reportedKind is the kind of an event as it is reported: what is told as
// opened again, rather than as shut, is no closure.
func (e *events) reportedKind(group []int) model.Kind {
	kind, shut := e.kindOf(group), float32(0)
	for _, i := range group {
		if t := &e.tellings[i]; opening[t.lemma] {
			shut -= t.keep
		} else {
			shut += t.keep
		}
	}
	if kind == model.Closure && shut < 0 {
		return model.Other
	}
	return kind
}

// opening are the words for what is open again.
var opening = wordSet("open reopen opening reopening")

// finding says what found a group and how sure it is.
func (e *events) finding(worth float32) model.Finding {
	if e.x.models.incidents.tell == nil {
		return model.Finding{By: "incident rules"}
	}
	return model.Finding{By: "incident model", Confidence: worth}
}

// fullness is how much the sentence of a telling says.
func (e *events) fullness(i int) float32 {
	t := &e.tellings[i]
	full := t.keep
	if t.dated {
		full += 0.3
	}
	if len(e.names[t.sentence]) > 1 {
		full += 0.2
	}
	if e.kinds[e.sentence(t.sentence).Block] == model.Title {
		full -= 0.5
	}
	return full
}

// evidence is the sentence of each telling, the fullest first.
func (e *events) evidence(group []int, best int) []model.Span {
	var out []model.Span
	seen := map[int]bool{}
	for _, i := range append([]int{best}, group...) {
		n := e.tellings[i].sentence
		if !seen[n] {
			seen[n] = true
			s := e.sentence(n)
			out = append(out, e.span(s.Start, s.End))
		}
	}
	return out
}

// whenByRule is the first date said in a sentence of the group, rather one that is
// bounded on both sides. Where none is said,
// what the head of a page tells happened in the days before publication; of
// anything else only that it was no later.
func (e *events) whenByRule(group []int) model.When {
	var said model.When
	for _, i := range group {
		if t := &e.tellings[i]; t.said.Bounded() {
			return t.said
		} else if !said.Known() {
			said = t.said
		}
	}
	if said.Known() {
		return said
	}
	if w := e.narrated(e.tellings[group[0]].sentence); w.Known() {
		return w
	}
	p := e.doc.Published
	switch {
	case !p.Known():
		return model.When{}
	case p.Bounded() && e.leads(group):
		return model.Between(p.From-freshFor, p.To)
	}
	return model.When{To: p.To}
}

// narratedBefore is how many sentences back a date still holds in a paragraph.
const narratedBefore = 2

// narrated is the time in which the paragraph of a sentence is, by the last
// date that it says before it.
func (e *events) narrated(sentence int) model.When {
	for s := sentence - 1; s >= max(0, sentence-narratedBefore) && e.sentence(s).Block == e.sentence(sentence).Block; s-- {
		for k := len(e.times[s]) - 1; k >= 0; k-- {
			if w := e.times[s][k]; w.Known() {
				return w
			}
		}
	}
	return model.When{}
}

// headSentences is how many sentences open a page.
const headSentences = 4

// leads reports whether the title or the head of the page tells of a group.
func (e *events) leads(group []int) bool {
	for _, i := range group {
		if n := e.tellings[i].sentence; n < headSentences || e.kinds[e.sentence(n).Block] == model.Title {
			return true
		}
	}
	return false
}
