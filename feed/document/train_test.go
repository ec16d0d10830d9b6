package document

import (
	"bytes"
	"flag"
	"testing"
)

var update = flag.Bool("update", false, "write golden files anew")

// pages are the annotated documents of all but the held-out fold for which want holds.
func pages(t *testing.T, want func(n int) bool) []Annotated {
	var out []Annotated
	for i, e := range examples(t, "corpus/docs", "corpus/gold") {
		if !e.HeldOut() && want(i) {
			out = append(out, Annotated{Text: e.Text, Aside: e.Meta.Aside})
		}
	}
	return out
}

// The weights are those that the corpus gives.
func TestTrainFurniture(t *testing.T) {
	m := TrainFurniture(pages(t, func(int) bool { return true }))
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), furnitureWeights) {
		t.Error("furniture.bin is not what training gives: go run ./feed/trainer furniture")
	}
}

// TestFurnitureAcrossAnnotators trains on the documents of four annotators and
// measures on the fifth's, in turn: how well reading carries over to pages of
// other makers.
func TestFurnitureAcrossAnnotators(t *testing.T) {
	const each = 30 // documents of one annotator, in a row
	all := examples(t, "corpus/docs", "corpus/gold")
	var with, without tally
	for from := 0; from < len(all); from += each {
		m := TrainFurniture(pages(t, func(n int) bool { return n < from || n >= from+each }))
		for _, e := range all[from:min(from+each, len(all))] {
			if e.HeldOut() {
				continue
			}
			p := layOut(e.Text, false)
			without.compare(e, p.passages())
			p.markByModel(m)
			with.compare(e, p.passages())
		}
	}
	t.Logf("rules alone: kept text F1 %.4f; with a model of the other annotators: %.4f", without.f1(), with.f1())
	if with.f1() < 0.98 {
		t.Errorf("kept text F1 %.4f, below 0.98", with.f1())
	}
}
