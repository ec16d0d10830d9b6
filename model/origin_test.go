package model

import "testing"

func TestOrigins(t *testing.T) {
	owned := func(path, outlet, owner string) *story {
		s := in(path, outlet, 10)
		s.facts.Document.OwnerID = owner
		return s
	}
	strike := func(s *story) *story { return s.event(Airstrike, october(9), "Kabul", "Pakistan>") }
	for _, c := range []struct {
		name    string
		stories []*story
		want    int
	}{
		{"two papers", []*story{strike(in("a", "Courier", 10)), strike(in("b", "Wire", 10))}, 2},
		{"one paper twice", []*story{strike(in("a", "Courier", 10)), strike(in("b", "Courier", 11))}, 1},
		{"two papers of one owner", []*story{strike(owned("a", "Courier", "group")), strike(owned("b", "Courier Urdu", "group"))}, 1},
		{"two papers that credit one agency", []*story{strike(in("a", "Courier", 10)).credit("agency"), strike(in("b", "Wire", 10)).credit("agency")}, 1},
		{"an agency and a paper that credits it", []*story{strike(in("a", "Agency", 10)), strike(in("b", "Wire", 10)).credit("agency")}, 1},
		{"two files of no known outlet", []*story{strike(in("a", "", 10)), strike(in("b", "", 10))}, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := boardOf(c.stories...)
			if s.Incidents.Len() != 1 {
				t.Fatalf("%d incidents, want 1", s.Incidents.Len())
			}
			if got := s.Incidents.At(0).Origins; len(got) != c.want {
				t.Errorf("origins %v, want %d", got, c.want)
			}
		})
	}
}
