package extract

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"crisisdesk/feed/extract/gold"
	"crisisdesk/feed/language"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// extractBody reads a text as one body passage published on Friday 17 October 2025.
func extractBody(t testing.TB, text string) model.Facts {
	t.Helper()
	doc := &model.Document{
		ID:        "d",
		Published: model.Published{When: model.OnDay(model.NewDay(2025, time.October, 17)), KnownFrom: model.GroundMetadata},
		Passages:  []model.Passage{{Start: 0, End: len(text)}},
	}
	f, err := New(lexicon.Default()).Extract(context.Background(), doc, text)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func roleNames(r *model.Report, role model.Role) string {
	var out []string
	for _, a := range r.Actors {
		if a.Role == role {
			out = append(out, a.Name)
		}
	}
	return strings.Join(out, ", ")
}

func TestReportsSayWhatWhenWhereAndWho(t *testing.T) {
	for _, c := range []struct {
		text, kind, day, place, initiator, target string
	}{
		{"Pakistani jets bombed a market in Paktika late on Thursday.",
			"airstrike", "2025-10-16", "Paktika", "Pakistan", "market"},
		{"A suicide bomber blew himself up outside a court in Islamabad on Tuesday, killing 12 people.",
			"bombing", "2025-10-14", "Islamabad", "", ""},
		{"Russian drones struck a power station in Odesa on Wednesday, killing four workers.",
			"drone_strike", "2025-10-15", "Odesa", "Russia", ""},
		{"Delegations of Pakistan and Afghanistan held talks in Doha on October 11.",
			"talks", "2025-10-11", "Doha", "Pakistan", ""},
		{"Pakistan closed the Torkham crossing on Sunday.",
			"closure", "2025-10-12", "Torkham", "Pakistan", ""},
	} {
		f := extractBody(t, c.text)
		if len(f.Reports) != 1 {
			t.Errorf("%q: %d reports, want 1", c.text, len(f.Reports))
			continue
		}
		r := &f.Reports[0]
		if string(r.Kind) != c.kind || r.When.From.String() != c.day {
			t.Errorf("%q: %s on %s, want %s on %s", c.text, r.Kind, r.When.From, c.kind, c.day)
		}
		if len(r.Places) == 0 || !strings.HasPrefix(r.Places[0].Name, c.place) {
			t.Errorf("%q: places %v, want %s", c.text, r.Places, c.place)
		}
		if got := roleNames(r, model.Initiator); !strings.Contains(got, c.initiator) {
			t.Errorf("%q: initiators %q, want %s", c.text, got, c.initiator)
		}
		if got := roleNames(r, model.Target); !strings.Contains(got, c.target) {
			t.Errorf("%q: targets %q, want %s", c.text, got, c.target)
		}
	}
}

// However many count the dead, what is said of how they died decides the kind.
func TestTheDeadDoNotSayHowTheyDied(t *testing.T) {
	is := func(k model.Kind, outcome string) (out telling) {
		out.keep, out.outcome = 0.8, outcome
		out.odds[kindIndex[k]] = 1
		return out
	}
	toll := is(model.Clash, "killed")
	e := &events{tellings: []telling{is(model.Bombing, ""), toll, toll, toll, toll, toll}}
	if got := e.kindOf([]int{0, 1, 2, 3, 4, 5}); got != model.Bombing {
		t.Errorf("a bombing with five tolls is %s", got)
	}
	if got := e.kindOf([]int{1, 2}); got != model.Clash {
		t.Errorf("tolls alone are %s, want what they make likely", got)
	}
}

func TestWhatOpensAgainIsNoClosure(t *testing.T) {
	x := New(lexicon.Default())
	text := "Torkham crossing reopens\n\nPESHAWAR, Nov 2 (Agency) - The Torkham crossing reopened on Saturday for refugees, officials said."
	reports := x.reports(pageOf(x, text), x.hear(pageOf(x, text)))
	if len(reports) == 0 {
		t.Fatal("nothing is reported")
	}
	for _, r := range reports {
		if r.Kind == model.Closure {
			t.Errorf("a closure is reported: %s", r.Summary)
		}
	}
}

func TestWhatOnlyMayHappenIsNoIncident(t *testing.T) {
	for _, text := range []string{
		"Pakistan will not hesitate to strike if the attacks go on.",
		"The minister warned that any attack would be answered.",
		"Officials hope that the two sides will meet again next month.",
	} {
		if f := extractBody(t, text); len(f.Reports) != 0 {
			t.Errorf("%q: %s %q", text, f.Reports[0].Kind, f.Reports[0].Summary)
		}
	}
}

func TestFurtherMentionsJoinTheFirst(t *testing.T) {
	f := extractBody(t, "A suicide bomber blew himself up at a mosque in Peshawar on Tuesday, killing 12 people. "+
		"The blast wounded more than 30 others, police said.")
	if len(f.Reports) != 1 {
		t.Fatalf("%d reports, want 1", len(f.Reports))
	}
	rows := map[model.Outcome]model.Casualty{}
	for _, c := range f.Reports[0].Casualties {
		rows[c.Outcome] = c
	}
	if k := rows[model.Killed]; k.Min != 12 || k.Max != 12 {
		t.Errorf("killed %d to %d, want 12", k.Min, k.Max)
	}
	if w := rows[model.Wounded]; w.Min != 30 || w.Max != model.NoLimit || w.ClaimedBy != "police" {
		t.Errorf("wounded %d to %d by %q, want more than 30 by police", w.Min, w.Max, w.ClaimedBy)
	}
}

// An undated page appeared on the last day that it tells of, or later.
func TestUndatedPagesAreBoundedByTheirText(t *testing.T) {
	x := New(lexicon.Default())
	for text, want := range map[string]string{
		"Two villages were shelled on 21 January 2025. A truce was signed on 22 January.": "2025-01-22",
		"Talks ended on 3 March 2026. The next round is due on 9 April 2026.":             "2026-03-03",
		"The sides met last week.": "",
	} {
		doc := &model.Document{Passages: []model.Passage{{Start: 0, End: len(text)}}}
		if got := x.published(x.wholePage(doc, text)); got.From.String() != want || got.To != 0 {
			t.Errorf("%q: from %s to %s, want from %q", text, got.From, got.To, want)
		}
	}
}

func TestHostileTextIsBoundedWork(t *testing.T) {
	for name, text := range map[string]string{
		"one long sentence": strings.Repeat("Kabul struck 12 soldiers on Thursday and ", 5_000),
		"many short ones":   strings.Repeat("Jets bombed Kabul. 12 died. ", 5_000),
		"names only":        strings.Repeat("Kabul ", 25_000),
		"shared nouns":      "Kabul. " + strings.Repeat("the army and the foreign minister ", 5_000),
		"offices":           strings.Repeat("Kabul fell. The foreign minister said no. ", 3_000),
	} {
		t.Run(name, func(t *testing.T) { extractBody(t, text) })
	}
}

func FuzzReportsLieInTheText(f *testing.F) {
	f.Add("Jets bombed Kabul on Oct 9, killing 15-20 people. \xff\xfe")
	f.Add("On 31 February 2025 a \"strike\" (ISPR) - - of the")
	f.Fuzz(func(t *testing.T, text string) {
		for _, r := range extractBody(t, text).Reports {
			for _, s := range r.Evidence {
				if s.Text != text[s.Start:s.End] {
					t.Fatalf("evidence %d-%d is not %q", s.Start, s.End, s.Text)
				}
			}
		}
	})
}

// corpusSamples are some annotated documents, skipped where the corpus is absent.
func corpusSamples(t testing.TB, n int) []Sample {
	t.Helper()
	const corpus = "../../../shared/corpus"
	if _, err := os.Stat(corpus); err != nil {
		t.Skip("the annotated corpus is not beside the checkout")
	}
	docs, err := gold.Load(corpus+"/docs", corpus+"/gold")
	if err != nil {
		t.Fatal(err)
	}
	var out []Sample
	for _, d := range docs[:n] {
		out = append(out, Sample{Gold: d, Document: &model.Document{
			ID: model.DocumentID(d.Name), Passages: []model.Passage{{Start: 0, End: len(d.Text)}}}})
	}
	return out
}

func TestIncidentTrainingIsDeterministicAndSurvivesTheFile(t *testing.T) {
	samples := corpusSamples(t, 12)
	train := func() []byte {
		x := &Extractor{lex: lexicon.Default(), lang: language.Default(), models: untrained()}
		var pages []trainingPage
		for _, s := range samples {
			pages = append(pages, trainingPage{x.wholePage(s.Document, s.Gold.Text), s.Gold})
		}
		x.trainIncidents(pages)
		var b bytes.Buffer
		if err := x.models.incidents.part().write(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	first := train()
	if !bytes.Equal(first, train()) {
		t.Error("two trainings on the same pages differ")
	}
	var m incidentModels
	var again bytes.Buffer
	if err := m.part().read(bytes.NewReader(first)); err != nil {
		t.Fatal(err)
	}
	if err := m.part().write(&again); err != nil || !bytes.Equal(first, again.Bytes()) {
		t.Errorf("models read and written again differ: %v", err)
	}
}

func BenchmarkReports(b *testing.B) {
	x := New(lexicon.Default())
	var pages []*page
	words := 0
	for _, s := range corpusSamples(b, 30) {
		p := x.wholePage(s.Document, s.Gold.Text)
		pages = append(pages, p)
		words += len(strings.Fields(s.Gold.Text))
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range pages {
			x.reports(p, x.hear(p))
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
