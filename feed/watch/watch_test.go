package watch

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// A folder under test: what is done to it, and what a watcher says of it.
type folder struct {
	t   *testing.T
	dir string
	w   *Watcher
}

func watched(t *testing.T, opts Options) *folder {
	t.Helper()
	f := &folder{t: t, dir: filepath.Join(t.TempDir(), "in")}
	f.do("mkdir .")
	ctx, cancel := context.WithCancel(context.Background())
	w, err := Watch(ctx, f.dir, opts)
	if err != nil {
		t.Fatal(err)
	}
	f.w = w
	t.Cleanup(func() {
		cancel()
		for range w.Changes() {
		}
	})
	return f
}

// do runs actions, one a line: "write PATH TEXT", "append PATH TEXT", "move FROM TO" ("away/" is
// a place beside the watched folder), "forge PATH TEXT" (which sets the time back), "remove PATH", "mkdir PATH", "link TARGET PATH", "wait 50ms".
func (f *folder) do(script string) {
	f.t.Helper()
	for line := range strings.Lines(script) {
		verb, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		a, b, _ := strings.Cut(rest, " ")
		if err := f.act(verb, a, b); err != nil {
			f.t.Fatalf("%s: %v", strings.TrimSpace(line), err)
		}
	}
}

func (f *folder) act(verb, a, b string) error {
	at := func(p string) string {
		if away, ok := strings.CutPrefix(p, "away/"); ok {
			return filepath.Join(filepath.Dir(f.dir), away)
		}
		return filepath.Join(f.dir, p)
	}
	switch verb {
	case "":
		return nil
	case "write":
		return os.WriteFile(at(a), []byte(b), 0o600)
	case "forge":
		fi, err := os.Stat(at(a))
		if err != nil {
			return err
		}
		return errors.Join(os.WriteFile(at(a), []byte(b), 0o600), os.Chtimes(at(a), fi.ModTime(), fi.ModTime()))
	case "append":
		w, err := os.OpenFile(at(a), os.O_APPEND|os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		defer w.Close()
		_, err = w.WriteString(b)
		return err
	case "move":
		return os.Rename(at(a), at(b))
	case "remove":
		return os.RemoveAll(at(a))
	case "mkdir":
		return os.MkdirAll(at(a), 0o700)
	case "link":
		return os.Symlink(a, at(b))
	case "wait":
		d, err := time.ParseDuration(a)
		time.Sleep(d)
		return err
	}
	panic("no such action: " + verb)
}

// expect waits until the changes come to exactly these, in any order, then a
// while for one too many. On a slow machine a file may be told of more than once
// on its way; how often it is on a machine that keeps time is for TestSettle.
func (f *folder) expect(want ...string) {
	f.t.Helper()
	slices.Sort(want)
	last := map[string]string{} // by path
	came := func() []string { return slices.Sorted(maps.Values(last)) }
	note := func(c Change) {
		_, before := last[c.Path]
		if last[c.Path] = say(c); c.Gone && before && !slices.Contains(want, say(c)) {
			delete(last, c.Path) // it came and went
		}
	}
	patience := time.After(time.Minute)
	for !slices.Equal(came(), want) {
		select {
		case c := <-f.w.Changes():
			note(c)
		case <-patience:
			f.t.Fatalf("got %q, want %q", came(), want)
		}
	}
	for more := true; more; {
		select {
		case c := <-f.w.Changes():
			note(c)
		case <-time.After(150 * time.Millisecond):
			more = false
		}
	}
	if got := came(); !slices.Equal(got, want) {
		f.t.Fatalf("got %q, want %q", got, want)
	}
}

func say(c Change) string {
	if c.Gone {
		return "gone " + c.Path
	}
	return "changed " + c.Path
}

// quick and scanning are patiences for tests, with signals and without.
var (
	quick    = Options{Quiet: 80 * time.Millisecond, AtMost: 400 * time.Millisecond, Poll: 50 * time.Millisecond}
	scanning = Options{Quiet: quick.Quiet, AtMost: quick.AtMost, Poll: quick.Poll, Silent: true}
)

func TestWatch(t *testing.T) {
	for _, c := range []struct{ name, before, script, want string }{
		{"a file is written", "", "write a.txt one", "changed a.txt"},
		{"a file is written in two goes", "", "write a.txt one\nwait 40ms\nappend a.txt two", "changed a.txt"},
		{"a file is moved in", "write away/a.txt one", "move away/a.txt a.txt", "changed a.txt"},
		{"a file takes another's place", "write away/a.txt two\nwrite a.txt one", "move away/a.txt a.txt", "changed a.txt"},
		{"a file is renamed", "write a.txt one", "move a.txt b.txt", "changed b.txt|gone a.txt"},
		{"a file is changed and its time set back", "write a.txt one", "wait 30ms\nforge a.txt two", "changed a.txt"},
		{"a file is removed", "write a.txt one", "remove a.txt", "gone a.txt"},
		{"an editor moves the old file away and writes a new one", "write a.txt one", "move a.txt a.txt~\nwrite a.txt three", "changed a.txt"},
		{"a file comes and goes", "", "write a.txt one\nremove a.txt", ""},
		{"a transfer tool finishes by renaming", "", "write .a.txt.x7Yq2 one\nwait 20ms\nmove .a.txt.x7Yq2 a.txt", "changed a.txt"},
		{"unfinished names", "", "write a.part one\nwrite .a.txt.swp one\nwrite .#a one", ""},
		{"a tree of folders is made and filled at once", "", "mkdir a/b/c\nwrite a/b/c/d.txt one\nwrite a/e.txt one", "changed a/b/c/d.txt|changed a/e.txt"},
		{"a tree is moved in", "mkdir away/t/u\nwrite away/t/u/a.txt one", "move away/t t", "changed t/u/a.txt"},
		{"a tree is moved away", "mkdir t/u\nwrite t/u/a.txt one\nwrite t/b.txt one", "move t away/t", "gone t/b.txt|gone t/u/a.txt"},
		{"a tree is renamed", "mkdir t/u\nwrite t/u/a.txt one", "move t v", "gone t/u/a.txt|changed v/u/a.txt"},
		{"a tree is renamed, and fills", "mkdir t/u\nwrite t/u/a.txt one", "move t v\nwait 200ms\nwrite v/u/b.txt two\nwrite v/c.txt three",
			"gone t/u/a.txt|changed v/u/a.txt|changed v/u/b.txt|changed v/c.txt"},
		{"folders change places, and fill", "mkdir t/u\nmkdir v/u\nwrite t/u/a.txt one", "move t x\nmove v t\nmove x v\nwait 200ms\nwrite v/u/b.txt two\nwrite t/u/c.txt three",
			"gone t/u/a.txt|changed v/u/a.txt|changed v/u/b.txt|changed t/u/c.txt"},
		{"a folder is removed, made again and filled", "mkdir t\nwrite t/a.txt one", "remove t\nmkdir t\nwrite t/b.txt two", "gone t/a.txt|changed t/b.txt"},
		{"the watched folder is removed", "write a.txt one", "remove .", "gone a.txt"},
		{"the watched folder is made again", "write a.txt one", "remove .\nmkdir .\nwrite b.txt two", "gone a.txt|changed b.txt"},
		{"an empty watched folder is made again", "", "remove .\nwait 100ms\nmkdir .\nwrite b.txt two", "changed b.txt"},
		{"the watched folder gives way to a link", "mkdir away/t\nwrite away/t/b.txt two\nwrite a.txt one", "remove .\nwait 100ms\nlink t .", "gone a.txt|changed b.txt"},
		{"a link is told of, not followed", "", "link /etc a", "changed a"},
		{"a name that is no UTF-8", "", "write a\xff.txt one", "changed a\xff.txt"},
		{"a name with a line break", "", "write a\rb.txt one", "changed a\rb.txt"},
	} {
		for name, opts := range map[string]Options{"signals": quick, "polling": scanning} {
			t.Run(c.name+"/"+name, func(t *testing.T) {
				t.Parallel()
				f := watched(t, opts)
				f.do(c.before)
				for range strings.Count(c.before, "write ") - strings.Count(c.before, "write away/") {
					<-f.w.Changes()
				}
				f.do(c.script)
				f.expect(strings.FieldsFunc(c.want, func(r rune) bool { return r == '|' })...)
			})
		}
	}
}

func TestMode(t *testing.T) {
	f := watched(t, scanning)
	if got, want := f.w.Mode(), "polling every 50ms: signals are switched off"; got != want {
		t.Errorf("mode %q, want %q", got, want)
	}
	f.do("write a.txt one")
	f.expect("changed a.txt")
	f.do("remove .")
	f.expect("gone a.txt")
	if got, want := f.w.Mode(), "folder gone: looking for it again"; got != want {
		t.Errorf("mode %q, want %q", got, want)
	}
	if n := f.w.Waiting(); n != 0 {
		t.Errorf("%d changes wait", n)
	}
}

func TestAFolderClosedToUsIsToldOfUntilItOpens(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("no folder is closed to the superuser")
	}
	f := watched(t, quick)
	f.do("mkdir away/t\nwrite away/t/a.txt one")
	if err := os.Chmod(filepath.Join(filepath.Dir(f.dir), "t"), 0); err != nil {
		t.Fatal(err)
	}
	f.do("move away/t t")
	f.expect("changed t")
	if err := os.Chmod(filepath.Join(f.dir, "t"), 0o700); err != nil {
		t.Fatal(err)
	}
	f.expect("gone t", "changed t/a.txt")
}

func TestWatchWantsAFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{file, file + ".none"} {
		if _, err := Watch(context.Background(), dir, Options{}); err == nil {
			t.Errorf("%s is watched", dir)
		}
	}
}

func TestList(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "sub/a.txt", ".hidden/c.txt", "d.part"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got, err := List(dir)
	if want := []string{"b.txt", "sub/a.txt"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("listed %q (%v), want %q", got, err, want)
	}
}

func BenchmarkScan(b *testing.B) {
	dir := b.TempDir()
	for i := range 10_000 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%05d.txt", i)), nil, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	w := &Watcher{dir: dir, opts: Options{}.withDefaults(), signals: &signals{}}
	w.settler = newSettler(w.opts)
	w.scan(start)
	w.tick(start.Add(time.Hour))
	b.ReportAllocs()
	for b.Loop() {
		w.scan(start)
	}
	w.signals.close()
}

// Where a tree is deeper than paths can be long, the first folder beyond is told of.
func TestWhatIsTooDeepIsToldOf(t *testing.T) {
	f := watched(t, Options{})
	at, err := os.OpenRoot(f.dir)
	if err != nil {
		t.Fatal(err)
	}
	name := strings.Repeat("deep", 50)
	for range 30 {
		if err := at.Mkdir(name, 0o700); err != nil {
			t.Fatal(err)
		}
		below, err := at.OpenRoot(name)
		if err != nil {
			t.Fatal(err)
		}
		at.Close()
		at = below
	}
	at.Close()
	change := <-f.w.Changes()
	if depth := 1 + strings.Count(change.Path, "/"); change.Gone || depth < 15 || depth > 25 {
		t.Errorf("a change %d folders deep (gone: %v)", depth, change.Gone)
	}
	paths, err := List(f.dir)
	if err != nil || !slices.Equal(paths, []string{change.Path}) {
		t.Errorf("listed are %d paths (%v), want the one", len(paths), err)
	}
}
