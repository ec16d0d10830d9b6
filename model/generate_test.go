package model

import (
	"fmt"
	"math/rand/v2"
	"time"
)

// generator makes documents with the density of real ones: 5 reports, 13
// statements and 9 pieces of evidence each, 200 documents a day. Half of the
// reports tell events that many documents tell, some of them inexactly.
type generator struct {
	random *rand.Rand
	made   int
	events []Report
}

const documentsADay = 200

// newGenerator makes the events that so many documents can tell.
func newGenerator(seed uint64, documents int) *generator {
	g := &generator{random: rand.New(rand.NewPCG(seed, 0))}
	for i := range documents * 5 {
		g.events = append(g.events, g.event(Day(i/5/documentsADay)))
	}
	return g
}

var generatedPlaces = []string{
	"Kabul", "Kandahar", "Spin Boldak", "Nangarhar", "Jalalabad", "Paktika", "Barmal", "Urgun", "Khost", "Kunar", "Helmand",
	"Peshawar", "Bajaur", "Kurram", "Orakzai", "Bannu", "Mir Ali", "Miranshah", "Wana", "Torkham", "Chaman", "Quetta", "Islamabad", "Doha", "Istanbul",
}

var generatedSides = []string{"Pakistan", "Taliban", "Afghanistan", "TTP", "India", "China", "Turkey", "Islamic State"}

func choose[T any](g *generator, list []T) T { return list[g.random.IntN(len(list))] }

func (g *generator) event(after Day) Report {
	all := []Kind{Airstrike, DroneStrike, Shelling, Clash, Clash, Attack, Attack, Bombing, Killing, Arrest, Closure, Talks, Talks, Visit, Ceasefire, Mediation, Release, Protest, Legal, Other}
	r := Report{Kind: choose(g, all), When: OnDay(NewDay(2025, time.October, 1) + after)}
	r.Places = []Place{gazetteer.place(choose(g, generatedPlaces))}
	r.Actors = []Actor{goldActor(choose(g, generatedSides), Initiator), goldActor(choose(g, generatedSides), Target)}
	if g.random.IntN(3) == 0 {
		n := 1 + g.random.IntN(200)
		r.Casualties = []Casualty{{Who: "people", Outcome: Killed, Min: n, Max: n, ClaimedBy: choose(g, generatedSides)}}
	}
	return r
}

// told is an event as some document tells it.
func (g *generator) told(doc DocumentID, n int, today Day) Report {
	last := min(len(g.events)-1, int(today)*documentsADay*5+documentsADay*5)
	back := int(g.random.ExpFloat64() * documentsADay * 10)
	r := g.events[max(0, last-back)]
	if g.random.IntN(2) == 0 { // one of the few that everybody tells
		r = g.events[max(0, last-back)/400*400]
	}
	switch g.random.IntN(8) {
	case 0:
		r.Places = []Place{gazetteer.place("Afghanistan")}
	case 1:
		r.When = Between(r.When.From-6, r.When.From+1)
	case 2:
		y, m, _ := r.When.From.Date()
		r.When = Between(NewDay(y, m, 1), NewDay(y, m+1, 0))
	case 3:
		r.When = Between(0, r.When.From+10)
	case 4:
		r.Places = nil
	}
	r.ID, r.Document = ReportID(fmt.Sprintf("%s/r%d", doc, n)), doc
	r.Evidence = []Span{{Document: doc, Start: 100 * n, End: 100*n + 80, Text: fmt.Sprintf("event %d", n)}}
	r.Summary = r.Evidence[0].Text
	r.Status = Reported
	r.Origin = Origin{Key: "outlet:" + fmt.Sprint(g.random.IntN(40)), Name: "an outlet"}
	return r
}

// next is one more document.
func (g *generator) next() Update {
	id := DocumentID(fmt.Sprintf("%08x", g.random.Uint32()))
	today := Day(g.made / documentsADay)
	d := &Document{ID: id, Path: fmt.Sprintf("%06d.txt", g.made), OutletID: fmt.Sprint(g.random.IntN(40))}
	d.Published = Published{When: OnDay(NewDay(2025, time.October, 1) + today), KnownFrom: GroundMetadata}
	g.made++
	f := &Facts{Document: d}
	for i := range 3 + g.random.IntN(5) {
		f.Reports = append(f.Reports, g.told(id, i, today))
	}
	for i := range 10 + g.random.IntN(7) {
		f.Statements = append(f.Statements, Statement{
			ID: StatementID(fmt.Sprintf("%s/s%d", id, i)), Document: id, When: d.Published.When,
			Speaker: Speaker{Name: choose(g, generatedSides)}, Act: Claim, Mode: Indirect,
			Text:     "said that nothing of the kind had happened, and that it would be answered if it had",
			Evidence: []Span{{Document: id, Start: 50 * i, End: 50*i + 40}},
		})
	}
	for i := range 6 + g.random.IntN(7) {
		topic := choose(g, []string{"regime-change", "ceasefire-holds", "ttp-soil", "crossings"})
		if g.random.IntN(4) == 0 {
			topic = fmt.Sprintf("rumour-%d", g.random.IntN(g.made+1))
		}
		f.Evidence = append(f.Evidence, Evidence{
			Span:  Span{Document: id, Start: 70 * i, End: 70*i + 60, Text: "it is said that this may be so"},
			Topic: topic, Stance: choose(g, []Stance{Supports, Opposes, Raises}), When: d.Published.When,
			Origin: Origin{Key: fmt.Sprint(g.random.IntN(40))},
		})
	}
	return Update{Path: d.Path, Facts: f}
}
