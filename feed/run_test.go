package feed_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
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
}

func run(t *testing.T) *desk {
	d := &desk{t: t, dir: t.TempDir(), rows: map[string]string{}}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error)
	opts := feed.Options{
		Dir: d.dir, Extract: wordy, Deadline: 50 * time.Millisecond,
		Watch: watch.Options{Quiet: 60 * time.Millisecond},
	}
	go func() { ended <- feed.Run(ctx, opts, d.apply) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return d
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
	var got []string
	for range 500 {
		got = nil
		d.mu.Lock()
		for _, r := range d.rows {
			got = append(got, r)
		}
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
