package feed_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"crisisdesk/feed"
	"crisisdesk/model"
	"crisisdesk/model/archive"
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
		within, stop := context.WithTimeout(ctx, time.Minute)
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

// Rules that change while documents are being read, and before what was read is
// stored, are those by which all is on the board and remembered.
func TestNewRulesTakeTheReadingsOfTheOld(t *testing.T) {
	const files = 5
	watched := t.TempDir()
	for n := range files {
		put(t, watched, fmt.Sprint(n, ".txt"), fmt.Sprint("Document ", n))
	}
	a, err := archive.Open(filepath.Join(t.TempDir(), "desk"), archive.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	by := func(rule string) feed.Extract {
		return func(_ context.Context, d *model.Document, _ string) (model.Facts, error) {
			d.Notes = []string{rule}
			return model.Facts{Document: d}, nil
		}
	}
	rules := make(chan feed.Rules)
	next := feed.Rules{Extract: by("after"), Memory: a.Memory("after"), Touches: func(string) bool { return true }}
	begun := 0
	before := func(ctx context.Context, d *model.Document, text string) (model.Facts, error) {
		if begun++; begun == 4 {
			rules <- next
		}
		return by("before")(ctx, d, text)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	board := map[string]*model.Document{}
	opts := feed.Options{Dir: watched, Workers: 1, Deadline: time.Minute, Extract: before, Memory: a.Memory("before"), Rules: rules}
	err = feed.Run(ctx, opts, func(updates []model.Update, p model.Progress) {
		for _, u := range updates {
			board[u.Path] = u.Facts.Document
		}
		if p.Complete && p.Waiting == 0 {
			cancel()
		}
	})
	if err != nil || len(board) != files {
		t.Fatalf("%d documents on the board (%v), want %d", len(board), err, files)
	}
	for path, d := range board {
		held := next.Memory.Known(t.Context(), path, d.SHA256)
		if held == nil {
			t.Errorf("%s is not remembered by the new rules", path)
			continue
		}
		if got, want := d.Notes[0]+" "+held.Document.Notes[0], "after after"; got != want {
			t.Errorf("%s is on the board and remembered as read by the rules %q, want %q", path, got, want)
		}
	}
}
