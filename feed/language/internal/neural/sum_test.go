package neural

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestSumsOfPartsAreTheSumOfAll adds features in three parts and all at once, and
// one by one in plain numbers.
func TestSumsOfPartsAreTheSumOfAll(t *testing.T) {
	const hidden, inputs, limit = 2 * Block, 70, 1.27
	rapid.Check(t, func(t *rapid.T) {
		steps := rapid.SliceOfN(rapid.IntRange(-127, 127), hidden, hidden).Draw(t, "steps")
		rows := make([]float32, inputs*hidden)
		for f := range inputs {
			for i := range hidden {
				if f%3 != 0 { // a third of the features weighs nothing
					rows[f*hidden+i] = float32(steps[(f+i)%hidden]) * limit / 127
				}
			}
		}
		n := New(hidden, rows, make([]float32, hidden), nil, nil, limit)
		var parts [3][]uint64
		var all []int32
		for i := range parts {
			parts[i] = make([]uint64, n.SumWords())
			features := rapid.SliceOfN(rapid.Int32Range(0, inputs-1), 0, MaxFeatures/len(parts)).Draw(t, "features")
			all = append(all, features...)
			n.Add(parts[i], features)
		}
		total, once := make([]uint64, n.SumWords()), make([]uint64, n.SumWords())
		Total(total, parts[0], parts[1], parts[2])
		n.Add(once, slices.Clone(all))
		got, want := make([]float32, hidden), make([]float32, hidden)
		n.Activate(total, got)
		n.Activate(once, want)
		for i := range hidden {
			var plain float32
			for _, f := range all {
				plain += rows[int(f)*hidden+i]
			}
			if d := got[i] - max(0, plain); got[i] != want[i] || d > 1e-3 || d < -1e-3 {
				t.Fatalf("unit %d: %v in parts, %v at once, want %v", i, got[i], want[i], max(0, plain))
			}
		}
	})
}
