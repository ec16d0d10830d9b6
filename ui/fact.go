package ui

import (
	"cmp"
	"slices"
	"sort"

	"crisisdesk/model"
	"crisisdesk/ui/clean"
)

// factKind is what was found in a document, in the order of its signs beside
// the text.
type factKind uint8

const (
	incidentFact factKind = iota
	statementFact
	questionFact
	wordsFact // words that were asked for, or differ from another version
	factKinds
)

// factSigns stand beside rows that hold words of a fact.
const factSigns = "ISQW"

// fact is something that was found in a document, or asked for there.
type fact struct {
	kind  factKind
	label string // what it is, in words
	spans []model.Span
	item  item // that it belongs to; none of words
}

// factsIn are the facts of the board that document d tells.
func (t *theme) factsIn(s *model.Snapshot, d *model.Document) []fact {
	var all []fact
	for x := range s.Incidents.All() {
		for _, told := range x.Reports {
			if told.Document() != d.ID {
				continue
			}
			r := told.Report()
			of := item{incidentPane, string(x.ID)}
			all = append(all, fact{incidentFact, t.facts("incident: "+x.Kind.Label(), placeNames(r.Places), toldAs(r)), r.Evidence, of})
			for _, c := range r.Casualties {
				figure := sayer(c.ClaimedBy) + ": " + figure(c.Min, c.Max) + " " + string(c.Outcome)
				all = append(all, fact{incidentFact, t.facts("figure of "+x.Kind.Label(), figure, c.Who), []model.Span{c.Evidence}, of})
			}
		}
	}
	for said := range s.Statements.All() {
		if said.Document() == d.ID {
			x := said.Statement()
			all = append(all, fact{statementFact, t.facts("statement: "+x.Speaker.Name, string(x.Act)), x.Evidence, item{statementPane, string(x.ID)}})
		}
	}
	for q := range s.Questions.All() {
		for e := range q.Evidence.All() {
			if e.Document() == d.ID {
				all = append(all, fact{questionFact, t.facts("question, "+string(e.Stance()), q.Text), []model.Span{e.Span()}, item{questionPane, string(q.ID)}})
			}
		}
	}
	return all
}

// mark is a stretch of a page that holds words of a fact.
type mark struct {
	stretch
	fact int // position in page.facts
}

// marksOf finds the words of facts in a text; moved says that some do not
// stand where they stood. They come in the order of the text, the longer first.
func marksOf(facts []fact, text string, m *clean.Map) (marks []mark, moved bool) {
	for i, f := range facts {
		for _, s := range f.spans {
			if s.Start < 0 || s.End > len(text) || s.Start >= s.End || text[s.Start:s.End] != s.Text {
				moved = true
				continue
			}
			marks = append(marks, mark{stretch{m.Out(s.Start), m.Out(s.End)}, i})
		}
	}
	slices.SortStableFunc(marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end), cmp.Compare(facts[a.fact].kind, facts[b.fact].kind))
	})
	return marks, moved
}

// patch is a stretch in which the same marks hold.
type patch struct {
	stretch
	kinds uint8    // a bit for each kind of fact
	look  factKind // of the shortest mark
}

// patchesOf parts the marked text where marks begin and end.
func patchesOf(marks []mark, facts []fact) []patch {
	var cuts []int
	for _, m := range marks {
		cuts = append(cuts, m.start, m.end)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	if len(cuts) == 0 {
		return nil
	}
	patches := make([]patch, len(cuts)-1)
	for i := range patches {
		patches[i].stretch = stretch{cuts[i], cuts[i+1]}
	}
	longestFirst := slices.Clone(marks)
	slices.SortStableFunc(longestFirst, func(a, b mark) int { return cmp.Compare(b.end-b.start, a.end-a.start) })
	for _, m := range longestFirst {
		for i, _ := slices.BinarySearch(cuts, m.start); cuts[i] < m.end; i++ {
			kind := facts[m.fact].kind
			patches[i].kinds |= 1 << kind
			patches[i].look = kind
		}
	}
	return slices.DeleteFunc(patches, func(p patch) bool { return p.kinds == 0 })
}

// from is the first patch that ends after byte at.
func from(patches []patch, at int) []patch {
	return patches[sort.Search(len(patches), func(i int) bool { return patches[i].end > at }):]
}
