package model

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// factsOf draws the reading of a small document about a small world: few
// days, places, sides and topics, so that much meets.
func factsOf(t *rapid.T, path string, version int) *Facts {
	first := NewDay(2025, time.October, 8)
	d := &Document{
		ID: DocumentID(fmt.Sprintf("%s#%d", path, version)), Path: path,
		OutletID: rapid.SampledFrom([]string{"", "courier", "wire"}).Draw(t, "outlet"),
	}
	if rapid.Bool().Draw(t, "dated") {
		d.Published.When = OnDay(first + Day(rapid.IntRange(0, 30).Draw(t, "published")))
	}
	f := &Facts{Document: d}
	for i := range rapid.IntRange(0, 4).Draw(t, "reports") {
		r := Report{
			ID: ReportID(fmt.Sprintf("%s/%d", d.ID, i)), Document: d.ID,
			Kind:     rapid.SampledFrom([]Kind{Airstrike, Attack, Clash, Ceasefire, Closure}).Draw(t, "kind"),
			Status:   rapid.SampledFrom([]Status{Reported, Claimed, Denied}).Draw(t, "status"),
			Summary:  rapid.SampledFrom([]string{"jets struck", "fighting broke out"}).Draw(t, "summary"),
			Evidence: []Span{{Document: d.ID, Start: 10 * i, End: 10*i + 5}},
		}
		switch from := first + Day(rapid.IntRange(0, 6).Draw(t, "from")); rapid.IntRange(0, 4).Draw(t, "dates") {
		case 0, 1:
			r.When = OnDay(from)
		case 2:
			r.When = Between(from, from+Day(rapid.IntRange(0, 40).Draw(t, "length")))
		case 3:
			r.When = Between(0, from)
		}
		r.Doubt = rapid.SampledFrom([]Doubt{Sure, Doubtful, Unlikely}).Draw(t, "doubt of days")
		for _, name := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"Kabul", "Kandahar", "Afghanistan", "Paktika", "Urgun", "Durand Line", "a hill"}), 0, 2, rapid.ID).Draw(t, "places") {
			p := gazetteer.place(name)
			p.Doubt = rapid.SampledFrom([]Doubt{Sure, Doubtful, Unlikely}).Draw(t, "doubt")
			r.Places = append(r.Places, p)
		}
		for _, name := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"Pakistan", "Taliban", "TTP"}), 0, 2, rapid.ID).Draw(t, "actors") {
			r.Actors = append(r.Actors, goldActor(name, rapid.SampledFrom([]Role{Initiator, Target}).Draw(t, "role")))
		}
		if rapid.Bool().Draw(t, "toll") {
			n := rapid.IntRange(1, 30).Draw(t, "dead")
			r.Casualties = []Casualty{{Who: rapid.SampledFrom([]string{"civilians", "militants"}).Draw(t, "who"), Outcome: Killed, Min: n, Max: n, ClaimedBy: rapid.SampledFrom([]string{"", "Pakistan", "Taliban"}).Draw(t, "by")}}
		}
		f.Reports = append(f.Reports, r)
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "statements") {
		f.Statements = append(f.Statements, Statement{
			ID: StatementID(fmt.Sprintf("%s/s%d", d.ID, i)), Document: d.ID,
			When: OnDay(first + Day(rapid.IntRange(0, 3).Draw(t, "said"))), Evidence: []Span{{Document: d.ID, Start: i}},
		})
	}
	for i := range rapid.IntRange(0, 4).Draw(t, "evidence") {
		f.Evidence = append(f.Evidence, Evidence{
			Span:   Span{Document: d.ID, Start: i, Text: rapid.SampledFrom(openWords).Draw(t, "words")},
			Topic:  rapid.SampledFrom([]string{"regime-change", "truce", "", Uncovered}).Draw(t, "topic"),
			Form:   rapid.SampledFrom([]Form{Rumour, Argument, DisputedFor}).Draw(t, "form"),
			Stance: rapid.SampledFrom([]Stance{Supports, Opposes, Raises}).Draw(t, "stance"),
			Origin: Origin{Key: rapid.SampledFrom([]string{"", "a", "b"}).Draw(t, "origin")},
			When:   d.Published.When,
		})
	}
	return f
}

// openWords leave open what is the same from each to the next.
var openWords = []string{"words", "envoys met at a villa near Segou", "two envoys at Segou spent a night in that villa", "the villa at Segou burnt that night", "the villa burnt and the guards left Segou"}

// MarshalJSON shows a statement as it was told.
func (x *Said) MarshalJSON() ([]byte, error) { return json.Marshal(x.Statement()) }

// MarshalJSON shows a report as it was told.
func (x *Told) MarshalJSON() ([]byte, error) { return json.Marshal(x.Report()) }

// MarshalJSON shows a piece of evidence as it was found.
func (e *Testimony) MarshalJSON() ([]byte, error) {
	b := e.bearing.Value()
	return json.Marshal([]any{e.Span(), b.topic, b.text, b.form, b.stance, e.By(), e.When(), e.Finding(), e.Origin(), e.Access, e.Interest, e.Turn})
}

