package feed_test

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"crisisdesk/feed"
	"crisisdesk/model"
)

// New rules extract again what they touch, and nothing else.
func TestNewRulesReadAgainWhatTheyTouch(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "river.txt", "The River Guards came down to the ford.")
	put(t, dir, "hills.txt", "Nothing stirred in the hills that day.")
	var extracted atomic.Int64
	by := func(rule string) feed.Extract {
		return func(_ context.Context, d *model.Document, _ string) (model.Facts, error) {
			extracted.Add(1)
			d.Notes = []string{rule}
			return model.Facts{Document: d}, nil
		}
	}
	rules := make(chan feed.Rules, 1)
	board := model.NewBoard(nil)
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		ended <- feed.Run(ctx, feed.Options{Dir: dir, Extract: by("before"), Rules: rules},
			func(updates []model.Update, p model.Progress) { board.Apply(updates, p) })
	}()
	notes := func(s *model.Snapshot) string {
		var all []string
		for d := range s.Documents.All() {
			all = append(all, d.Path+" "+strings.Join(d.Notes, ","))
		}
		return strings.Join(all, "; ")
	}
	await := func(want string) {
		t.Helper()
		within, stop := context.WithTimeout(ctx, 20*time.Second)
		defer stop()
		s := board.Snapshot()
		for notes(s) != want {
			var err error
			if s, err = board.Wait(within, s.Version); err != nil {
				t.Fatalf("the board tells %q, want %q", notes(board.Snapshot()), want)
			}
		}
	}
	await("hills.txt before; river.txt before")
	rules <- feed.Rules{Extract: by("after"), Touches: func(text string) bool { return strings.Contains(text, "River") }}
	await("hills.txt before; river.txt after")
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if n := extracted.Load(); n != 3 {
		t.Errorf("%d extractions, want 3", n)
	}
}
