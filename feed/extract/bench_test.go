package extract

import (
	"strings"
	"testing"

	"crisisdesk/feed/extract/gold"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// BenchmarkExtract reads sixty of the written documents from text to facts on
// one goroutine, and reports words a second.
func BenchmarkExtract(b *testing.B) {
	all, err := gold.Load("testdata/written/docs", "testdata/written/gold")
	if err != nil {
		b.Fatal(err)
	}
	x := New(lexicon.Default())
	words := 0
	var docs []Sample
	for i := 0; i < len(all); i += len(all) / 60 {
		d := all[i]
		words += len(strings.Fields(d.Text))
		docs = append(docs, Sample{Gold: d, Document: &model.Document{
			ID: model.DocumentID(d.Name), Passages: []model.Passage{{Start: 0, End: len(d.Text)}}}})
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			if _, err := x.Extract(b.Context(), d.Document, d.Gold.Text); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
