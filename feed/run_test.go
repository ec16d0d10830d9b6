package feed_test

import (
	"context"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"crisisdesk/feed"
	"crisisdesk/feed/watch"
	"crisisdesk/model"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// wordy takes the number of words for the facts of a document. A document that
// says "panic" or "wait" makes it misbehave.
func wordy(ctx context.Context, d *model.Document, text string) (model.Facts, error) {
	switch {
	case strings.Contains(text, "panic"):
		panic("no sense in it")
	case strings.Contains(text, "wait"):
		<-ctx.Done()
		return model.Facts{}, ctx.Err()
	}
	return model.Facts{Document: d, Statements: make([]model.Statement, len(strings.Fields(text)))}, nil
}

// desk is a running feed and what its updates have brought: a line for each path.
type desk struct {
	t    *testing.T
	dir  string
	mu   sync.Mutex
	rows map[string]string
	last model.Progress
	bad  map[string]model.Problem
}

func run(t *testing.T) *desk {
	d := newDesk(t)
	d.follow(feed.Options{Extract: wordy, Deadline: time.Second}) // so long that no good document misses it three times
	return d
}

func newDesk(t *testing.T) *desk {
	return &desk{t: t, dir: t.TempDir(), rows: map[string]string{}, bad: map[string]model.Problem{}}
}

// follow runs a feed on the desk's folder until the test ends.
func (d *desk) follow(opts feed.Options) {
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error)
	opts.Dir, opts.Watch = d.dir, watch.Options{Quiet: 60 * time.Millisecond}
	go func() { ended <- feed.Run(ctx, opts, d.apply) }()
	d.t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			d.t.Error(err)
		}
	})
}

func (d *desk) apply(updates []model.Update, p model.Progress) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.last = p
	for _, u := range updates {
		switch {
		case u.Removed:
			delete(d.rows, u.Path)
		default:
			d.rows[u.Path] = row(u)
			if u.Problem != nil {
				d.bad[u.Path] = *u.Problem
			}
		}
	}
}

func row(u model.Update) string {
	if u.Problem != nil {
		return u.Path + ": " + u.Problem.Reason
	}
	return u.Path + ": " + strings.Repeat("x", len(u.Facts.Statements))
}

// shows waits until the desk shows exactly these rows and nothing waits.
func (d *desk) shows(want ...string) {
	d.t.Helper()
	d.settles(func(rows map[string]string) []string { return slices.Collect(maps.Values(rows)) }, want)
}

// settles waits until a view of the rows is as wanted, in any order, and nothing waits.
func (d *desk) settles(view func(map[string]string) []string, want []string) {
	d.t.Helper()
	var got []string
	for range 6000 {
		d.mu.Lock()
		got = view(d.rows)
		waiting := d.last.Waiting
		d.mu.Unlock()
		slices.Sort(got)
		slices.Sort(want)
		if waiting == 0 && slices.Equal(got, want) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	d.t.Fatalf("the desk does not follow (-want +got):\n%s", cmp.Diff(want, got))
}

// row is what the desk shows of a path, "" where it shows nothing.
func (d *desk) row(path string) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.rows[path]
}

// waiting is how many files wait, as was told last.
func (d *desk) waiting() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.last.Waiting
}

// problem is the last that was told of a path.
func (d *desk) problem(path string) model.Problem {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.bad[path]
}

