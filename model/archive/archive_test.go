package archive

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/adrg/xdg"
)

func TestEachWatchedFolderHasItsOwnDesk(t *testing.T) {
	dir := t.TempDir()
	seeds := filepath.Join(dir, "seeds")
	link := filepath.Join(dir, "link")
	if err := os.Mkdir(seeds, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(seeds, link); err != nil {
		t.Fatal(err)
	}
	desk := func(watched string) string {
		d, err := DefaultDir(watched)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	if !strings.HasPrefix(desk(seeds), filepath.Join(xdg.StateHome, "crisisdesk", "seeds-")) {
		t.Errorf("the desk of %s is %s", seeds, desk(seeds))
	}
	if desk(seeds) != desk(link) || desk(seeds) != desk(seeds+"/../seeds/") {
		t.Error("two ways to one folder lead to two desks")
	}
	if desk(seeds) == desk(dir) {
		t.Error("two folders have one desk")
	}
}

func TestASharedDeskIsOpenToItsGroup(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "desk")
	a, err := Open(dir, Options{Shared: true})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	put(t, a, records(9, 1)...)
	appendTo(t, a, note(Self(), "one"))
	journal, err := filepath.Rel(dir, selfJournal(t, a))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]fs.FileMode{
		".":            fs.ModeDir | fs.ModeSetgid | 0o770,
		"journals":     fs.ModeDir | fs.ModeSetgid | fs.ModeSticky | 0o770,
		journal:        0o640,
		"facts.db":     0o660,
		"facts.db-wal": 0o660,
		"facts.db-shm": 0o660,
	} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil || info.Mode() != want {
			t.Errorf("%s has mode %v, want %v (%v)", name, info.Mode(), want, err)
		}
	}
	if _, err := Open(dir, Options{}); err == nil || !strings.Contains(err.Error(), "can be written to by others") {
		t.Errorf("opened as a private desk: %v", err)
	}
	if again, err := Open(dir, Options{Shared: true}); err != nil {
		t.Error(err)
	} else {
		again.Close()
	}
}

func TestAFolderThatCannotBeADesk(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{file, filepath.Join(file, "desk")} {
		if _, err := Open(dir, Options{}); err == nil {
			t.Errorf("%s was opened", dir)
		}
	}
}
