package model

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var morning = time.Date(2026, time.February, 27, 8, 0, 0, 0, time.UTC)

// shift writes entries of several officers, a minute between each two.
type shift struct {
	entries []Entry
	seq     map[Officer]uint64
}

func (s *shift) does(o Officer, e Entry) EntryID {
	if s.seq == nil {
		s.seq = map[Officer]uint64{}
	}
	s.seq[o]++
	e.Officer, e.Seq = o, s.seq[o]
	if e.Time.IsZero() {
		e.Time = morning.Add(time.Duration(len(s.entries)) * time.Minute)
	}
	s.entries = append(s.entries, e)
	return e.ID()
}

func reportItems(ids ...string) []Item {
	items := make([]Item, len(ids))
	for i, id := range ids {
		items[i] = ReportItem(ReportID(id))
	}
	return items
}

func TestTheLaterOfTwoChangesShowsAndBothStay(t *testing.T) {
	var s shift
	dawn := OutletItem("dawn")
	s.does("amina", Entry{Action: RateOutlet, Of: []Item{dawn}, Value: "C"})
	s.does("basir", Entry{Action: RateOutlet, Of: []Item{dawn}, Value: "B"})
	w := Fold(s.entries)
	if got := w.Last(RateOutlet, dawn).Value; got != "B" {
		t.Errorf("the rating is %s, want B", got)
	}
	if got := len(w.Changes(RateOutlet, dawn)); got != 2 {
		t.Errorf("%d ratings are kept, want 2", got)
	}
}

func TestAStarFollowsItsReportsThroughOtherMerges(t *testing.T) {
	var s shift
	s.does("amina", Entry{Action: Star, Of: reportItems("a", "b")})
	if w := Fold(s.entries); !w.Starred(reportItems("b", "c")...) || w.Starred(reportItems("c")...) {
		t.Error("the star is not where report b is, or where it never was")
	}
	s.does("basir", Entry{Action: Unstar, Of: reportItems("b", "c")})
	if w := Fold(s.entries); w.Starred(reportItems("a", "b", "c")...) || !w.Starred(reportItems("a")...) {
		t.Error("unstarring the incident of b and c did not take its star, or took that of a")
	}
}

func TestAVerdictNeedsTwoOfficers(t *testing.T) {
	question := []Item{QuestionItem("regime-change")}
	var s shift
	proposal := s.does("amina", Entry{Action: ProposeVerdict, Of: question, Value: string(Debunked)})
	s.does("amina", Entry{Action: AcceptVerdict, Entry: proposal})
	if verdict, _, _ := Fold(s.entries).Verdict("regime-change"); verdict != "" {
		t.Errorf("one officer alone made it %s", verdict)
	}
	s.does("basir", Entry{Action: AcceptVerdict, Entry: proposal})
	verdict, proposed, accepted := Fold(s.entries).Verdict("regime-change")
	if verdict != Debunked || proposed.Officer != "amina" || accepted.Officer != "basir" {
		t.Errorf("the verdict is %q, proposed by %v and accepted by %v", verdict, proposed, accepted)
	}
	s.does("amina", Entry{Action: UndoEntry, Entry: proposal})
	w := Fold(s.entries)
	if verdict, _, _ := w.Verdict("regime-change"); verdict != "" {
		t.Errorf("it is still %s after the proposal was taken back", verdict)
	}
	if got := w.Refused[1].Reason; got != "the proposal was taken back" {
		t.Errorf("the acceptance is refused because %q", got)
	}
}

