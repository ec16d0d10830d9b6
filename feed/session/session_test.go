package session

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"crisisdesk/feed"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
	"crisisdesk/model/archive"
)

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

const dam = `River Guards deny attack on the barrage

Published March 4, 2026

The River Guards denied on Wednesday that they had attacked the barrage near Kunduz. "We were not there," a spokesman for
the River Guards said.
`

// Words that are added while a session runs hold for what was read before and
// for what is asked; broken ones leave all as it is, and are told of.
func TestFollowWords(t *testing.T) {
	dir, own := t.TempDir(), t.TempDir()
	write(t, dir, "dam.txt", dam)
	place := archive.Place{Dir: t.TempDir()}
	err := Run(t.Context(), feed.Options{Dir: dir, Deadline: time.Minute}, lexicon.Source{Crisis: "af-pk", Own: []string{own}}, place, func(ctx context.Context, s *Session) error {
		shows := func(what string, on func(*model.Snapshot) bool) {
			t.Helper()
			within, cancel := context.WithTimeout(ctx, time.Minute)
			defer cancel()
			for now := s.Board.Snapshot(); !on(now); {
				var err error
				if now, err = s.Board.Wait(within, now.Version); err != nil {
					t.Fatalf("the board never shows %s", what)
				}
			}
		}
		asks := func(text string) func(*model.Snapshot) bool {
			return func(s *model.Snapshot) bool {
				return s.Questions.Any(func(q *model.Question) bool { return q.Text == text })
			}
		}
		shows("the document", func(s *model.Snapshot) bool { return s.Documents.Len() == 1 })
		s.FollowWords(ctx)

		write(t, own, "river.toml", `
[[actor]]
id = "river-guards"
name = "River Guards"
kind = "armed_group"
country = "AF"

[[question]]
id = "dam"
text = "Will the dam be built?"
standing = true
about = ["dam|barrage + build|built"]
`)
		shows("the question", asks("Will the dam be built?"))
		shows("the actor", func(s *model.Snapshot) bool {
			return s.Statements.Any(func(x *model.Said) bool { return x.Speaker().ActorID == "river-guards" })
		})

		write(t, own, "broken.toml", "[[actor]]\n")
		shows("that a file is broken", func(s *model.Snapshot) bool {
			return slices.ContainsFunc(s.Problems, func(p model.Problem) bool { return strings.Contains(p.Reason, "the words are as they were") })
		})
		if !asks("Will the dam be built?")(s.Board.Snapshot()) {
			t.Error("a broken file took a question from the board")
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
