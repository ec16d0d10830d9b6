package watch

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

var many = flag.Int("many", 2000, "how many files TestManyFilesInOneFolder lays into a folder; its target is 200000")

// TestManyFilesInOneFolder reports each file of a full folder, and each once.
//
//	go test ./feed/watch/ -run Many -many 200000
func TestManyFilesInOneFolder(t *testing.T) {
	f := watched(t, quick)
	for i := range *many {
		if err := os.WriteFile(filepath.Join(f.dir, fmt.Sprintf("%06d.txt", i)), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	seen := map[string]int{}
	for range *many {
		c := <-f.w.Changes()
		seen[c.Path]++
	}
	if len(seen) != *many {
		t.Errorf("%d files were reported, want %d", len(seen), *many)
	}
	f.expect() // nothing more
}

// Where the system has no watches left, the folder is polled and the mode says why.
func TestModeWithoutWatches(t *testing.T) {
	for err, want := range map[error]string{
		syscall.ENOSPC: "polling every 50ms: the system's limit of watched folders is reached",
		syscall.EMFILE: "polling every 50ms: the system's limit of watchers is reached",
	} {
		dir := t.TempDir()
		root, failed := os.Stat(dir)
		if failed != nil {
			t.Fatal(failed)
		}
		w := &Watcher{dir: dir, opts: scanning, root: root, signals: &signals{why: whyNot(err)}, settler: newSettler(scanning)}
		w.publish()
		if w.Mode() != want {
			t.Errorf("mode %q, want %q", w.Mode(), want)
		}
	}
}

// Where events were lost, a scan finds what they would have told, and the mode says so.
func TestLostEventsBringAScan(t *testing.T) {
	dir := t.TempDir()
	errs := make(chan error)
	w := &Watcher{dir: dir, opts: quick.withDefaults(), changes: make(chan Change), settler: newSettler(quick)}
	w.signals = &signals{}
	w.scan(time.Now())
	w.signals.events, w.signals.errors = nil, errs
	w.scanAt, w.tickAt = time.Now().Add(time.Hour), time.Now().Add(time.Hour)
	w.publish()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go w.follow(ctx)
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte("one"), 0o600); err != nil {
		t.Fatal(err)
	}
	errs <- fsnotify.ErrEventOverflow
	if c := <-w.Changes(); say(c) != "changed a.txt" {
		t.Errorf("got %q", say(c))
	}
	if want := "rescanned: " + w.signals.name() + " lost events"; w.Mode() != want {
		t.Errorf("mode %q, want %q", w.Mode(), want)
	}
	cancel()
	for range w.Changes() {
	}
}
