package endtoend

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"crisisdesk/feed"
	"crisisdesk/feed/document"
	"crisisdesk/feed/extract"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
	"crisisdesk/model/archive"
)

// following is a board that a feed keeps up with a folder, as the dashboard has it.
type following struct {
	dir      string
	board    *model.Board
	complete chan struct{} // closed once the folder has been read
	stop     func()
}

// follow starts a feed on dir, with an archive of its own. The time that its
// models take to load is not measured.
func follow(b *testing.B, dir string) *following {
	b.Helper()
	b.StopTimer()
	a, err := archive.Open(filepath.Join(b.TempDir(), "desk"), archive.Options{})
	if err != nil {
		b.Fatal(err)
	}
	f := &following{dir: dir, board: model.NewBoard(nil), complete: make(chan struct{})}
	ctx, cancel := context.WithCancel(b.Context())
	ended := make(chan error, 1)
	lex := lexicon.Default()
	opts := feed.Options{Dir: dir, Desk: lex, Extract: extract.New(lex).Extract, Memory: a.Memory("benchmark")}
	var once sync.Once
	b.StartTimer()
	go func() {
		ended <- feed.Run(ctx, opts, func(updates []model.Update, p model.Progress) {
			if f.board.Apply(updates, p); p.Complete && p.Waiting == 0 {
				once.Do(func() { close(f.complete) })
			}
		})
	}()
	f.stop = func() {
		cancel()
		if err := <-ended; err != nil {
			b.Error(err)
		}
		a.Close()
	}
	return f
}

// has waits until the board holds a file.
func (f *following) has(b *testing.B, name string) {
	b.Helper()
	for version := uint64(0); ; {
		s, err := f.board.Wait(b.Context(), version)
		if err != nil {
			b.Fatal(err)
		}
		if s.Documents.Any(func(d *model.Document) bool { return d.Path == name }) {
			return
		}
		version = s.Version
	}
}

// BenchmarkMovedIn is the time from renaming a file of 3 KB into the folder to
// the Snapshot that has it, on a machine that does nothing else.
//
//	go test -run '^$' -bench MovedIn -benchtime 300x ./ui/endtoend/
func BenchmarkMovedIn(b *testing.B) { benchmarkArrival(b, os.Rename) }

// BenchmarkWritten is the time from the last byte of a file of 3 KB that is
// written into the folder to the Snapshot that has it, likewise; the quiet that
// is waited for, 400 ms, is part of it.
//
//	go test -run '^$' -bench Written -benchtime 300x ./ui/endtoend/
func BenchmarkWritten(b *testing.B) {
	benchmarkArrival(b, func(from, to string) error {
		text, err := os.ReadFile(from)
		if err != nil {
			return err
		}
		return os.WriteFile(to, text, 0o600)
	})
}

// benchmarkArrival brings files into a folder one after another, and measures how
// long each takes to the board.
func benchmarkArrival(b *testing.B, bring func(from, to string) error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	feed.MakeRoom() // as the dashboard does
	away := b.TempDir()
	names := tell(b, away, b.N)
	f := follow(b, b.TempDir())
	defer f.stop()
	<-f.complete
	waits := make([]time.Duration, 0, b.N)
	b.ResetTimer()
	for _, name := range names {
		begun := time.Now()
		if err := bring(filepath.Join(away, name), filepath.Join(f.dir, name)); err != nil {
			b.Fatal(err)
		}
		f.has(b, name)
		waits = append(waits, time.Since(begun))
		time.Sleep(time.Duration(len(waits)*37%130) * time.Millisecond) // in no step with the feed
	}
	b.StopTimer()
	slices.Sort(waits)
	b.ReportMetric(inMilliseconds(waits[len(waits)/2]), "p50-ms")
	b.ReportMetric(inMilliseconds(waits[len(waits)*99/100]), "p99-ms")
}

func inMilliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// BenchmarkThroughput is how many files of 3 KB a second go through extraction
// alone, and through the whole feed: watched, read, extracted, applied and archived.
//
//	go test -run '^$' -bench Throughput -benchtime 2000x ./ui/endtoend/
func BenchmarkThroughput(b *testing.B) {
	b.Run("extract", func(b *testing.B) {
		lex := lexicon.Default()
		x := extract.New(lex)
		read := make([]document.Reading, b.N)
		for n := range read {
			all, err := document.ReadAll(b.Context(), "a.txt", []byte(story(n)), lex)
			if err != nil {
				b.Fatal(err)
			}
			read[n] = all[0]
		}
		var next atomic.Int64
		var workers sync.WaitGroup
		b.ResetTimer()
		for range runtime.GOMAXPROCS(0) {
			workers.Go(func() {
				for n := next.Add(1) - 1; n < int64(b.N); n = next.Add(1) - 1 {
					if _, err := x.Extract(b.Context(), read[n].Document, read[n].Text); err != nil {
						b.Error(err)
					}
				}
			})
		}
		workers.Wait()
		b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "files/s")
	})
	b.Run("feed", func(b *testing.B) {
		dir := b.TempDir()
		tell(b, dir, b.N)
		time.Sleep(time.Second) // the files are at rest
		b.ResetTimer()
		f := follow(b, dir)
		<-f.complete
		b.StopTimer()
		if got := f.board.Snapshot().Documents.Len(); got != b.N {
			b.Errorf("%d documents on the board, want %d", got, b.N)
		}
		b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "files/s")
		f.stop()
	})
}
