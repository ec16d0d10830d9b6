package model

import (
	"slices"
	"strings"
	"testing"
)

// The rules of the desk on documents of the corpus, as its annotators read
// them: of one kind of event the days, and who tells it.
func TestRulesOnTheCorpus(t *testing.T) {
	read := corpus(t)
	for _, c := range []struct {
		rule, documents string
		kind            Kind
		incidents       []string
	}{
		{
			"four tell one strike on Kabul, and two another",
			"t094 t125 t140 t144 t012", Airstrike,
			[]string{"2025-10-09 t094 t125 t140 t144", "2025-10-15 t012 t140"},
		},
		{
			"a month of clashes joins days of it, and is not drawn into the night of Spin Boldak",
			"t010 t015 t117", Clash,
			[]string{"2025-10-11/2025-10-14 t015 t117", "2025-10-15 t010 t015"},
		},
		{
			"three places in common keep the strikes of 27 February apart from those of the 22nd",
			"t075 t091 t095", Airstrike,
			[]string{"2026-02-27 t075 t091 t095", "2026-02-22 t075 t095"},
		},
		{
			"strikes on Afghanistan in October are those of which most tell",
			"t058 t094 t125 t140 t144 t016 t020", Airstrike,
			[]string{"2025-10-09 t058 t094 t125 t140 t144", "2025-10-17 t016 t020"},
		},
		{
			"the attack on the posts, and the answer to it",
			"t007 t009 t030", Attack,
			[]string{"2025-10-11 t007 t009 t030", "2025-10-11/2025-10-12 t009"},
		},
		{
			"a closure is told while it lasts",
			"t063 t068 t078", Closure,
			[]string{"2025-10-12/2025-10-24 t063 t068 t078"},
		},
	} {
		t.Run(c.rule, func(t *testing.T) {
			told := tellings(boardReading(read, c.documents), c.kind)
			for _, want := range c.incidents {
				if !slices.Contains(told, want) {
					t.Errorf("no incident is %q, of:\n%s", want, strings.Join(told, "\n"))
				}
			}
		})
	}
}

// Figures of the corpus, as its annotators read them: whose dead, and how what
// is said of them stands.
func TestFiguresOfTheCorpus(t *testing.T) {
	read := corpus(t)
	for _, c := range []struct {
		rule, documents string
		who             string
		low             int
		relation        Relation
	}{
		{"players and fighters of Paktika", "t016 t020", "fighters", 60, StatusSplit},
		{"nine children of Khost are some of ten civilians", "t025 t144", "children", 9, PartOf},
		{"up to 66,000 displaced, and 66,000", "t092 t104", "people", 66000, Overlap},
		{"soldiers dead of 11 October, to the one side and to the other", "t006 t140", "soldiers", 58, Contradict},
		{"one figure of one day, in three documents", "t075 t091 t095", "Taliban", 133, Agree},
	} {
		t.Run(c.rule, func(t *testing.T) {
			var found []Relation
			for i := range boardReading(read, c.documents).Incidents.All() {
				for _, d := range i.Disputes() {
					if slices.ContainsFunc(d.Claims, func(p Position) bool { return p.Who == c.who && p.Min == c.low }) {
						found = append(found, d.Relation)
					}
				}
			}
			if !slices.Contains(found, c.relation) {
				t.Errorf("the %d %s are %v, want %s", c.low, c.who, found, c.relation)
			}
		})
	}
}

// corpus is what the annotators read of each document.
func corpus(t *testing.T) map[DocumentID]*Facts {
	t.Helper()
	read := map[DocumentID]*Facts{}
	for _, f := range goldFacts(t, map[ReportID]string{}, "../../shared/corpus/gold") {
		read[f.Document.ID] = f
	}
	return read
}

// boardReading is the snapshot of a board that has read the named documents.
func boardReading(facts map[DocumentID]*Facts, documents string) *Snapshot {
	var batch []Update
	for _, d := range strings.Fields(documents) {
		f := facts[DocumentID(d)]
		batch = append(batch, Update{Path: f.Document.Path, Facts: f})
	}
	return NewBoard(nil).Apply(batch, Progress{})
}

// tellings are the days of each incident of a kind, with the documents that tell it.
func tellings(s *Snapshot, kind Kind) (out []string) {
	for i := range s.Incidents.All() {
		if i.Kind != kind {
			continue
		}
		told := i.When.EDTF()
		for _, r := range i.Reports {
			told += " " + string(r.Document())
		}
		out = append(out, told)
	}
	return out
}
