package model

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// deskWith is a board of stories with the entries of an officer.
func deskWith(entries []Entry, stories ...*story) *Board {
	b := NewBoard(standing)
	for _, s := range stories {
		b.Apply([]Update{{Path: s.facts.Document.Path, Facts: s.facts}}, Progress{})
	}
	b.Enter(entries)
	return b
}

func told(b *Board) (sizes []int) {
	for i := range b.Snapshot().Incidents.All() {
		sizes = append(sizes, len(i.Reports))
	}
	slices.Sort(sizes)
	return sizes
}

// What officers merge is one, though the machine would never have it so; what
// they split is two; what they take back is as it was.
func TestOfficersMergeAndSplit(t *testing.T) {
	kabul := in("a", "Courier", 10).event(Airstrike, october(9), "Kabul", "Pakistan>", ">Taliban")
	same := in("b", "Wire", 11).event(Airstrike, october(9), "Kabul", "Pakistan>", ">Taliban")
	later := in("c", "Herald", 20).event(Airstrike, october(17), "Paktika", "Pakistan>", ">Taliban")
	var desk shift
	b := deskWith(nil, kabul, same, later)
	for _, c := range []struct {
		name string
		do   Entry
		want []int
	}{
		{"as the machine has it", Entry{Action: Star, Of: reportItems("x")}, []int{1, 2}},
		{"one event on two days", Entry{Action: MergeReports, Of: []Item{ReportItem(kabul.last().ID), ReportItem(same.last().ID), ReportItem(later.last().ID)}}, []int{3}},
		{"taken back", Entry{Action: UndoEntry, Entry: "amina#2"}, []int{1, 2}},
		{"two events of one night", Entry{Action: SplitOff, Of: []Item{ReportItem(same.last().ID)}, From: []Item{ReportItem(kabul.last().ID)}}, []int{1, 1, 1}},
		{"taken back, too", Entry{Action: UndoEntry, Entry: "amina#4"}, []int{1, 2}},
	} {
		desk.does("amina", c.do)
		b.Enter(desk.entries)
		if got := told(b); !slices.Equal(got, c.want) {
			t.Errorf("%s: incidents of %v reports, want %v", c.name, got, c.want)
		}
	}
}

// A date set by an officer goes where the text gives none, and leaves with its entry.
func TestOfficersDateADocument(t *testing.T) {
	undated := in("a", "Courier", 0).bears("truce", Rumour, Supports, "", "the truce holds")
	d := undated.facts.Document
	var desk shift
	b := deskWith(nil, undated)
	desk.does("amina", Entry{Action: SetDate, Of: []Item{DocumentItem(d.ID)}, Value: "2025-10-21"})
	s := b.Enter(desk.entries)
	if got := s.Document(d.ID).Published; got.EDTF() != "2025-10-21" || got.KnownFrom != GroundOfficer {
		t.Errorf("published %s, known from %q", got.EDTF(), got.KnownFrom)
	}
	if s.AsOf != NewDay(2025, time.October, 21) {
		t.Errorf("the desk's present is %v", s.AsOf)
	}
	if d.Published.Known() {
		t.Error("the machine's value was lost")
	}
	desk.does("amina", Entry{Action: UndoEntry, Entry: "amina#1"})
	if got := b.Enter(desk.entries).Document(d.ID).Published; got.Known() {
		t.Errorf("published %s after the date was taken back", got.EDTF())
	}
}

// Two officers decide a question, and any officer asks one.
func TestOfficersDecideAndAsk(t *testing.T) {
	var desk shift
	b := deskWith(nil, in("a", "Courier", 10).bears("regime-change", Rumour, Supports, "", "they want him out"))
	proposed := desk.does("amina", Entry{Action: ProposeVerdict, Of: []Item{QuestionItem("regime-change")}, Value: string(Debunked)})
	own := desk.does("amina", Entry{Action: AskQuestion, Text: "Who holds the pass?"})
	desk.does("bilal", Entry{Action: AcceptVerdict, Entry: proposed})
	s := b.Enter(desk.entries)
	if q := s.Question("regime-change"); q.State != Debunked || q.Machine != Raised {
		t.Errorf("the question is %s, by the machine %s", q.State, q.Machine)
	}
	if q := s.Question(QuestionID("asked:" + own)); q == nil || q.Text != "Who holds the pass?" || q.State != Raised {
		t.Errorf("the officer's question is %+v", q)
	}
}

// However documents and orders come, the board shows what both now say, and
// no two reports that officers put together or apart are otherwise.
func TestBoardDependsOnCurrentOrdersAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		paths := []string{"a.txt", "b.txt", "c.txt", "d.txt", "e.txt"}
		report := rapid.Custom(func(t *rapid.T) Item {
			return ReportItem(ReportID(fmt.Sprintf("%s#1/%d", rapid.SampledFrom(paths).Draw(t, "of"), rapid.IntRange(0, 1).Draw(t, "n"))))
		})
		facts := map[string]*Facts{}
		for _, path := range paths {
			facts[path] = factsOf(t, path, 1)
		}
		var desk shift
		b := NewBoard(standing)
		held := map[string]bool{}
		for range rapid.IntRange(1, 25).Draw(t, "steps") {
			path := rapid.SampledFrom(paths).Draw(t, "path")
			switch rapid.IntRange(0, 5).Draw(t, "what") {
			case 0:
				b.Apply([]Update{{Path: path, Removed: true}}, Progress{})
				held[path] = false
			case 1:
				desk.does("amina", Entry{Action: MergeReports, Of: rapid.SliceOfNDistinct(report, 2, 3, rapid.ID).Draw(t, "merge")})
			case 2:
				two := rapid.SliceOfNDistinct(report, 2, 2, rapid.ID).Draw(t, "split")
				desk.does("amina", Entry{Action: SplitOff, Of: two[:1], From: two[1:]})
			case 3:
				desk.does("amina", Entry{Action: SetDate, Of: []Item{DocumentItem(facts[path].Document.ID)}, Value: "2025-10-19"})
			default:
				b.Apply([]Update{{Path: path, Facts: facts[path]}}, Progress{})
				held[path] = true
			}
			b.Enter(desk.entries)
		}
		fresh := NewBoard(standing)
		fresh.Enter(desk.entries)
		for _, path := range slices.Backward(paths) {
			if held[path] {
				fresh.Apply([]Update{{Path: path, Facts: facts[path]}}, Progress{})
			}
		}
		if got, want := picture(t, b.Snapshot()), picture(t, fresh.Snapshot()); got != want {
			t.Fatalf("the board after its history:\n%s\n\nthe board of what now counts:\n%s", got, want)
		}
		obeys(t, b.Snapshot())
	})
}

func obeys(t *rapid.T, s *Snapshot) {
	at := map[ReportID]IncidentID{}
	for i := range s.Incidents.All() {
		for _, r := range i.Reports {
			at[r.ID()] = i.ID
		}
	}
	for _, list := range s.Work.Together {
		list = slices.DeleteFunc(slices.Clone(list), func(r ReportID) bool { return at[r] == "" })
		for _, r := range list {
			if at[r] != at[list[0]] {
				t.Errorf("%s and %s were put together and stand apart", r, list[0])
			}
		}
	}
	for _, pair := range s.Work.Apart {
		if a := at[pair[0]]; a != "" && a == at[pair[1]] {
			t.Errorf("%s and %s were set apart and stand together", pair[0], pair[1])
		}
	}
}
