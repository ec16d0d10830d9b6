//go:build unix

package feed_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"crisisdesk/feed"
	"crisisdesk/feed/document"
	"crisisdesk/model"
)

// What is no file is told of and never waited for; a name is bytes.
func TestRunIsNotFooledByNames(t *testing.T) {
	d := run(t)
	d.must(syscall.Mkfifo(filepath.Join(d.dir, "pipe.txt"), 0o600))
	d.must(os.Symlink("/etc/passwd", filepath.Join(d.dir, "out.txt")))
	d.must(os.Symlink("/etc", filepath.Join(d.dir, "etc")))
	rows := []string{
		"pipe.txt: not read: a named pipe",
		"out.txt: not read: a link; only files that lie in the folder are read",
		"etc: not read: a link; only files that lie in the folder are read",
		"a\nb.txt: x", "\xff\xfe.txt: xx", "\x1b[2J.txt: xxx", "-rf.txt: xxxx",
	}
	if syscall.Mknod(filepath.Join(d.dir, "null.txt"), syscall.S_IFCHR|0o600, 1<<8|3) == nil { // the superuser may
		rows = append(rows, "null.txt: not read: a device or other special file")
	}
	d.write("a\nb.txt", "one")
	d.write("\xff\xfe.txt", "one two")
	d.write("\x1b[2J.txt", "one two three")
	d.write("-rf.txt", "one two three four")
	d.shows(rows...)
}

// A file that changes faster than it can be read is on the board as it was
// left, once it rests.
func TestRunFollowsAFileThatNeverRests(t *testing.T) {
	d := run(t)
	for i := range 300 {
		d.write("a.txt", strings.Repeat("word ", i%7))
		time.Sleep(time.Millisecond)
	}
	d.write("a.txt", "the end")
	d.shows("a.txt: xx")
}

// Bombs cost what they are allowed to and no more, all at once.
func TestBombsCostBoundedMemory(t *testing.T) {
	dir := t.TempDir()
	var bomb bytes.Buffer
	z := gzip.NewWriter(&bomb)
	for range 256 {
		z.Write(make([]byte, 1<<20))
	}
	z.Close()
	for i := range 8 {
		for _, name := range []string{"%d.txt.gz", "%d.html.gz", "%d.xml.gz", "%d.eml.gz"} {
			if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf(name, i)), bomb.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	runtime.GC()
	var before runtime.MemStats
	runtime.ReadMemStats(&before)
	var most uint64
	ctx, cancel := context.WithCancel(context.Background())
	var meter sync.WaitGroup
	meter.Go(func() {
		for ctx.Err() == nil {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
			time.Sleep(time.Millisecond)
		}
	})
	updates, err := feed.ReadAll(ctx, feed.Options{Dir: dir, Extract: wordy, Workers: 2, Deadline: time.Minute})
	cancel()
	meter.Wait()
	if err != nil || len(updates) != 32 {
		t.Fatalf("%d updates (%v), want 32", len(updates), err)
	}
	for _, u := range updates {
		if u.Problem == nil || !strings.Contains(u.Problem.Reason, "too large") {
			t.Errorf("%s: %+v, want it too large", u.Path, u.Problem)
		}
	}
	if grown := int64(most) - int64(before.HeapAlloc); grown > 256<<20 {
		t.Errorf("32 bombs of 256 MiB took %d MiB", grown>>20)
	}
}

var burst = flag.Int("burst", 400, "how many files TestBurst moves and writes into the folder at once; its target is 10000")

// TestBurst moves half of the files in, and writes the others in two chunks, the
// second of each after the first of all: each is on the board as it lies in the
// folder, and those that were moved in are told of once.
//
//	go test ./feed/ -run Burst -burst 10000 -v
func TestBurst(t *testing.T) {
	away, dir := t.TempDir(), t.TempDir()
	text := strings.Repeat("The crossing stayed shut. ", 3000/26)
	want, moved, chunks := map[string]string{}, []string{}, map[string]string{}
	for i := range *burst / 2 {
		name, content := fmt.Sprintf("m%d.txt", i), fmt.Sprint(i, text)
		write(t, filepath.Join(away, name), content, os.O_CREATE)
		moved, want[name] = append(moved, name), document.Sum([]byte(content))
		name, content = fmt.Sprintf("w%d.txt", i), fmt.Sprint("as", i, text)
		chunks[name], want[name] = content, document.Sum([]byte(content))
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	told, board := map[string]int{}, model.NewBoard(nil)
	var ended sync.WaitGroup
	ended.Go(func() {
		err := feed.Run(ctx, feed.Options{Dir: dir, Extract: wordless, Deadline: time.Minute}, func(updates []model.Update, p model.Progress) {
			for _, u := range updates {
				told[u.Path]++
			}
			board.Apply(updates, p)
		})
		if err != nil {
			t.Error(err)
		}
	})
	begun := time.Now()
	for _, name := range moved {
		if err := os.Rename(filepath.Join(away, name), filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	for name, content := range chunks {
		write(t, filepath.Join(dir, name), content[:len(content)/2], os.O_CREATE)
	}
	for name, content := range chunks {
		write(t, filepath.Join(dir, name), content[len(content)/2:], os.O_APPEND)
	}
	got := shownBy(board, want, 5*time.Minute)
	took := time.Since(begun).Round(time.Millisecond)
	cancel()
	ended.Wait()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the board is not the folder (-want +got):\n%s\nproblems: %v", diff, board.Snapshot().Problems)
	}
	for _, name := range moved {
		if told[name] != 1 {
			t.Errorf("%s was told of %d times", name, told[name])
		}
	}
	t.Logf("%d files in %v", *burst, took)
}

// shownBy is the sum of each document of a board by its path, once nothing waits
// and they are as wanted, or there is no more patience. Patience is of so many
// looks: while the machine stands still, none is lost.
func shownBy(board *model.Board, want map[string]string, patience time.Duration) map[string]string {
	const each = 10 * time.Millisecond
	for looks := patience / each; ; looks-- {
		s, got := board.Snapshot(), map[string]string{}
		if s.Progress.Waiting == 0 || looks <= 0 {
			for d := range s.Documents.All() {
				got[d.Path] = d.SHA256
			}
			if s.Documents.Len() == len(got) && maps.Equal(got, want) || looks <= 0 {
				return got
			}
		}
		time.Sleep(each)
	}
}

// write puts text at the end of a file, which how may make.
func write(t *testing.T, path, text string, how int) {
	t.Helper()
	f, err := os.OpenFile(path, how|os.O_WRONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.WriteString(text); err != nil {
		t.Fatal(err)
	}
}

// wordless finds nothing in a document.
func wordless(_ context.Context, d *model.Document, _ string) (model.Facts, error) {
	return model.Facts{Document: d}, nil
}
