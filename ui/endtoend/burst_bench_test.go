//go:build linux

package endtoend

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

var (
	burst = flag.Int("burst", 10_000, "how many files BenchmarkBurst puts into the folder at once")
	rest  = flag.Duration("rest", time.Minute, "how long BenchmarkIdle looks on")
)

// BenchmarkBurst puts files of 3 KB into the folder of a running dashboard, moved
// in or each written in two chunks, and presses keys until all are on the board.
// Its figures: how long a key waits for its screen meanwhile, and the most memory
// that was resident beside what is when all is over. Run it at the usual priority:
// where it goes before the kernel's threads, they are late with the bytes that they
// carry between terminal and program.
//
//	go test -run '^$' -bench Burst -benchtime 1x -timeout 60m ./ui/endtoend/
func BenchmarkBurst(b *testing.B) {
	for name, put := range map[string]func(testing.TB, string, string){"moved": moveIn, "written": writeInChunks} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				away, dir := b.TempDir(), b.TempDir()
				tell(b, away, *burst)
				term := start(b, 120, 40, "--dir", dir, "--desk", filepath.Join(b.TempDir(), "desk"))
				term.shows("0 documents")
				begun := time.Now()
				var putting sync.WaitGroup
				putting.Go(func() { put(b, away, dir) })
				waits := pressUntil(term, fmt.Sprintf("%d documents", *burst))
				took := time.Since(begun)
				putting.Wait()
				time.Sleep(10 * time.Second) // the end state
				rss, peak := term.memory("VmRSS"), term.memory("VmHWM")
				quit(b, term)
				slices.Sort(waits)
				b.ReportMetric(float64(*burst)/took.Seconds(), "files/s")
				b.ReportMetric(inMilliseconds(waits[len(waits)/2]), "key-p50-ms")
				b.ReportMetric(inMilliseconds(waits[len(waits)*99/100]), "key-p99-ms")
				b.ReportMetric(float64(rss)/(1<<10), "MiB")
				b.ReportMetric(float64(peak)/float64(rss), "peak/end")
			}
		})
	}
}

func moveIn(b testing.TB, away, dir string) {
	for _, e := range entries(b, away) {
		if err := os.Rename(filepath.Join(away, e), filepath.Join(dir, e)); err != nil {
			b.Error(err)
		}
	}
}

// writeInChunks writes each file in two chunks, the second after all the first.
func writeInChunks(b testing.TB, away, dir string) {
	chunk := func(name string, from, to int) {
		raw, err := os.ReadFile(filepath.Join(away, name))
		if err != nil {
			b.Error(err)
			return
		}
		f, err := os.OpenFile(filepath.Join(dir, name), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
		if err != nil {
			b.Error(err)
			return
		}
		defer f.Close()
		if _, err := f.Write(raw[from:to]); err != nil {
			b.Error(err)
		}
	}
	names := entries(b, away)
	for _, name := range names {
		chunk(name, 0, storySize/2)
	}
	for _, name := range names {
		chunk(name, storySize/2, storySize)
	}
}

func entries(b testing.TB, dir string) []string {
	all, err := os.ReadDir(dir)
	if err != nil {
		b.Error(err)
	}
	names := make([]string, len(all))
	for i, e := range all {
		names[i] = e.Name()
	}
	return names
}

// pressUntil opens the help and leaves it, over and over, until the screen
// shows words and that nothing waits; it returns how long after each key its screen
// came.
func pressUntil(term *terminal, words string) (waits []time.Duration) {
	const helpTitle, helped = "Keys of the panes", "?"
	busy := time.Now() // when something waited last
	for {
		for _, opens := range []bool{true, false} {
			key := helped
			if !opens {
				key = "\x7f"
			}
			pressed := time.Now()
			term.press(key)
			waits = append(waits, term.after(helpTitle, opens).Sub(pressed))
			time.Sleep(time.Duration(37+len(waits)*53%200) * time.Millisecond) // in no step with the frames
		}
		switch s := term.text(); {
		case strings.Contains(s, "waiting"):
			busy = time.Now()
		case strings.Contains(s, words):
			return waits
		case time.Since(busy) > patience:
			term.t.Fatalf("nothing waits, and never came: %s; the screen:\n%s", words, s)
		}
	}
}

// memory is a figure of the program's memory in KiB: "VmRSS" what is resident,
// "VmHWM" the most that was.
func (term *terminal) memory(figure string) int {
	term.t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", term.process.Pid))
	if err != nil {
		term.t.Fatal(err)
	}
	for line := range strings.Lines(string(status)) {
		if f := strings.Fields(line); f[0] == figure+":" {
			n, err := strconv.Atoi(f[1])
			if err != nil {
				term.t.Fatal(err)
			}
			return n
		}
	}
	term.t.Fatalf("the system tells no %s", figure)
	return 0
}

// BenchmarkIdle is what a dashboard takes of a core while nothing happens in a
// folder of 20,000 files, all of them on its board.
//
//	go test -run '^$' -bench Idle -benchtime 1x -timeout 60m ./ui/endtoend/
func BenchmarkIdle(b *testing.B) {
	const files = 20_000
	for b.Loop() {
		dir := b.TempDir()
		tell(b, dir, files)
		term := start(b, 120, 40, "--dir", dir, "--desk", filepath.Join(b.TempDir(), "desk"))
		for !strings.Contains(term.text(), fmt.Sprintf("%d documents", files)) || strings.Contains(term.text(), "waiting") {
			time.Sleep(time.Second)
		}
		time.Sleep(90 * time.Second) // until the feed takes it for rest, too
		from, at := term.processorTime(), time.Now()
		time.Sleep(*rest)
		took := term.processorTime() - from
		b.ReportMetric(100*took.Seconds()/time.Since(at).Seconds(), "%core")
		b.ReportMetric(float64(term.memory("VmRSS"))/(1<<10), "MiB")
		quit(b, term)
	}
}

// processorTime is what the program has taken so far, of all its threads that live.
func (term *terminal) processorTime() (sum time.Duration) {
	term.t.Helper()
	threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", term.process.Pid))
	if err != nil || len(threads) == 0 {
		term.t.Skip("the system does not tell what a process takes")
	}
	for _, file := range threads {
		stat, err := os.ReadFile(file)
		if err != nil {
			continue // a thread that has ended
		}
		ran, _, _ := strings.Cut(string(stat), " ")
		ns, err := strconv.ParseInt(ran, 10, 64)
		if err != nil {
			term.t.Fatal(err)
		}
		sum += time.Duration(ns)
	}
	return sum
}
