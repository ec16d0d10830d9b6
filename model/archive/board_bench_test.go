package archive

import (
	"cmp"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"crisisdesk/model"
)

// BenchmarkBoard is a warm start with 20,000 documents as far as the board: the
// time to the first Snapshot, the memory that stays in use, and what the process
// holds of the machine's at work and at rest.
func BenchmarkBoard(b *testing.B) {
	a := openLarge(b)
	defer debug.SetGCPercent(debug.SetGCPercent(25)) // as the dashboard does while few files wait
	var before, after runtime.MemStats
	debug.FreeOSMemory() // what the making of the desk took
	runtime.ReadMemStats(&before)
	board := model.NewBoard([]model.Standing{{Topic: "regime-change", Text: "Does Pakistan seek regime change in Kabul?"}})
	var first time.Duration
	for b.Loop() {
		start := time.Now()
		first = 0
		for batch, err := range a.All(b.Context(), version) {
			if err != nil {
				b.Fatal(err)
			}
			updates := make([]model.Update, len(batch))
			for i, f := range batch {
				updates[i] = model.Update{Path: f.Document.Path, Facts: f}
			}
			board.Apply(updates, model.Progress{})
			first = cmp.Or(first, time.Since(start))
		}
	}
	b.ReportMetric(first.Seconds()*1000, "first-Snapshot-ms")
	b.ReportMetric(resident(b), "working-MB")
	debug.FreeOSMemory()
	b.ReportMetric(resident(b), "resting-MB")
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/20_000, "live-B/doc")
	b.ReportMetric(float64(board.Snapshot().Incidents.Len()), "incidents")
	runtime.KeepAlive(board)
}

// resident is the resident set of this process in MB, 0 where the system does not say.
func resident(b *testing.B) float64 {
	b.Helper()
	status, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kb, _ := strconv.Atoi(strings.Fields(rest)[0])
			return float64(kb) / 1024
		}
	}
	return 0
}