func TestMergedAndSplitReports(t *testing.T) {
	var s shift
	s.does("amina", Entry{Action: MergeReports, Of: reportItems("a", "b")})
	s.does("basir", Entry{Action: MergeReports, Of: reportItems("b", "c")})
	split := s.does("basir", Entry{Action: SplitOff, Of: reportItems("b"), From: reportItems("a", "c")})
	w := Fold(s.entries)
	if diff := cmp.Diff([][]ReportID{{"a", "c"}}, w.Together); diff != "" {
		t.Errorf("together (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([][2]ReportID{{"a", "b"}, {"b", "c"}}, w.Apart); diff != "" {
		t.Errorf("apart (-want +got):\n%s", diff)
	}
	s.does("basir", Entry{Action: UndoEntry, Entry: split})
	if diff := cmp.Diff([][]ReportID{{"a", "b", "c"}}, Fold(s.entries).Together); diff != "" {
		t.Errorf("after the split was undone (-want +got):\n%s", diff)
	}
}

func TestAClockSetBackKeepsTheOrderOfAJournal(t *testing.T) {
	day := []Item{DocumentItem("d")}
	var s shift
	s.does("amina", Entry{Action: SetDate, Of: day, Value: "2025-10-17", Time: morning})
	s.does("amina", Entry{Action: SetDate, Of: day, Value: "2025-10-10/2025-10-12", Time: morning.Add(-time.Hour)})
	if got := Fold(s.entries).Last(SetDate, day...).Value; got != "2025-10-10/2025-10-12" {
		t.Errorf("the date is %s, that of the entry made first", got)
	}
}

func TestEntriesThatMakeNoSense(t *testing.T) {
	question := []Item{QuestionItem("q")}
	for want, e := range map[string]Entry{
		`"dance" is no action`:                         {Action: "dance"},
		`it is about nothing`:                          {Action: Star},
		`star cannot be about "planet:mars"`:           {Action: Star, Of: []Item{"planet:mars"}},
		`star is about one document at a time`:         {Action: Star, Of: []Item{"document:a", "document:b"}},
		`"Z" is none of A, B, C, D, E, F`:              {Action: RateOutlet, Of: []Item{"outlet:dawn"}, Value: "Z"},
		`"7" is none of 1, 2, 3, 4, 5, 6`:              {Action: RateClaim, Of: reportItems("a"), Value: "7"},
		`merging needs two reports or more`:            {Action: MergeReports, Of: reportItems("a")},
		`it leaves no other report`:                    {Action: SplitOff, Of: reportItems("a")},
		`it cannot leave "report:a"`:                   {Action: SplitOff, Of: reportItems("a"), From: reportItems("a")},
		`"highly likely" is no word of icd203`:         {Action: JudgeQuestion, Of: question, Scale: ICD203, Value: "highly likely"},
		`"" is no scale`:                               {Action: JudgeQuestion, Of: question, Value: "likely"},
		`"sure" is none of low, moderate, high`:        {Action: JudgeQuestion, Of: question, Scale: PHIA, Value: "likely", Confidence: "sure"},
		`"raised" is none of confirmed, debunked, unv`: {Action: ProposeVerdict, Of: question, Value: string(Raised)},
		`it says nothing`:                              {Action: AskQuestion, Text: " "},
		`it names no entry`:                            {Action: UndoEntry},
		`there is no entry basir#9`:                    {Action: UndoEntry, Entry: "basir#9"},
		`it undoes what comes after it`:                {Action: UndoEntry, Entry: "amina#2"},
		`only its own officer can undo an entry`:       {Action: UndoEntry, Entry: "basir#1"},
		`there is no proposal basir#1`:                 {Action: AcceptVerdict, Entry: "basir#1"},
		`not a date of the form 2025-10-09, 2025-10`:   {Action: SetDate, Of: []Item{"document:a"}, Value: "yesterday"},
		`"2025-10-12/2025-10-10" ends before it begin`: {Action: SetDate, Of: []Item{"document:a"}, Value: "2025-10-12/2025-10-10"},
	} {
		var s shift
		s.does("basir", Entry{Action: Star, Of: reportItems("a")})
		s.does("amina", e)
		s.does("amina", Entry{Action: Star, Of: reportItems("b")})
		w := Fold(s.entries)
		if len(w.Refused) != 1 || !strings.HasPrefix(w.Refused[0].Reason, want) {
			t.Errorf("%+v is refused as %+v, want %q", e, w.Refused, want)
		}
		if len(w.Entries) != 3 || !w.Starred(reportItems("b")...) {
			t.Errorf("%+v took other entries with it", e)
		}
	}
}

func TestEDTFIsReadAsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := NewDay(2000, 1, 1) + Day(rapid.IntRange(0, 20_000).Draw(t, "from"))
		to := from + Day(rapid.IntRange(0, 800).Draw(t, "days"))
		w := rapid.SampledFrom([]When{Between(from, to), Between(from, 0), Between(0, to)}).Draw(t, "when")
		got, err := ParseEDTF(w.EDTF())
		if err != nil || got != w {
			t.Fatalf("%v is written %s and read %v, %v", w, w.EDTF(), got, err)
		}
	})
}

