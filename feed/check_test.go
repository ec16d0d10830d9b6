package feed_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crisisdesk/feed"
	"crisisdesk/model"
	"crisisdesk/model/archive"
)

func TestCheckSaysWhereFolderAndArchiveDiffer(t *testing.T) {
	watched, desk := t.TempDir(), filepath.Join(t.TempDir(), "desk")
	for _, name := range []string{"kept.txt", "changed.txt", "removed.txt"} {
		put(t, watched, name, "Something of "+name)
	}
	var p process
	p.day(t, watched, desk)
	a, err := archive.Open(desk, archive.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	check := func(note string) feed.Comparison {
		t.Helper()
		got, err := feed.Check(t.Context(), feed.Options{
			Dir: watched, Memory: a.Memory("one"),
			Extract: func(_ context.Context, d *model.Document, _ string) (model.Facts, error) {
				if note != "" {
					d.Notes = append(d.Notes, note)
				}
				return model.Facts{Document: d}, nil
			},
		})
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	if got, want := check(""), (feed.Comparison{Alike: 3}); !cmp.Equal(got, want) {
		t.Errorf("after a day: %+v, want %+v", got, want)
	}
	if got := check("read otherwise").Differ; len(got) != 3 || got[0].Reason != "the archive holds other facts of it" {
		t.Errorf("of other facts: %v", got)
	}

	put(t, watched, "changed.txt", "Something else")
	put(t, watched, "new.txt", "Something new")
	put(t, watched, "empty.txt", "")
	if err := os.Remove(filepath.Join(watched, "removed.txt")); err != nil {
		t.Fatal(err)
	}
	put(t, watched, "kept.txt", "")
	want := feed.Comparison{
		Differ: []feed.Finding{
			{Path: "changed.txt", Reason: "the archive holds other bytes of it"},
			{Path: "kept.txt", Reason: "in the archive, and no longer read: an empty file"},
			{Path: "new.txt", Reason: "in the folder, and not in the archive"},
			{Path: "removed.txt", Reason: "in the archive, and not in the folder"},
		},
		Unread: []feed.Finding{{Path: "empty.txt", Reason: "an empty file"}},
	}
	if diff := cmp.Diff(want, check("")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