func (d *desk) write(name, text string) {
	d.t.Helper()
	path := filepath.Join(d.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

func TestRunFollowsTheFolder(t *testing.T) {
	d := run(t)
	at := func(name string) string { return filepath.Join(d.dir, name) }

	d.write("a.txt", "one two")
	d.write("sub/b.md", "one two three")
	d.shows("a.txt: xx", "sub/b.md: xxx")

	d.write("a.txt", "one two three four") // a changed file replaces its facts
	d.shows("a.txt: xxxx", "sub/b.md: xxx")

	d.must(os.Rename(at("a.txt"), at("c.txt"))) // a renamed one keeps them under its new name
	d.shows("c.txt: xxxx", "sub/b.md: xxx")

	d.must(os.RemoveAll(at("sub"))) // a removed one withdraws them
	d.shows("c.txt: xxxx")

	d.write("c.txt", "") // a problem withdraws them, too
	d.shows("c.txt: an empty file")

	d.write("c.txt", "one")
	d.shows("c.txt: x")
}

func TestRunTellsWhyAFileIsNotRead(t *testing.T) {
	d := run(t)
	noise := make([]byte, 4096)
	rand.NewChaCha8([32]byte{}).Read(noise)
	d.write("good.txt", "one")
	d.write("noise.txt", string(noise))
	d.write("empty.txt", "")
	d.write("table.xlsx", "PK")
	d.write("slow.txt", "wait")
	d.write("bad.txt", "panic")
	d.write("large.txt", "x")
	d.must(os.Truncate(filepath.Join(d.dir, "large.txt"), 50<<20))
	d.must(os.Symlink("good.txt", filepath.Join(d.dir, "link.txt")))
	rows := []string{
		"good.txt: x",
		"noise.txt: not text: it contains NUL bytes",
		"empty.txt: an empty file",
		"table.xlsx: not read: .xlsx is not a format this version reads",
		"slow.txt: not read: it takes longer than 1s",
		"bad.txt: not read: the reader failed on it: no sense in it",
		"large.txt: too large: 50.0 MiB, the limit is 8 MiB",
		"link.txt: not read: a link; only files that lie in the folder are read",
	}
	if os.Geteuid() != 0 { // the superuser may read everything
		d.write("closed.txt", "one")
		d.must(os.Chmod(filepath.Join(d.dir, "closed.txt"), 0))
		rows = append(rows, "closed.txt: no permission to read it")
	}
	d.shows(rows...)
}

// TestRunEndsWhereTheFolderDoes does things to the folder at random; when it
// rests, the desk must show what reading it once shows.
func TestRunEndsWhereTheFolderDoes(t *testing.T) {
	d := run(t)
	r := rand.New(rand.NewPCG(1, 2))
	name := func() string { return []string{"a", "b", "sub/c", "sub/d", "sub/deep/e"}[r.IntN(5)] + ".txt" }
	for range 400 {
		at := filepath.Join(d.dir, name())
		switch r.IntN(6) {
		case 0, 1, 2:
			d.write(name(), strings.Repeat("word ", r.IntN(9)))
		case 3:
			os.Remove(at)
		case 4:
			os.Rename(at, filepath.Join(d.dir, name()))
		case 5:
			if r.IntN(20) == 0 {
				os.RemoveAll(filepath.Join(d.dir, "sub"))
			}
			time.Sleep(time.Duration(r.IntN(15)) * time.Millisecond)
		}
	}
	updates, err := feed.ReadAll(context.Background(), feed.Options{Dir: d.dir, Extract: wordy})
	d.must(err)
	var want []string
	for _, u := range updates {
		want = append(want, row(u))
	}
	d.shows(want...)
}

func TestReadAllIsSortedAndComplete(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"b.txt": "one", "a.md": "one two", "c.bin": "x", "d.txt": ""} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	updates, err := feed.ReadAll(context.Background(), feed.Options{Dir: dir, Extract: wordy})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, u := range updates {
		got = append(got, row(u))
	}
	want := []string{"a.md: xx", "b.txt: x", "c.bin: not read: .bin is not a format this version reads", "d.txt: an empty file"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestReadAllEnds(t *testing.T) {
	if _, err := feed.ReadAll(context.Background(), feed.Options{Dir: filepath.Join(t.TempDir(), "none"), Extract: wordy}); err == nil {
		t.Error("a folder that is not there is read")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := feed.ReadAll(ctx, feed.Options{Dir: t.TempDir(), Extract: wordy}); err == nil {
		t.Error("a context that ended is no error")
	}
}

// A file that could not be read is tried again when it is touched, though its
// bytes are the same: what kept it from being read may be gone.
func TestRunTriesAgainWhatItCouldNotRead(t *testing.T) {
	d := run(t)
	d.write("bad.txt", "panic")
	d.shows("bad.txt: not read: the reader failed on it: no sense in it")
	d.write("bad.txt", "panic")
	for d.problem("bad.txt").Times < 2 {
		time.Sleep(10 * time.Millisecond)
	}
}

// Readers that do not end are given up, and only so many of them: the good
// documents among them are still read.
func TestRunBoundsReadersThatGoOn(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a", "b", "c", "d", "e", "f"} {
		if err := os.WriteFile(filepath.Join(dir, name+".txt"), []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var running, most atomic.Int32
	end := make(chan struct{})
	opts := feed.Options{Dir: dir, Workers: 1, Deadline: 300 * time.Millisecond}
	opts.Extract = func(ctx context.Context, d *model.Document, text string) (model.Facts, error) {
		most.Store(max(most.Load(), running.Add(1)))
		defer running.Add(-1)
		switch text {
		case "b":
			<-end // whatever the context says
		case "d":
			<-ctx.Done()
			time.Sleep(50 * time.Millisecond)
		}
		return model.Facts{Document: d}, ctx.Err()
	}
	updates, err := feed.ReadAll(context.Background(), opts)
	close(end)
	if err != nil {
		t.Fatal(err)
	}
	var late []string
	for _, u := range updates {
		if u.Problem != nil {
			late = append(late, u.Path+": "+u.Problem.Reason)
		}
	}
	want := []string{"b.txt: not read: it takes longer than 300ms", "d.txt: not read: it takes longer than 300ms"}
	if diff := cmp.Diff(want, late); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if most.Load() > 2 {
		t.Errorf("%d readers at once for one worker", most.Load())
	}
}

// A file that cannot be found when it is to be read is looked for until the
// watcher tells of its end: the folder itself may have been away.
func TestRunLooksAgainForWhatItDoesNotFind(t *testing.T) {
	d := newDesk(t)
	folder := d.dir
	d.write("a.txt", "one")
	d.write("b.txt", "one two")
	d.dir = filepath.Join(t.TempDir(), "link")
	d.must(os.Symlink(folder, d.dir))
	var away sync.Once
	back := make(chan error)
	d.follow(feed.Options{Workers: 1, Deadline: time.Minute, Extract: func(ctx context.Context, doc *model.Document, text string) (model.Facts, error) {
		away.Do(func() {
			os.Remove(d.dir)
			time.AfterFunc(300*time.Millisecond, func() { back <- os.Symlink(folder, d.dir) })
		})
		return wordy(ctx, doc, text)
	}})
	d.must(<-back)
	d.shows("a.txt: x", "b.txt: xx")
}
