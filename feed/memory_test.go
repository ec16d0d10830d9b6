package feed_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"crisisdesk/feed"
	"crisisdesk/feed/watch"
	"crisisdesk/model"
	"crisisdesk/model/archive"
)

// process is a program with the desk folder open: what its board shows and how
// many documents it has extracted itself.
type process struct {
	extracted atomic.Int32
	paths     []string
	first     int // documents that the first batch brought
}

// day runs the feed until the folder has been read.
func (p *process) day(t *testing.T, watched, desk string) {
	t.Helper()
	a, err := archive.Open(desk, archive.Options{Warn: func(what string) { t.Error(what) }})
	if err != nil {
		t.Error(err)
		return
	}
	defer a.Close()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	board := map[string]bool{}
	batches := 0
	opts := feed.Options{
		Dir: watched, Watch: watch.Options{Quiet: 20 * time.Millisecond}, Memory: a.Memory("one"),
		Deadline: time.Minute, // no document is slow here, but the machine may be
		Extract: func(_ context.Context, d *model.Document, _ string) (model.Facts, error) {
			p.extracted.Add(1)
			return model.Facts{Document: d}, nil
		},
	}
	err = feed.Run(ctx, opts, func(updates []model.Update, progress model.Progress) {
		for _, u := range updates {
			board[u.Path] = u.Facts != nil
			if u.Removed {
				delete(board, u.Path)
			}
		}
		if batches++; batches == 1 {
			p.first = len(board)
		}
		if progress.Complete && progress.Waiting == 0 {
			time.AfterFunc(100*time.Millisecond, cancel)
		}
	})
	if err != nil {
		t.Error(err)
	}
	p.paths = slices.Sorted(maps.Keys(board))
}

func put(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestWhatWasReadIsNotExtractedAgain(t *testing.T) {
	watched, desk := t.TempDir(), filepath.Join(t.TempDir(), "desk")
	put(t, watched, "kept.txt", "Talks were held in Doha on Friday.")
	put(t, watched, "changed.txt", "The border was shut on Saturday.")
	put(t, watched, "removed.txt", "Guns were heard at Torkham on Sunday.")
	var first, second, third process
	first.day(t, watched, desk)
	if want := []string{"changed.txt", "kept.txt", "removed.txt"}; !slices.Equal(first.paths, want) || first.extracted.Load() != 3 {
		t.Fatalf("first day: %v on the board, %d extracted; want %v and 3", first.paths, first.extracted.Load(), want)
	}

	put(t, watched, "changed.txt", "The border was opened on Monday.")
	if err := os.Remove(filepath.Join(watched, "removed.txt")); err != nil {
		t.Fatal(err)
	}
	second.day(t, watched, desk)
	if want := []string{"changed.txt", "kept.txt"}; !slices.Equal(second.paths, want) || second.extracted.Load() != 1 {
		t.Errorf("second day: %v on the board, %d extracted; want %v and 1", second.paths, second.extracted.Load(), want)
	}
	if second.first == 0 {
		t.Error("the second day began with an empty board")
	}

	third.day(t, watched, desk)
	if third.first == 0 || third.extracted.Load() != 0 {
		t.Errorf("the third day began with %d documents and extracted %d, want some and none", third.first, third.extracted.Load())
	}
}

// Processes that start on one desk folder, one after another or at once, show
// the same; what one extracts no other does.
func TestProcessesShareWhatTheyExtract(t *testing.T) {
	const documents, processes = 200, 5
	watched, desk := t.TempDir(), filepath.Join(t.TempDir(), "desk")
	for n := range documents {
		put(t, watched, fmt.Sprintf("%02d.txt", n), fmt.Sprintf("Document %d tells of a meeting.", n))
	}
	together := func(n int) (extracted int) {
		all := make([]process, n)
		var running sync.WaitGroup
		for i := range all {
			running.Go(func() { all[i].day(t, watched, desk) })
		}
		running.Wait()
		for i := range all {
			extracted += int(all[i].extracted.Load())
			if len(all[i].paths) != len(all[0].paths) {
				t.Errorf("one process shows %d documents, another %d", len(all[0].paths), len(all[i].paths))
			}
		}
		return extracted
	}
	if n := together(2); n != documents {
		t.Errorf("two processes that began together extracted %d documents, want %d", n, documents)
	}
	if n := together(processes); n != 0 {
		t.Errorf("%d processes extracted %d documents that were stored", processes, n)
	}
	put(t, watched, "late.txt", "One more came.")
	if n := together(processes); n != 1 {
		t.Errorf("%d documents were extracted for one that came", n)
	}
	if n := together(processes); n != 0 {
		t.Errorf("%d processes extracted %d documents that were stored", processes, n)
	}
}
