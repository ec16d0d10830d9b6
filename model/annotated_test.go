package model

import (
	"slices"
	"strings"
	"testing"
)

// annotated is a board that has read the annotations below dirs, and what
// event each of its reports tells.
func annotated(t *testing.T, dirs ...string) (*Snapshot, map[ReportID]string) {
	t.Helper()
	events := map[ReportID]string{}
	var batch []Update
	for _, dir := range dirs {
		for _, f := range goldFacts(t, events, dir) {
			batch = append(batch, Update{Path: f.Document.Path, Facts: f})
		}
	}
	return NewBoard(nil).Apply(batch, Progress{}), events
}

// tellers are the numbers of the real documents whose reports in i tell event.
func tellers(i *Incident, events map[ReportID]string, event string) (documents []string) {
	for _, r := range i.Reports {
		if number, _, real := strings.Cut(string(r.Document()), "_"); real && events[r.ID()] == event {
			documents = append(documents, number)
		}
	}
	return documents
}

// What the annotators say of the real documents becomes, by the rules alone,
// the incidents and disputes that an officer expects of them.
func TestIncidentsOfTheRealDocuments(t *testing.T) {
	const real, corpus = "../../shared/gold/seeds", "../../shared/corpus/gold"
	type toll struct {
		whose    string
		relation Relation
	}
	for _, c := range []struct {
		name, event string
		read        []string
		documents   []string
		tolls       []toll
	}{
		{"one strike, told by four", "airstrike-kabul-2025-10-09", []string{real, corpus}, []string{"000", "002", "003", "004"}, nil},
		{"each side counts the other's dead", "clashes-october-border-2025-10", []string{real}, []string{"003", "004"},
			[]toll{{"fighters", OneSided}, {"pakistan", OneSided}}},
		{"militants to the one side, civilians to the other", "airstrike-nangarhar-paktika-2026-02-22", []string{real, corpus}, []string{"003"},
			[]toll{{"civilians or fighters", StatusSplit}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, events := annotated(t, c.read...)
			i := slices.IndexFunc(slices.Collect(s.Incidents.All()), func(i *Incident) bool { return len(tellers(i, events, c.event)) > 0 })
			if i < 0 {
				t.Fatalf("nothing tells %s", c.event)
			}
			incident := s.Incidents.At(i)
			if got := tellers(incident, events, c.event); !slices.Equal(got, c.documents) {
				t.Errorf("told by %v, want %v", got, c.documents)
			}
			for _, want := range c.tolls {
				if !slices.ContainsFunc(incident.Disputes(), func(d Dispute) bool {
					return d.Measure == Killed && d.Whose == want.whose && d.Relation == want.relation
				}) {
					t.Errorf("the dead of %s are not %s: %+v", want.whose, want.relation, incident.Disputes())
				}
			}
		})
	}
}

// Fifteen to twenty dead of one day are some of the more than two hundred of
// the October clashes, and contradict nothing.
func TestADayIsPartOfTheOctoberClashes(t *testing.T) {
	s, events := annotated(t, "../../shared/gold/seeds")
	i := slices.IndexFunc(slices.Collect(s.Incidents.All()), func(i *Incident) bool {
		return slices.Contains(tellers(i, events, "clashes-october-border-2025-10"), "004")
	})
	if i < 0 {
		t.Fatal("nothing tells of the clashes")
	}
	for _, d := range s.Disputes(s.Incidents.At(i)) {
		for _, p := range d.Claims {
			if p.Min == 15 && p.Max == 20 {
				if p.Relation != PartOf || d.Relation != OneSided || d.Claims[0].Min != 200 {
					t.Errorf("the dead of 15 October are %q in a dispute that is %s", p.Relation, d.Relation)
				}
				return
			}
		}
	}
	t.Errorf("the dead of 15 October do not stand beside those of the month: %+v", s.Disputes(s.Incidents.At(i)))
}
