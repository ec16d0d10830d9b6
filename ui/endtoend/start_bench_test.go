package endtoend

import (
	"flag"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var warm = flag.Int("warm", 20_000, "how many files lie in the folder of BenchmarkWarmStart")

// BenchmarkWarmStart starts a dashboard on a folder that its desk folder knows,
// with all that is in it read by the officer. Its figures are the shortest times
// from the start of the process to the first frame, to the screen of the first
// key, and until an incident shows.
//
//	go test -run '^$' -bench WarmStart -benchtime 20x -timeout 60m ./ui/endtoend/
func BenchmarkWarmStart(b *testing.B) {
	dir, desk := b.TempDir(), filepath.Join(b.TempDir(), "desk")
	tell(b, dir, *warm)
	first := start(b, 120, 40, "--dir", dir, "--desk", desk)
	for !strings.Contains(first.text(), fmt.Sprintf("%d documents", *warm)) || strings.Contains(first.text(), "waiting") {
		time.Sleep(time.Second)
	}
	quit(b, first)
	frame, key, incident := time.Hour, time.Hour, time.Hour
	for b.Loop() {
		begun := time.Now()
		term := start(b, 120, 40, "--dir", dir, "--desk", desk)
		frame = min(frame, term.until("CRISISDESK", begun))
		term.press("?")
		key = min(key, term.until("Keys of the panes", begun))
		term.press("?\x7f")
		incident = min(incident, term.until("air strike", begun))
		quit(b, term)
	}
	for name, took := range map[string]time.Duration{"first-frame-ms": frame, "first-key-ms": key, "first-incident-ms": incident} {
		b.ReportMetric(inMilliseconds(took), name)
	}
}

// until waits until the screen shows words, and says how long after begun.
func (term *terminal) until(words string, begun time.Time) time.Duration {
	for !strings.Contains(term.text(), words) {
		if time.Since(begun) > patience {
			term.t.Fatalf("never saw %s; the screen:\n%s", words, term.text())
		}
		time.Sleep(time.Millisecond)
	}
	return time.Since(begun)
}
