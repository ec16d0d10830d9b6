package model

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// story builds the reading of a document for the tables below, a line for
// each thing that it tells.
type story struct{ facts *Facts }

// in begins the story of a document that an outlet published on a day of
// October 2025 (0: no date).
func in(path, outlet string, published int) *story {
	d := &Document{ID: DocumentID(path + "#1"), Path: path, Outlet: outlet, OutletID: fold(outlet)}
	if published > 0 {
		d.Published = Published{When: october(published), KnownFrom: GroundDateline}
	}
	return &story{&Facts{Document: d}}
}

func october(n int) When { return OnDay(NewDay(2025, time.October, n)) }

func (s *story) span(words string) Span {
	n := 100 * (len(s.facts.Reports) + len(s.facts.Evidence) + 1)
	return Span{Document: s.facts.Document.ID, Start: n, End: n + len(words), Text: words}
}

// event adds a report; places and actors are named, "Pakistan>" an attacker
// and ">Taliban" who is attacked, a bare name a party.
func (s *story) event(kind Kind, when When, places string, actors ...string) *story {
	r := Report{
		ID:       ReportID(fmt.Sprintf("%s/%d", s.facts.Document.ID, len(s.facts.Reports))),
		Document: s.facts.Document.ID, Kind: kind, When: when, Status: Reported,
		Summary: kind.Label(), Evidence: []Span{s.span(kind.Label())},
	}
	for _, name := range strings.FieldsFunc(places, func(r rune) bool { return r == ',' }) {
		r.Places = append(r.Places, gazetteer.place(name))
	}
	for _, name := range actors {
		role := Initiator
		if strings.HasPrefix(name, ">") {
			role = Target
		}
		r.Actors = append(r.Actors, goldActor(strings.Trim(name, ">"), role))
	}
	s.facts.Reports = append(s.facts.Reports, r)
	return s
}

// also is a story of its own with one event more.
func (s *story) also(kind Kind, when When, places string, actors ...string) *story {
	f := *s.facts
	f.Reports = slices.Clone(f.Reports)
	return (&story{&f}).event(kind, when, places, actors...)
}

func (s *story) last() *Report { return &s.facts.Reports[len(s.facts.Reports)-1] }

// on sets how doubtful it is when the last event was.
func (s *story) on(d Doubt) *story {
	s.last().Doubt = d
	return s
}

// doubt makes it unlikely that the last event was where it is told.
func (s *story) doubt(d Doubt) *story {
	s.last().Places[0].Doubt = d
	return s
}

// toll adds a figure of dead to the last report.
func (s *story) toll(by, who string, low, high int) *story {
	r := s.last()
	r.Casualties = append(r.Casualties, Casualty{Who: who, Outcome: Killed, Min: low, Max: high, ClaimedBy: by, Evidence: s.span(who)})
	return s
}

// put sets how the last report puts its event.
func (s *story) put(status Status, by string) *story {
	s.last().Status, s.last().ClaimedBy = status, by
	return s
}

// credit names the source that the last report credits.
func (s *story) credit(source string) *story {
	s.last().Origin = Origin{Key: source, Name: source}
	return s
}

// bears adds evidence on a topic, credited to a source where one is named.
func (s *story) bears(topic string, form Form, stance Stance, source, words string) *story {
	e := Evidence{Span: s.span(words), Topic: topic, Form: form, Stance: stance, When: s.facts.Document.Published.When}
	if source != "" {
		e.Origin = Origin{Key: source, Name: source}
	}
	s.facts.Evidence = append(s.facts.Evidence, e)
	return s
}

// boardOf is the snapshot of a board that has read the stories.
func boardOf(stories ...*story) *Snapshot {
	var batch []Update
	for _, s := range stories {
		batch = append(batch, Update{Path: s.facts.Document.Path, Facts: s.facts})
	}
	return NewBoard(standing).Apply(batch, Progress{})
}
