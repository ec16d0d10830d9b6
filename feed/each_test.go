package feed_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"crisisdesk/feed"
	"crisisdesk/feed/watch"
	"crisisdesk/model"
)

// Other options read the folder anew, and go on following it.
func TestRunEachReadsAnew(t *testing.T) {
	dir := t.TempDir()
	put := func(name string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("two words"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	found := make(chan int, 10) // statements of one document after another
	each, ended := make(chan feed.Options, 1), make(chan error, 1)
	ctx, cancel := context.WithCancel(t.Context())
	opts := feed.Options{Dir: dir, Extract: wordy, Watch: watch.Options{Quiet: 20 * time.Millisecond}}
	put("first.txt")
	each <- opts
	go func() {
		ended <- feed.RunEach(ctx, each, func(updates []model.Update, _ model.Progress) {
			for _, u := range updates {
				found <- len(u.Facts.Statements)
			}
		})
	}()
	if n := <-found; n != 2 {
		t.Errorf("the first options find %d statements, want 2", n)
	}
	opts.Extract = func(_ context.Context, d *model.Document, _ string) (model.Facts, error) {
		return model.Facts{Document: d, Statements: make([]model.Statement, 7)}, nil
	}
	each <- opts
	if n := <-found; n != 7 {
		t.Errorf("other options find %d statements in the same file, want 7", n)
	}
	put("second.txt")
	if n := <-found; n != 7 {
		t.Errorf("other options find %d statements in a new file, want 7", n)
	}
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
