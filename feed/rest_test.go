package feed_test

import (
	"math"
	"runtime/debug"
	"testing"
	"testing/synctest"
	"time"

	"crisisdesk/feed"
	"crisisdesk/model"
)

// At rest garbage is collected for its amount alone; what comes in ends the rest.
func TestRestEndsWithWhatComesIn(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(-1))
	collects := func(want int, limited bool) {
		t.Helper()
		percent := debug.SetGCPercent(100)
		debug.SetGCPercent(percent)
		if limit := debug.SetMemoryLimit(-1); percent != want || (limit < math.MaxInt64) != limited {
			t.Errorf("garbage is collected at %d %%, with a limit of %d; want %d %%, limited: %v", percent, limit, want, limited)
		}
	}
	synctest.Test(t, func(t *testing.T) {
		applied := 0
		apply := feed.Resting(50, func([]model.Update, model.Progress) { applied++ })
		apply(nil, model.Progress{Waiting: 1000})
		collects(50, false)
		time.Sleep(59 * time.Second)
		apply(nil, model.Progress{})
		time.Sleep(59 * time.Second)
		collects(25, false)
		time.Sleep(2 * time.Second)
		synctest.Wait()
		collects(-1, true)
		apply(nil, model.Progress{})
		collects(25, false)
		if applied != 3 {
			t.Errorf("%d batches were handed on, want 3", applied)
		}
	})
}
