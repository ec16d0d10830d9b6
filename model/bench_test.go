package model

import (
	"fmt"
	"testing"
)

// BenchmarkApply is one document coming to a board of so many.
func BenchmarkApply(b *testing.B) {
	for _, n := range []int{2_000, 20_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			const fresh = 200
			g := newGenerator(7, n+fresh)
			board := NewBoard(standing)
			var batch []Update
			for range n {
				batch = append(batch, g.next())
			}
			board.Apply(batch, Progress{})
			var updates []Update
			for range fresh {
				updates = append(updates, g.next())
			}
			b.ReportAllocs()
			i := 0
			for b.Loop() { // the same documents again, as new versions, once all have come
				board.Apply(updates[i%fresh:i%fresh+1], Progress{})
				i++
			}
			b.ReportMetric(float64(board.Snapshot().Incidents.Len()), "incidents")
		})
	}
}
