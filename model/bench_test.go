package model

import (
	"fmt"
	"testing"
)

// BenchmarkApply is one document coming to a board of so many.
func BenchmarkApply(b *testing.B) {
	for _, n := range []int{2_000, 20_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			g := newGenerator(7, n+b.N)
			board := NewBoard(standing)
			for board.Snapshot().Version <= uint64(n/100) {
				var batch []Update
				for range 100 {
					batch = append(batch, g.next())
				}
				board.Apply(batch, Progress{})
			}
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				u := g.next()
				b.StartTimer()
				board.Apply([]Update{u}, Progress{})
			}
			s := board.Snapshot()
			b.ReportMetric(float64(len(s.Incidents)), "incidents")
		})
	}
}
