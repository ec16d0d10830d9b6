package archive

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"crisisdesk/model"
)

const version = "extractor 1"

// warnings collects what an archive warns of.
type warnings struct {
	mu  sync.Mutex
	all []string
}

func (w *warnings) add(s string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.all = append(w.all, s)
}

// has reports whether one of the warnings holds all the words.
func (w *warnings) has(words ...string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.ContainsFunc(w.all, func(s string) bool {
		return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(s, word) })
	})
}

// openDesk opens a desk that the test closes.
func openDesk(t testing.TB, dir string) (*Archive, *warnings) {
	t.Helper()
	w := &warnings{}
	a, err := Open(dir, Options{Warn: w.add})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a, w
}

// records are documents of a corpus.
func records(seed uint64, n int) []Record {
	c := newCorpus(seed)
	out := make([]Record, n)
	for i := range out {
		out[i] = c.next()
	}
	return out
}

// changed is the same file with other bytes.
func changed(r Record, by Record) Record {
	d := *by.Facts.Document
	d.Path = r.Facts.Document.Path
	f := *by.Facts
	f.Document = &d
	return Record{&f, by.Text}
}

func put(t testing.TB, a *Archive, batch ...Record) {
	t.Helper()
	if err := a.Put(t.Context(), version, batch...); err != nil {
		t.Fatal(err)
	}
}

// get is what a has of a record.
func get(t testing.TB, a *Archive, r Record) *model.Facts {
	t.Helper()
	f, err := a.Get(t.Context(), r.Facts.Document.Path, r.Facts.Document.SHA256, version)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// paths are those of the documents that a warm start shows.
func paths(t testing.TB, a *Archive) []string {
	t.Helper()
	var out []string
	for batch, err := range a.All(t.Context(), version) {
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range batch {
			out = append(out, f.Document.Path)
		}
	}
	slices.Sort(out)
	return out
}

func TestWhatOneProcessPutsAnotherFinds(t *testing.T) {
	dir := t.TempDir()
	one, _ := openDesk(t, dir)
	other, _ := openDesk(t, dir)
	batch := records(1, 5)
	put(t, one, batch...)
	for _, r := range batch {
		if diff := cmp.Diff(r.Facts, get(t, other, r)); diff != "" {
			t.Fatalf("(-put +got):\n%s", diff)
		}
	}
	d := batch[0].Facts.Document
	for what, key := range map[string][3]string{
		"another path":    {"elsewhere.txt", d.SHA256, version},
		"other bytes":     {d.Path, strings.Repeat("0", 64), version},
		"another version": {d.Path, d.SHA256, "extractor 2"},
	} {
		if f, err := other.Get(t.Context(), key[0], key[1], key[2]); f != nil || err != nil {
			t.Errorf("%s: got %v, %v", what, f, err)
		}
	}
}

func TestAWarmStartShowsWhatLiesInTheFolder(t *testing.T) {
	a, _ := openDesk(t, t.TempDir())
	r := records(2, 4)
	put(t, a, r[:3]...)
	path := func(i int) string { return r[i].Facts.Document.Path }
	if diff := cmp.Diff([]string{path(0), path(1), path(2)}, paths(t, a)); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}

	second := changed(r[0], r[3])
	put(t, a, second) // supersedes the first bytes at its path
	if err := a.Seen(t.Context(), Sighting{Path: path(1)}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{path(0), path(2)}, paths(t, a)); diff != "" {
		t.Errorf("after one was changed and one removed (-want +got):\n%s", diff)
	}
	versions, err := a.Versions(t.Context(), path(0))
	if err != nil || len(versions) != 2 || versions[0].Gone.IsZero() || !versions[1].Gone.IsZero() {
		t.Errorf("the versions of the changed file are %+v, %v", versions, err)
	}
	for i, v := range versions {
		want := []Record{r[0], second}[i]
		text, err := a.Text(t.Context(), path(0), v.Document)
		if err != nil || text != keptText(want.Text, want.Facts.Document.Passages) {
			t.Errorf("the text of version %d is %.40q, %v", i, text, err)
		}
	}
	if _, err := a.Text(t.Context(), path(0), "another"); !errors.Is(err, ErrNoText) {
		t.Errorf("a version that never was gives %v", err)
	}

	back := r[0].Facts.Document
	if err := a.Seen(t.Context(), Sighting{back.Path, back.SHA256}); err != nil {
		t.Fatal(err)
	}
	for batch := range a.All(t.Context(), version) {
		for _, f := range batch {
			if f.Document.Path == back.Path && f.Document.SHA256 != back.SHA256 {
				t.Error("the first bytes are back, and a warm start shows the second")
			}
		}
	}
}

