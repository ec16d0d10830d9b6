package feed_test

import (
	"context"
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
)

// notebook is a memory in plain maps.
type notebook struct {
	mu    sync.Mutex
	facts map[string]*model.Facts // by path and sum
	sums  map[string]string       // by path
}

func (n *notebook) known(_ context.Context, path, sum string) *model.Facts {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.facts[path+" "+sum]
}

func (n *notebook) keep(_ context.Context, all []feed.Kept) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, k := range all {
		if k.Facts != nil {
			n.facts[k.Path+" "+k.Sum] = k.Facts
		}
		if n.sums[k.Path] = k.Sum; k.Sum == "" {
			delete(n.sums, k.Path)
		}
	}
}

// day runs the feed until the folder has been read; it returns the paths on
// the board and how many documents were extracted.
func (n *notebook) day(t *testing.T, dir string) (paths []string, extracted int32) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var count atomic.Int32
	board := map[string]bool{}
	for path := range n.sums {
		board[path] = true
	}
	opts := feed.Options{
		Dir: dir, Watch: watch.Options{Quiet: 20 * time.Millisecond},
		Memory: feed.Memory{Held: maps.Clone(n.sums), Known: n.known, Keep: n.keep},
		Extract: func(_ context.Context, d *model.Document, _ string) (model.Facts, error) {
			count.Add(1)
			return model.Facts{Document: d}, nil
		},
	}
	err := feed.Run(ctx, opts, func(updates []model.Update, p model.Progress) {
		for _, u := range updates {
			board[u.Path] = u.Facts != nil
			if u.Removed {
				delete(board, u.Path)
			}
		}
		if p.Complete && p.Waiting == 0 {
			time.AfterFunc(100*time.Millisecond, cancel)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return slices.Sorted(maps.Keys(board)), count.Load()
}

func TestWhatWasReadIsNotExtractedAgain(t *testing.T) {
	dir := t.TempDir()
	put := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("kept.txt", "Talks were held in Doha on Friday.")
	put("changed.txt", "The border was shut on Saturday.")
	put("removed.txt", "Guns were heard at Torkham on Sunday.")
	n := &notebook{facts: map[string]*model.Facts{}, sums: map[string]string{}}

	paths, extracted := n.day(t, dir)
	if want := []string{"changed.txt", "kept.txt", "removed.txt"}; !slices.Equal(paths, want) || extracted != 3 {
		t.Fatalf("first day: %v on the board, %d extracted; want %v and 3", paths, extracted, want)
	}

	put("changed.txt", "The border was opened on Monday.")
	if err := os.Remove(filepath.Join(dir, "removed.txt")); err != nil {
		t.Fatal(err)
	}
	paths, extracted = n.day(t, dir)
	if want := []string{"changed.txt", "kept.txt"}; !slices.Equal(paths, want) || extracted != 1 {
		t.Errorf("second day: %v on the board, %d extracted; want %v and 1", paths, extracted, want)
	}
	if _, ok := n.sums["removed.txt"]; ok {
		t.Error("the memory still has a file that is gone")
	}

	clear(n.sums) // another process read the same files: the board holds none of them
	paths, extracted = n.day(t, dir)
	if want := []string{"changed.txt", "kept.txt"}; !slices.Equal(paths, want) || extracted != 0 {
		t.Errorf("second process: %v on the board, %d extracted; want %v and 0", paths, extracted, want)
	}
}
