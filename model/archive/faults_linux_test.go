package archive

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"testing"
	"time"

	"crisisdesk/model"
)

const nobody = 65534

// asNobody calls work as a user who may read the folders and write nothing
// there. It needs to be root to become somebody else.
func asNobody(t *testing.T, dir string, work func()) {
	t.Helper()
	if os.Getuid() != 0 {
		if err := os.Chmod(dir, 0o500); err != nil {
			t.Fatal(err)
		}
		defer os.Chmod(dir, 0o700)
		work()
		return
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	syscall.RawSyscall(syscall.SYS_SETFSUID, nobody, 0, 0)
	defer syscall.RawSyscall(syscall.SYS_SETFSUID, 0, 0, 0)
	work()
}

// alone reports whether the test has a process of its own, and runs it in one
// where it has not: what it does to its process, it would do to the log that go
// test keeps of the others.
func alone(t *testing.T) bool {
	t.Helper()
	const name = "CRISISDESK_TEST_ALONE"
	if os.Getenv(name) == t.Name() {
		return true
	}
	c := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
	c.Env = append(os.Environ(), name+"="+t.Name())
	if said, err := c.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, said)
	}
	return false
}

// onFullDisk calls work while no file can grow beyond so many bytes. It is for a
// test that is alone.
func onFullDisk(t *testing.T, most int64, work func()) {
	t.Helper()
	signal.Ignore(syscall.SIGXFSZ)
	defer signal.Reset(syscall.SIGXFSZ)
	var before syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: uint64(most), Max: before.Max}); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
			t.Fatal(err)
		}
	}()
	work()
}

func TestAFullDiskLosesNothingAcknowledged(t *testing.T) {
	if !alone(t) {
		return
	}
	a, _ := openDesk(t, t.TempDir())
	appendTo(t, a, note(Self(), "one"))
	info, err := os.Stat(selfJournal(t, a))
	if err != nil {
		t.Fatal(err)
	}
	onFullDisk(t, info.Size()+20, func() { // in the middle of the next line
		_, err = a.Append(note(Self(), "two"))
	})
	if !errors.Is(err, syscall.EFBIG) {
		t.Errorf("a full disk: %v", err)
	}
	wantNotes(t, a, "one")
	appendTo(t, a, note(Self(), "three"))
	wantNotes(t, a, "one", "three")
}

func TestAJournalThatCannotBeWrittenIsAnError(t *testing.T) {
	a, _ := openDesk(t, t.TempDir())
	asNobody(t, filepath.Join(a.dir, journalFolder), func() {
		if _, err := a.Append(note(Self(), "one")); !errors.Is(err, fs.ErrPermission) {
			t.Errorf("got %v, want a refusal", err)
		}
	})
	appendTo(t, a, note(Self(), "two"))
	wantNotes(t, a, "two")
}

func TestJournalsOfOthersNamesAreIgnored(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("needs to be root to give files away")
	}
	a, warned := openDesk(t, t.TempDir())
	appendTo(t, a, note(Self(), "mine"))
	forge := func(name string, claims model.Officer, owner int) {
		e := note(claims, "forged as "+name)
		e.Seq, e.Time = 1, time.Now()
		line, err := formatLine(e)
		path := filepath.Join(a.dir, journalFolder, name)
		if err := errors.Join(err, os.WriteFile(path, line, 0o644), os.Lchown(path, owner, owner)); err != nil {
			t.Fatal(err)
		}
	}
	forge("user-4711.jsonl", "user:4711", nobody)
	forge("key-uNiVztksCsDhcc0u9e8BrXwR0p3iGQyAvN_N4zJCHCE.jsonl", KeyHolder(key), nobody)
	forge("user-65534.jsonl", Self(), nobody) // their own file, another's name in it
	forge("boss.jsonl", "boss", nobody)
	if err := os.Symlink(selfJournal(t, a), filepath.Join(a.dir, journalFolder, "user-12.jsonl")); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(filepath.Join(a.dir, journalFolder, "user-13.jsonl"), 0o600); err != nil {
		t.Fatal(err)
	}
	wantNotes(t, a, "mine")
	for _, words := range [][]string{
		{"user-4711.jsonl", "belongs to user 65534"},
		{"key-uNiVz", "belongs to user 65534", "keeps the desk"},
		{"user-65534.jsonl", "1 lines in it are no entries of its officer"},
		{"boss.jsonl", "no officer"},
		{"user-12.jsonl", "symbolic link"},
		{"user-13.jsonl", "not a regular file"},
	} {
		if !warned.has(words...) {
			t.Errorf("nothing warns of %q: %q", words, warned.all)
		}
	}
	if _, err := a.Append(note("user:4711", "mine, too")); err == nil {
		t.Error("an entry was written to somebody else's journal")
	}
}

func TestADatabaseThatCannotBeWrittenIsAnErrorOfTheCall(t *testing.T) {
	dir := t.TempDir()
	a, _ := openDesk(t, dir)
	asNobody(t, dir, func() {
		if err := a.Put(t.Context(), version, records(6, 1)...); !errors.Is(err, fs.ErrPermission) {
			t.Errorf("got %v, want a refusal", err)
		}
	})
}

func TestWhatADiskDidNotTakeIsStoredWhenItDoes(t *testing.T) {
	dir := t.TempDir()
	warned, mended := &warnings{}, &warnings{}
	a, err := Open(dir, Options{Warn: warned.add, Mend: mended.add})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	m, r := a.Memory(version), records(6, 2)
	asNobody(t, dir, func() { m.Keep(t.Context(), r[:1], nil) })
	if !warned.has("the archive cannot be used") || len(mended.all) > 0 {
		t.Fatalf("warned of %q, mended %q", warned.all, mended.all)
	}
	a.facts.failed = time.Now().Add(-retryAfter) // it was left alone for so long
	m.Keep(t.Context(), r[1:], nil)
	if !slices.Equal(mended.all, warned.all) {
		t.Errorf("of %q only %q is mended", warned.all, mended.all)
	}
	for _, r := range r {
		if get(t, a, r) == nil {
			t.Errorf("%s is not stored", r.Facts.Document.Path)
		}
	}
}

// While a disk is full, what needs no writing does not end the warning.
func TestAFullDiskIsWarnedOfUntilItTakesSomething(t *testing.T) {
	if !alone(t) {
		return
	}
	dir := t.TempDir()
	warned, mended := &warnings{}, &warnings{}
	a, err := Open(dir, Options{Warn: warned.add, Mend: mended.add})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	m, r := a.Memory(version), records(6, 2)
	m.Keep(t.Context(), r[:1], nil)
	stored := Sighting{r[0].Facts.Document.Path, r[0].Facts.Document.SHA256}
	log, err := os.Stat(filepath.Join(dir, "facts.db-wal"))
	if err != nil {
		t.Fatal(err)
	}
	onFullDisk(t, log.Size(), func() {
		m.Keep(t.Context(), r[1:], []Sighting{stored})
		m.Keep(t.Context(), nil, []Sighting{stored})
		m.noteWriting(t.Context(), a.Prune(t.Context(), version, time.Time{}))
	})
	if !warned.has("the archive cannot be used") || len(mended.all) > 0 {
		t.Fatalf("warned of %q, mended %q", warned.all, mended.all)
	}
	m.Keep(t.Context(), nil, []Sighting{stored})
	if !slices.Equal(mended.all, warned.all) {
		t.Errorf("of %q only %q is mended", warned.all, mended.all)
	}
	if get(t, a, r[1]) == nil {
		t.Error("what waited is not stored")
	}
}