func TestAWarmStartMayEndEarly(t *testing.T) {
	a, _ := openDesk(t, t.TempDir())
	put(t, a, records(3, 300)...)
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	for range a.All(t.Context(), version) {
		break
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for f, err := range a.All(ctx, version) {
		if f != nil || !errors.Is(err, context.Canceled) {
			t.Errorf("a warm start that was cancelled gives %v, %v", f, err)
		}
	}
}

func TestPrune(t *testing.T) {
	a, _ := openDesk(t, t.TempDir())
	r := records(3, 300)
	put(t, a, r...)
	if err := a.Put(t.Context(), "extractor 0", r[0]); err != nil {
		t.Fatal(err)
	}
	for _, gone := range r[1:] {
		if err := a.Seen(t.Context(), Sighting{Path: gone.Facts.Document.Path}); err != nil {
			t.Fatal(err)
		}
	}
	size := func() int64 {
		a.Close() // which brings the log into the file
		info, err := os.Stat(a.facts.path)
		if err != nil {
			t.Fatal(err)
		}
		a, _ = openDesk(t, a.dir)
		return info.Size()
	}
	before := size()
	if err := a.Prune(t.Context(), version, time.Now().Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	if get(t, a, r[1]) != nil || get(t, a, r[0]) == nil {
		t.Error("what is gone is there, or what is there is gone")
	}
	if f, err := a.Get(t.Context(), r[0].Facts.Document.Path, r[0].Facts.Document.SHA256, "extractor 0"); f != nil || err != nil {
		t.Errorf("facts of another version are still there: %v", err)
	}
	if hits, err := a.Search(t.Context(), "pakistan", 500); len(hits) > 1 || err != nil {
		t.Errorf("%d documents are still found, %v", len(hits), err)
	}
	if after := size(); after > before/10 {
		t.Errorf("the file has %d bytes of %d left", after, before)
	}
}

func TestADamagedDatabaseIsSetAsideAndRebuilt(t *testing.T) {
	for name, damage := range map[string]func([]byte){
		"header":         func(b []byte) { copy(b, "not a database at all") },
		"schema":         func(b []byte) { clear(b[100:4096]) },
		"all other page": func(b []byte) { clear(b[4096:]) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			r := records(4, 20)
			a, _ := openDesk(t, dir)
			put(t, a, r...)
			a.Close()
			file := filepath.Join(dir, "facts.db")
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			damage(b)
			if err := os.WriteFile(file, b, 0o600); err != nil {
				t.Fatal(err)
			}

			a, warned := openDesk(t, dir)
			for _, x := range r { // the first call may be the one that finds out
				a.Get(t.Context(), x.Facts.Document.Path, x.Facts.Document.SHA256, version)
			}
			put(t, a, r...)
			if diff := cmp.Diff(r[7].Facts, get(t, a, r[7])); diff != "" {
				t.Errorf("(-put +got):\n%s", diff)
			}
			if !warned.has("set aside as facts.db.broken-") {
				t.Errorf("the warnings are %q", warned.all)
			}
			aside, err := filepath.Glob(file + ".broken-*Z")
			if err != nil || len(aside) != 1 {
				t.Errorf("set aside are %q, %v", aside, err)
			}
		})
	}
}

func TestADatabaseDeletedWhileInUseIsMadeAnew(t *testing.T) {
	dir := t.TempDir()
	one, _ := openDesk(t, dir)
	other, _ := openDesk(t, dir)
	r := records(5, 2)
	put(t, one, r...)
	get(t, other, r[0])
	if err := os.Remove(filepath.Join(dir, "facts.db")); err != nil {
		t.Fatal(err)
	}
	if get(t, other, r[0]) != nil {
		t.Error("a deleted database still gives facts")
	}
	put(t, one, r[1])
	if diff := cmp.Diff(r[1].Facts, get(t, other, r[1])); diff != "" {
		t.Errorf("(-put +got):\n%s", diff)
	}
}

func TestAFullDatabaseKeepsWhatItHas(t *testing.T) {
	a, _ := openDesk(t, t.TempDir())
	r := records(7, 200)
	put(t, a, r[0])
	c, err := a.facts.connect()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.writer.Exec(`PRAGMA max_page_count = 60`); err != nil {
		t.Fatal(err)
	}
	if err := a.Put(t.Context(), version, r...); err == nil || !strings.Contains(err.Error(), "full") {
		t.Errorf("got %v, want that it is full", err)
	}
	if diff := cmp.Diff(r[0].Facts, get(t, a, r[0])); diff != "" {
		t.Errorf("(-put +got):\n%s", diff)
	}
}

func TestFilesOfADeskAreClosedToOthers(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "state", "desk")
	a, _ := openDesk(t, dir)
	put(t, a, records(8, 1)...)
	if _, err := a.Append(model.Entry{Officer: Self(), Action: model.AskQuestion, Text: "who?"}); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", path, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	open := filepath.Join(dir, "open")
	if err := errors.Join(os.Mkdir(open, 0o700), os.Chmod(open, 0o777)); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(open, Options{}); err == nil || !strings.Contains(err.Error(), "can be written to by others") {
		t.Errorf("a folder open to all: %v", err)
	}
}