// drawnShift is any work of three officers on a few things.
func drawnShift(t *rapid.T) *shift {
	s := &shift{}
	reports := func(least int) []Item {
		return reportItems(rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"a", "b", "c", "d", "e"}), least, 3, rapid.ID[string]).Draw(t, "reports")...)
	}
	known := []EntryID{"nobody#1"}
	for range rapid.IntRange(1, 25).Draw(t, "entries") {
		e := Entry{Action: rapid.SampledFrom([]Action{Star, Unstar, MergeReports, MergeReports, SplitOff, ProposeVerdict, AcceptVerdict, AskQuestion, UndoEntry, UndoEntry}).Draw(t, "action")}
		switch e.Action {
		case ProposeVerdict:
			e.Of, e.Value = []Item{QuestionItem("q")}, string(rapid.SampledFrom([]State{Confirmed, Debunked}).Draw(t, "verdict"))
		case AcceptVerdict, UndoEntry:
			e.Entry = rapid.SampledFrom(known).Draw(t, "entry")
		case AskQuestion:
			e.Text = "who?"
		case SplitOff:
			e.Of, e.From = reports(1), reports(1)
		default:
			e.Of = reports(2)
		}
		known = append(known, s.does(rapid.SampledFrom([]Officer{"amina", "basir", "chen"}).Draw(t, "officer"), e))
	}
	return s
}

// effect is what w makes of the things that a drawn shift is about.
func effect(w *Work) []any {
	verdict, _, _ := w.Verdict("q")
	out := []any{w.Together, w.Apart, verdict}
	for _, item := range append(reportItems("a", "b", "c", "d", "e"), QuestionItem("q")) {
		out = append(out, w.Changes(Star, item), w.Changes(ProposeVerdict, item), w.Changes(AcceptVerdict, item))
	}
	for _, e := range w.Asked {
		out = append(out, *e)
	}
	return out
}

func TestFoldKnowsNoOrderOfArrival(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawnShift(t)
		for i := range s.entries {
			s.entries[i].Time = morning.Add(time.Duration(rapid.IntRange(-3, 3).Draw(t, "clock")) * time.Hour)
		}
		shuffled := append(slices.Clone(s.entries), s.entries[:len(s.entries)/2]...) // some came twice
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		a, b := Fold(s.entries), Fold(shuffled)
		if diff := cmp.Diff(append(effect(a), a.Entries, a.Refused), append(effect(b), b.Entries, b.Refused)); diff != "" {
			t.Fatalf("another order, another work:\n%s", diff)
		}
		if len(a.Entries) != len(s.entries) {
			t.Fatalf("%d entries are kept of %d", len(a.Entries), len(s.entries))
		}
		for _, group := range a.Together {
			for _, p := range a.Apart {
				if slices.Contains(group, p[0]) && slices.Contains(group, p[1]) {
					t.Fatalf("%v are together and apart", p)
				}
			}
		}
	})
}

func TestUndoIsAsIfItHadNotBeen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawnShift(t)
		i := rapid.IntRange(0, len(s.entries)-1).Draw(t, "undone")
		without := Fold(slices.Delete(slices.Clone(s.entries), i, i+1))
		s.does(s.entries[i].Officer, Entry{Action: UndoEntry, Entry: s.entries[i].ID()})
		if diff := cmp.Diff(effect(without), effect(Fold(s.entries))); diff != "" {
			t.Fatalf("what was undone has left a trace:\n%s", diff)
		}
	})
}

func BenchmarkFold(b *testing.B) {
	var s shift
	for i := range 10_000 {
		s.does(Officer(fmt.Sprint("officer ", i%8)), Entry{Action: Star, Of: reportItems(fmt.Sprint(i%3_000), fmt.Sprint(i%1_000))})
	}
	b.ReportAllocs()
	for b.Loop() {
		Fold(s.entries)
	}
}
