package gold_test

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"crisisdesk/feed/extract/gold"
	"crisisdesk/model"
)

const corpus = "../../../../shared/corpus"

func TestNamesAgreeAsTheScoringScriptDoes(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Islamabad", "the Pakistani military", true},
		{"Zabihullah Mujahid", "Mujahid", true},
		{"Tehreek-e-Taliban Pakistan", "TTP", true},
		{"Türkiye", "Turkey", true},
		{"a senior diplomat", "one senior diplomat", true},
		{"Qatar", "Turkey", false},
		{"", "Turkey", false},
	} {
		if got := gold.NamesAgree(c.a, c.b); got != c.want {
			t.Errorf("NamesAgree(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

// Facts made from the gold itself must score full marks.
func TestGoldAgainstItselfIsPerfect(t *testing.T) {
	if _, err := os.Stat(corpus); err != nil {
		t.Skip("the annotated corpus is not beside the checkout")
	}
	docs, err := gold.Load(corpus+"/docs", corpus+"/gold")
	if err != nil {
		t.Fatal(err)
	}
	var s gold.Score
	for _, d := range docs {
		s.Add(d, asFacts(d))
	}
	for name, f1 := range map[string]float64{
		"incidents": s.Incidents.F1(), "statements": s.Statements.AttributedF1(), "questions": s.Questions.F1(),
	} {
		if f1 < 0.999 {
			t.Errorf("%s: gold against itself has F1 %.3f", name, f1)
		}
	}
}

func asFacts(d *gold.Document) *model.Facts {
	spans := func(r gold.Record) (out []model.Span) {
		for _, s := range r.Spans {
			out = append(out, model.Span{Start: s.Start, End: s.End})
		}
		return out
	}
	f := &model.Facts{}
	for _, r := range d.Incidents {
		f.Reports = append(f.Reports, model.Report{Kind: model.Kind(r.Kind), Evidence: spans(r.Record)})
	}
	for _, r := range d.Statements {
		f.Statements = append(f.Statements, model.Statement{
			Speaker: model.Speaker{Name: r.Speaker}, Mode: model.Mode(r.Mode), Evidence: spans(r.Record)})
	}
	for _, r := range d.Questions {
		f.Evidence = append(f.Evidence, model.Evidence{Span: spans(r.Record)[0], Stance: model.Stance(r.Stance)})
	}
	return f
}

func TestWorstErrorsComeByKindTheSurestFirst(t *testing.T) {
	d := &gold.Document{Name: "a", Statements: []gold.Statement{
		{Record: gold.Record{Anchor: "the pass is open", Weight: "required", Spans: []gold.Range{{Start: 0, End: 16}}}, Speaker: "Naqvi"},
		{Record: gold.Record{Anchor: "lorries wait", Weight: "required", Spans: []gold.Range{{Start: 100, End: 112}}}, Speaker: "Rahimi"},
	}}
	said := func(start, end int, speaker, text string, confidence float32) model.Statement {
		return model.Statement{Speaker: model.Speaker{Name: speaker}, Mode: model.Direct,
			Evidence: []model.Span{{Start: start, End: end, Text: text}}, Finding: model.Finding{Confidence: confidence}}
	}
	var s gold.Score
	s.Add(d, &model.Facts{Statements: []model.Statement{
		said(0, 16, "Karimi", "the pass is open", 0.9), said(40, 50, "Karimi", "less sure", 0.5), said(60, 70, "Karimi", "surer", 0.8)}})
	var got []string
	for _, kind := range s.Statements.Worst(1) {
		for _, e := range kind {
			got = append(got, fmt.Sprintf("%s: %s (%s for %s)", e.Kind, e.Text, e.Got, e.Want))
		}
	}
	want := []string{"made up: surer ( for )", "missed: lorries wait ( for )", "speaker: the pass is open (Karimi for Naqvi)"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
