package lexicon

import (
	"slices"
	"strings"
	"testing"
)

func count[T any](seq func(func(T) bool), keep func(T) bool) int {
	n := 0
	seq(func(v T) bool {
		if keep(v) {
			n++
		}
		return true
	})
	return n
}

func TestSize(t *testing.T) {
	general, err := Load(General())
	if err != nil {
		t.Fatal(err)
	}
	l := Default()
	every := func(Actor) bool { return true }
	liesIn := func(p Place, around string) bool {
		for ok := true; ok; p, ok = l.Place(p.Within) {
			if p.Within == around {
				return true
			}
		}
		return false
	}
	ofKind := func(kind, around string) func(Place) bool {
		return func(p Place) bool { return p.Kind == kind && liesIn(p, around) }
	}
	for _, tt := range []struct {
		what       string
		have, want int
	}{
		{"states", count(general.Actors(), func(a Actor) bool { return a.Kind == "state" }), 195},
		{"actors of the crisis", count(l.Actors(), every) - count(general.Actors(), every), 150},
		{"places of the crisis", len(l.places) - len(general.places), 250},
		{"provinces of Afghanistan", count(l.Places(), ofKind("province", "afghanistan")), 34},
		{"districts of Balochistan", count(l.Places(), ofKind("district", "balochistan")), 36},
		{"districts of Khyber Pakhtunkhwa", count(l.Places(), ofKind("district", "khyber-pakhtunkhwa")), 37},
		{"crossings", count(l.Places(), func(p Place) bool { return p.Kind == "crossing" }), 15},
		{"outlets", len(l.outlets), 150},
	} {
		if tt.have < tt.want {
			t.Errorf("%d %s, want at least %d", tt.have, tt.what, tt.want)
		}
	}
}

func TestStandingQuestions(t *testing.T) {
	var standing []string
	for _, q := range Default().Questions() {
		if q.Standing {
			standing = append(standing, q.ID)
		}
	}
	want := "ceasefire regime-change militant-sanctuary ttp-chief-fate border-reopening india-proxies"
	if got := strings.Join(standing, " "); got != want {
		t.Errorf("standing questions: %s, want %s", got, want)
	}
}

// Every place of a country lies in a box around it, so that a slip of the pen in a
// coordinate shows.
func TestPlacesLieInTheirCountries(t *testing.T) {
	boxes := map[string][4]float64{ // south, north, west, east
		"AF": {29.3, 38.6, 60.4, 75.0}, "PK": {23.5, 37.2, 60.8, 77.5}, "IN": {6.5, 35.7, 68.0, 97.5},
		"IR": {25.0, 39.8, 44.0, 63.4}, "TJ": {36.6, 41.1, 67.3, 75.2}, "UZ": {37.1, 45.6, 55.9, 73.2},
		"TM": {35.1, 42.8, 52.4, 66.7}, "CN": {18.0, 53.6, 73.4, 135.1}, "TR": {35.8, 42.2, 25.6, 44.9},
		"QA": {24.4, 26.3, 50.7, 51.7}, "SA": {16.3, 32.2, 34.5, 55.7}, "AE": {22.6, 26.2, 51.5, 56.5},
		"EG": {22.0, 31.8, 24.6, 37.0}, "CH": {45.8, 47.9, 5.9, 10.6}, "US": {24.4, 49.4, -125, -66.9},
	}
	for p := range Default().Places() {
		if b, ok := boxes[p.Country]; ok && (p.Lat() < b[0] || p.Lat() > b[1] || p.Lon() < b[2] || p.Lon() > b[3]) {
			t.Errorf("%s lies at %v, outside %s", p.ID, p.At, p.Country)
		}
	}
}

// What lies in a district or town lies within two degrees of its middle: the
// largest district, Chagai, is that wide.
func TestPlacesLieNearWhatIsAroundThem(t *testing.T) {
	l := Default()
	for p := range l.Places() {
		around, ok := l.Place(p.Within)
		if !ok || around.Kind == "country" || around.Kind == "province" || around.Kind == "region" {
			continue
		}
		if d := max(abs(p.Lat()-around.Lat()), abs(p.Lon()-around.Lon())); d > 2 {
			t.Errorf("%s lies %.1f degrees from %s", p.ID, d, around.ID)
		}
	}
}

func abs(x float64) float64 { return max(x, -x) }

// A proper name means one actor; a metonym, a common noun or a surname may mean several.
func TestNoNameHasTwoActors(t *testing.T) {
	for _, leaves := range Default().names.leaves {
		owner := ""
		for _, leaf := range leaves {
			if n := leaf.value; n.Kind == ActorName && n.As == Proper {
				if owner != "" {
					t.Errorf("a name of %s is also one of %s", owner, n.ID)
				}
				owner = n.ID
			}
		}
	}
}

func TestPersonsHaveAPart(t *testing.T) {
	common := map[string]bool{}
	for _, name := range strings.Fields("Khan Ali Ahmad Ahmed Mohammad Muhammad Sharif Shah Haqqani Mehsud Baloch Malik Hussain Chaudhry Noor Singh Rehman Akhund Omar Hafiz Mullah Mawlawi") {
		common[name] = true
	}
	for a := range Default().Actors() {
		if a.Kind != "person" {
			continue
		}
		if a.Role == "" && len(a.Offices) == 0 {
			t.Errorf("%s has neither an office nor a role", a.ID)
		}
		for _, name := range append(a.Aliases, a.Name) {
			if common[name] {
				t.Errorf("%s: %q is a name of many", a.ID, name)
			}
		}
	}
}

// Dates of two precisions are compared as far as both go.
func TestOfficesHaveOneHolderAtATime(t *testing.T) {
	type tenure struct{ actor, from, to string }
	offices := map[string][]tenure{}
	for a := range Default().Actors() {
		for _, o := range a.Offices {
			offices[o.Office] = append(offices[o.Office], tenure{a.ID, o.From, o.To})
		}
	}
	for office, holders := range offices {
		slices.SortFunc(holders, func(a, b tenure) int { return strings.Compare(a.from, b.from) })
		for i, later := range holders[1:] {
			earlier := holders[i]
			n := min(len(earlier.to), len(later.from))
			if n == 0 || earlier.to[:n] > later.from[:n] {
				t.Errorf("%s: %s has not left when %s comes", office, earlier.actor, later.actor)
			}
		}
	}
}

func TestDomainsHaveOneOutlet(t *testing.T) {
	seen := map[string]string{}
	for o := range Default().Outlets() {
		for _, d := range o.Domains {
			if seen[d] != "" {
				t.Errorf("%s belongs to %s and %s", d, seen[d], o.ID)
			}
			seen[d] = o.ID
		}
	}
}

func TestEveryEventKindHasVerbsOrNouns(t *testing.T) {
	have := map[string]bool{}
	for _, leaves := range Default().events.leaves {
		for _, leaf := range leaves {
			have[leaf.value.Kind] = true
		}
	}
	for _, kind := range eventKinds {
		if !have[kind] {
			t.Errorf("no word for %s", kind)
		}
	}
}
