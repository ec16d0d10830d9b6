//go:build unix

package session

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"crisisdesk/feed"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
	"crisisdesk/model/archive"
)

// manyReports fills a folder with n reports: those written for training, over
// and over, each time as another edition of another day.
func manyReports(b *testing.B, n int) (dir string) {
	b.Helper()
	written, err := filepath.Glob("../extract/testdata/written/docs/*")
	if err != nil || len(written) == 0 {
		b.Fatal("there are no reports: ", err)
	}
	dir = b.TempDir()
	for i := range n {
		text, err := os.ReadFile(written[i%len(written)])
		if err != nil {
			b.Fatal(err)
		}
		text = fmt.Appendf(text, "\n\nThis is edition %d of the report. %d readers have written to us about the one before.\n", i, 10+i%90)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%05d.txt", i)), text, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	return dir
}

// BenchmarkReload changes the words of a session that has read 2,000 reports,
// until all that the change touches has been read again.
func BenchmarkReload(b *testing.B) {
	dir := manyReports(b, 2_000)
	for name, words := range map[string]string{
		"an actor that few mention": "[[actor]]\nid = \"x%d\"\nname = \"Quetta Shura\"\nkind = \"armed_group\"\n",
		"a word for events":         "[[event]]\nkind = \"closure\"\npos = \"verb\"\nwords = [\"shutter %d\"]\n",
	} {
		b.Run(name, func(b *testing.B) {
			anew, cpu := 0, 0.0
			ctx, cancel := context.WithCancel(b.Context())
			err := Run(ctx, feed.Options{Dir: dir, Deadline: time.Minute}, lexicon.Source{Crisis: "af-pk"}, archive.Place{Dir: b.TempDir()}, func(ctx context.Context, s *Session) error {
				at := s.Board.Snapshot()
				until := func(reached func(model.Progress) bool) {
					for !reached(at.Progress) {
						var err error
						if at, err = s.Board.Wait(ctx, at.Version); err != nil {
							b.Fatal(err)
						}
					}
				}
				rests := func(p model.Progress) bool { return p.Complete && p.Waiting == 0 }
				until(rests)
				cpu = cpuSeconds(b)
				for i := 0; b.Loop(); i++ {
					was, own := at, b.TempDir()
					if err := os.WriteFile(filepath.Join(own, "own.toml"), fmt.Appendf(nil, words, i), 0o600); err != nil {
						b.Fatal(err)
					}
					next, err := lexicon.Open("af-pk", own)
					if err != nil {
						b.Fatal(err)
					}
					if err := s.Obey(ctx, next); err != nil {
						b.Fatal(err)
					}
					until(func(p model.Progress) bool { return p.Waiting > 0 })
					until(rests)
					for d := range at.Documents.All() {
						if was.Document(d.ID) != d {
							anew++
						}
					}
				}
				cpu = cpuSeconds(b) - cpu
				cancel()
				return nil
			})
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(cpu/float64(b.N), "cpu-s/op") // what the machine does beside it does not count
			b.ReportMetric(float64(anew)/float64(b.N), "read-anew/op")
		})
	}
}

// cpuSeconds is what this process has computed for.
func cpuSeconds(b *testing.B) float64 {
	b.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	seconds := func(t syscall.Timeval) float64 { return float64(t.Nano()) / 1e9 }
	return seconds(used.Utime) + seconds(used.Stime)
}
