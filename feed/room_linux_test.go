package feed

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"crisisdesk/model"
)

// What reads documents of a folder that is followed is nicer than what applies
// them; what reads a folder once is not.
func TestReadersStepBack(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte("A shell fell in the night."), 0o600); err != nil {
		t.Fatal(err)
	}
	niceness := func() int {
		left, err := unix.Getpriority(unix.PRIO_PROCESS, 0)
		if err != nil {
			t.Error(err)
		}
		return 20 - left
	}
	ours, reading, applying := niceness(), 0, 0
	opts := Options{Dir: dir, Extract: func(_ context.Context, d *model.Document, _ string) (model.Facts, error) {
		reading = niceness()
		return model.Facts{Document: d}, nil
	}}

	if _, err := ReadAll(t.Context(), opts); err != nil {
		t.Fatal(err)
	}
	if reading != ours {
		t.Errorf("read once at %d, want that of the process, %d", reading, ours)
	}

	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	err := Run(ctx, opts, func(updates []model.Update, _ model.Progress) {
		if len(updates) > 0 {
			applying = niceness()
			cancel()
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := min(19, ours+readersNicer); reading != want || applying != ours {
		t.Errorf("read at %d and applied at %d, want %d and %d", reading, applying, want, ours)
	}
}
