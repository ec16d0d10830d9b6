package feed

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"crisisdesk/model"
)

// What reads documents of a folder that is followed is nicer than what applies
// them. What reads a folder once is not, nor what reads again what was late.
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
	ours := niceness()
	var readings []int
	opts := Options{Dir: dir, Deadline: time.Minute, Extract: func(_ context.Context, d *model.Document, _ string) (model.Facts, error) {
		readings = append(readings, niceness())
		if len(readings) == 2 {
			return model.Facts{}, context.DeadlineExceeded
		}
		return model.Facts{Document: d}, nil
	}}
	if _, err := ReadAll(t.Context(), opts); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	err := Run(ctx, opts, func(updates []model.Update, _ model.Progress) {
		if got := niceness(); got != ours {
			t.Errorf("applied at %d, want %d", got, ours)
		}
		if len(updates) > 0 && updates[0].Facts != nil {
			cancel()
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := []int{ours, min(19, ours+readersNicer), ours}; !slices.Equal(readings, want) {
		t.Errorf("read once, followed and again at %v, want %v", readings, want)
	}
}
