package feed_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"crisisdesk/feed"
	"crisisdesk/model"
)

// busyAt first reads documents in time at a later attempt: so many stand in
// the document itself.
type busyAt struct {
	mu       sync.Mutex
	attempts map[string]int
}

func (b *busyAt) extract(ctx context.Context, d *model.Document, text string) (model.Facts, error) {
	b.mu.Lock()
	b.attempts[d.Path]++
	missed := b.attempts[d.Path] <= strings.Count(text, "late")
	b.mu.Unlock()
	if missed {
		<-ctx.Done()
		return model.Facts{}, ctx.Err()
	}
	return model.Facts{Document: d, Statements: make([]model.Statement, 1)}, nil
}

// A document that misses its deadline on a busy machine is tried again once
// nothing else waits: twice, and no more until its file changes.
func TestRunTriesAgainWhatWasLate(t *testing.T) {
	d, busy := newDesk(t), &busyAt{attempts: map[string]int{}}
	d.write("once.txt", "late")
	d.write("twice.txt", "late late")
	d.write("ever.txt", "late late late late late late late")
	d.write("never.txt", "in time")
	d.follow(feed.Options{Extract: busy.extract, Deadline: 300 * time.Millisecond})
	const given = "ever.txt: not read: it takes longer than 300ms"
	d.shows("never.txt: x", "once.txt: x", "twice.txt: x", given)
	for d.problem("ever.txt").Times < 3 {
		time.Sleep(time.Millisecond)
	}
	d.write("more.txt", "in time")
	d.shows("more.txt: x", "never.txt: x", "once.txt: x", "twice.txt: x", given)
	if n := d.problem("ever.txt").Times; n != 3 {
		t.Errorf("a document that is always late was tried %d times, want 3", n)
	}
	d.write("ever.txt", "in time")
	d.shows("ever.txt: x", "more.txt: x", "never.txt: x", "once.txt: x", "twice.txt: x")
}

func TestReadAllTriesAgainWhatWasLate(t *testing.T) {
	dir, busy := t.TempDir(), &busyAt{attempts: map[string]int{}}
	for name, text := range map[string]string{"once.txt": "late", "ever.txt": "late late late late", "never.txt": "in time"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	updates, err := feed.ReadAll(t.Context(), feed.Options{Dir: dir, Workers: 2, Extract: busy.extract, Deadline: 300 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, u := range updates {
		got = append(got, row(u))
	}
	want := []string{"ever.txt: not read: it takes longer than 300ms", "never.txt: x", "once.txt: x"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