// picture is all that a snapshot shows, but for its version.
func picture(t interface{ Fatal(...any) }, s *Snapshot) string {
	c := *s
	c.Version = 0
	raw, err := json.MarshalIndent(c, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

var standing = []Standing{{Topic: "regime-change", Text: "Does Pakistan seek a change of regime in Kabul?"}}

// standingAnew are other questions that a lexicon may ask later.
var standingAnew = [][]Standing{
	standing,
	nil,
	{{Topic: "dam", Text: "Will the dam be built?", Sleeps: 3}, {Topic: "truce", Text: "Does the truce hold?", Waits: true}},
	{{Topic: "truce", Text: "Is there a truce?", Parties: []string{"pakistan"}, Accused: []string{"pakistan"}}, standing[0]},
}

// However documents come, change and go, and whatever is asked meanwhile, the
// board shows what the documents that are there now say to what is asked now.
func TestBoardDependsOnCurrentFactsAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := map[string]*Facts{}
		b, asked := NewBoard(standing), standing
		var published []*Snapshot
		var seen []string
		for step := range rapid.IntRange(1, 20).Draw(t, "steps") {
			var batch []Update
			for range rapid.IntRange(1, 3).Draw(t, "batch") {
				path := rapid.SampledFrom([]string{"a.txt", "b.txt", "c.txt", "d.txt", "e.txt", "f.txt", "g.txt", "h.txt"}).Draw(t, "path")
				u := Update{Path: path}
				delete(now, path)
				switch rapid.IntRange(0, 5).Draw(t, "what") {
				case 0:
					u.Removed = true
				case 1:
					u.Problem = &Problem{Path: path, Reason: "cannot be read"}
				default:
					u.Facts = factsOf(t, path, step)
					now[path] = u.Facts
				}
				batch = append(batch, u)
			}
			s := b.Apply(batch, Progress{})
			published = append(published, s)
			seen = append(seen, picture(t, s))
			if rapid.IntRange(0, 5).Draw(t, "ask anew") == 0 {
				asked = rapid.SampledFrom(standingAnew).Draw(t, "questions")
				b.Ask(asked)
			}
		}

		var current []Update
		for path, f := range now {
			current = append(current, Update{Path: path, Facts: f})
		}
		slices.SortFunc(current, func(a, b Update) int { return -cmpStrings(a.Path, b.Path) })
		fresh := *NewBoard(asked).Apply(current, Progress{})
		fresh.Problems = b.Snapshot().Problems
		if got, want := picture(t, b.Snapshot()), picture(t, &fresh); got != want {
			t.Fatalf("the board after its history:\n%s\n\nthe board of its current facts:\n%s", got, want)
		}
		for i, s := range published {
			if picture(t, s) != seen[i] {
				t.Fatalf("snapshot %d changed after it was published", s.Version)
			}
		}
	})
}

func cmpStrings(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func TestNoIncidentHoldsReportsThatExcludeEachOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var batch []Update
		for i := range rapid.IntRange(2, 12).Draw(t, "documents") {
			path := fmt.Sprintf("%d.txt", i)
			batch = append(batch, Update{Path: path, Facts: factsOf(t, path, 1)})
		}
		for i := range NewBoard(nil).Apply(batch, Progress{}).Incidents.All() {
			for n, one := range i.Reports {
				for _, other := range i.Reports[n+1:] {
					a, b := one.Report(), other.Report()
					if !a.When.Overlaps(b.When) && !nearlyOverlap(a, b) && a.Doubt == Sure && b.Doubt == Sure {
						t.Errorf("%s of %v and %s of %v in one incident", a.Kind, a.When, b.Kind, b.When)
					}
					if !placesMeet(a.Places, b.Places) && a.Kind != Closure {
						t.Errorf("%v and %v in one incident", a.Places, b.Places)
					}
					if a.Document == b.Document && (a.Kind != b.Kind || a.When != b.When || a.When.Days() != 1 || !placesMeet(a.Places, b.Places)) {
						t.Errorf("two events of %s in one incident: %+v and %+v", a.Document, a, b)
					}
				}
			}
		}
	})
}

// nearlyOverlap says it once more: violence of the night between two days, and
// a closure that went on.
func nearlyOverlap(a, b *Report) bool {
	far := max(a.When.From-b.When.To, b.When.From-a.When.To)
	if a.Kind == Closure || b.Kind == Closure {
		return a.Kind == b.Kind && far <= 100
	}
	return a.When.Bounded() && b.When.Bounded() && a.Kind.Family() == Violent && b.Kind.Family() == Violent && far <= 1
}

// placesMeet says it once more, in the plainest way: bounded places meet where
// one covers another; what is unlikely does not count, and what is doubtful
// does not bound.
func placesMeet(a, b []Place) bool {
	bounds := func(p Place) bool { return p.ID != "" && p.Kind != "region" && p.Doubt == Sure }
	bounded := false
	for _, p := range a {
		for _, q := range b {
			if p.Doubt == Unlikely || q.Doubt == Unlikely {
				continue
			}
			if p.Covers(q) || q.Covers(p) {
				return true
			}
			bounded = bounded || bounds(p) && bounds(q)
		}
	}
	return !bounded
}

func TestWaitGivesTheNewest(t *testing.T) {
	b := NewBoard(nil)
	s, err := b.Wait(t.Context(), 0)
	if err != nil || s.Version != 1 {
		t.Fatalf("a new board: version %v, %v; want 1 at once", s, err)
	}
	for range 3 {
		b.Apply(nil, Progress{})
	}
	if s, err = b.Wait(t.Context(), s.Version); err != nil || s.Version != 4 {
		t.Fatalf("after three publications: version %v, %v; want 4", s.Version, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err = b.Wait(ctx, s.Version); !errors.Is(err, context.Canceled) {
		t.Fatalf("nothing new and cancelled: %v", err)
	}
}

// Readers of every speed read while the writer writes; under the race
// detector this shows that a Snapshot is never changed.
func TestReadersWhileTheWriterWrites(t *testing.T) {
	const documents = 60
	b := NewBoard(standing)
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for version := uint64(0); version < documents; {
				s, err := b.Wait(t.Context(), version)
				if err != nil {
					t.Error(err)
					return
				}
				version = s.Version
				picture(t, s)
			}
		})
	}
	g := newGenerator(1, documents)
	for range documents {
		b.Apply([]Update{g.next()}, Progress{})
	}
	readers.Wait()
}
