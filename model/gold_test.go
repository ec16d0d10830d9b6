package model

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// goldRecord is what merging may know of an annotated incident.
type goldRecord struct {
	Kind       Kind
	From, To   string
	Places     []string
	Initiators []string
	Targets    []string
	Casualties []struct {
		Who       string
		Outcome   Outcome
		Min, Max  *int
		ClaimedBy string `json:"claimed_by"`
	}
	SameAs string `json:"same_as"`
}

// goldFacts reads every annotated document below dir as Facts, with the event
// that each of its reports is said to tell.
func goldFacts(t *testing.T, events map[ReportID]string, dir string) []*Facts {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) == 0 {
		t.Skipf("no annotations in %s beside the checkout", dir)
	}
	var out []*Facts
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var gold struct {
			Document  struct{ Published string }
			Incidents []goldRecord
		}
		if err := json.Unmarshal(raw, &gold); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		name := strings.TrimSuffix(filepath.Base(path), ".json")
		f := &Facts{Document: &Document{ID: DocumentID(name), Path: name + ".txt"}}
		if gold.Document.Published != "" {
			f.Document.Published.When = OnDay(day(t, gold.Document.Published))
		}
		for i, r := range gold.Incidents {
			report := r.report(t, f.Document.ID, i)
			events[report.ID] = r.SameAs
			f.Reports = append(f.Reports, report)
		}
		out = append(out, f)
	}
	return out
}

func (g goldRecord) report(t *testing.T, doc DocumentID, position int) Report {
	r := Report{
		ID:       ReportID(string(doc) + "/" + string(rune('a'+position))),
		Document: doc,
		Kind:     g.Kind,
		When:     Between(day(t, g.From), day(t, g.To)),
		Evidence: []Span{{Document: doc, Start: position, End: position + 1}},
	}
	for _, name := range g.Places {
		r.Places = append(r.Places, gazetteer.place(name))
	}
	for _, name := range g.Initiators {
		r.Actors = append(r.Actors, goldActor(name, Initiator))
	}
	for _, name := range g.Targets {
		r.Actors = append(r.Actors, goldActor(name, Target))
	}
	for _, c := range g.Casualties {
		row := Casualty{Who: c.Who, Outcome: c.Outcome, Max: NoLimit, ClaimedBy: c.ClaimedBy}
		if c.Min != nil {
			row.Min = *c.Min
		}
		if c.Max != nil {
			row.Max = *c.Max
		}
		r.Casualties = append(r.Casualties, row)
	}
	return r
}

func day(t *testing.T, s string) Day {
	t.Helper()
	if s == "" {
		return 0
	}
	d, err := ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// sides are the few names that a lexicon would know to speak for a side.
var sides = map[string]string{
	"afghanistan": "afghanistan", "taliban": "afghanistan", "afghan taliban": "afghanistan", "kabul": "afghanistan",
	"islamic emirate of afghanistan": "afghanistan", "amir khan muttaqi": "afghanistan", "abdul ghani baradar": "afghanistan",
	"hibatullah akhundzada": "afghanistan", "nooruddin azizi": "afghanistan", "mohammad yaqoob": "afghanistan",
	"pakistan": "pakistan", "shehbaz sharif": "pakistan", "ishaq dar": "pakistan", "khawaja asif": "pakistan", "asim munir": "pakistan",
	"ttp": "ttp", "tehreek-e-taliban pakistan": "ttp", "tehreek-i-taliban pakistan": "ttp", "tehrik-e-taliban pakistan": "ttp",
	"tehrik-i-taliban pakistan": "ttp", "pakistani taliban": "ttp", "noor wali mehsud": "ttp",
	"turkey": "turkey", "turkiye": "turkey", "türkiye": "turkey", "recep tayyip erdogan": "turkey",
	"hafiz gul bahadur group": "hgb", "gul bahadur group": "hgb",
	"islamic state": "is", "isis-kp": "is", "iskp": "is", "islamic state-khorasan province": "is",
	"india": "india", "s jaishankar": "india", "s. jaishankar": "india", "china": "china", "wang yi": "china",
}

func goldActor(name string, role Role) Actor {
	key := strings.ToLower(name)
	a := Actor{Name: name, Role: role, Side: sides[key]}
	if a.Side != "" {
		a.ID = key
	}
	return a
}

// pairs counts reports of different documents that stand, or should stand, together.
type pairs struct{ right, wrong, missed int }

func (p pairs) f1() (precision, recall, f float64) {
	precision = float64(p.right) / max(1, float64(p.right+p.wrong))
	recall = float64(p.right) / max(1, float64(p.right+p.missed))
	return precision, recall, 2 * precision * recall / max(1e-9, precision+recall)
}

// comparePairs compares a snapshot with the events that the annotations name,
// over all pairs that count.
func comparePairs(s *Snapshot, events map[ReportID]string, counts func(a, b DocumentID) bool) pairs {
	type told struct {
		report   *Report
		incident *Incident
	}
	var all []told
	for i := range s.Incidents.All() {
		for _, r := range i.Reports {
			all = append(all, told{r.Report(), i})
		}
	}
	var p pairs
	for n, x := range all {
		for _, y := range all[n+1:] {
			if x.report.Document == y.report.Document || !counts(x.report.Document, y.report.Document) {
				continue
			}
			event := events[x.report.ID]
			switch same := event != "" && event == events[y.report.ID]; {
			case same && x.incident == y.incident:
				p.right++
			case same:
				p.missed++
			case x.incident == y.incident:
				p.wrong++
			}
		}
	}
	return p
}

// heldOut are the documents that the rules were never tuned on.
func heldOut(d DocumentID) bool {
	return strings.HasPrefix(string(d), "t") && strings.ContainsAny(string(d[len(d)-1:]), "05")
}

func TestMergeAgreesWithAnnotators(t *testing.T) {
	events := map[ReportID]string{}
	facts := goldFacts(t, events, "../../shared/corpus/gold")
	facts = append(facts, goldFacts(t, events, "../../shared/gold/seeds")...)
	var tuned, all []Update
	for _, f := range facts {
		u := Update{Path: f.Document.Path, Facts: f}
		all = append(all, u)
		if !heldOut(f.Document.ID) {
			tuned = append(tuned, u)
		}
	}
	for _, c := range []struct {
		name    string
		updates []Update
		counts  func(a, b DocumentID) bool
		least   float64
	}{
		{"tuned on", tuned, func(a, b DocumentID) bool { return true }, 0.80},
		{"held out", all, func(a, b DocumentID) bool { return heldOut(a) || heldOut(b) }, 0.75},
		{"all", all, func(a, b DocumentID) bool { return true }, 0.80},
	} {
		s := NewBoard(nil).Apply(c.updates, Progress{})
		found := comparePairs(s, events, c.counts)
		p, r, f := found.f1()
		t.Logf("%-8s  P %.3f  R %.3f  F1 %.3f  %+v", c.name, p, r, f, found)
		if f < c.least {
			t.Errorf("%s: pairwise F1 %.3f, want at least %.2f", c.name, f, c.least)
		}
	}
}
