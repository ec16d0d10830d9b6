package archive

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/adrg/xdg"

	"crisisdesk/model"
)

// Options say how a desk is kept.
type Options struct {
	Shared bool             // open to the group of the folder, not to its owner alone
	Warn   func(string)     // is told of what is wrong and does not stop the work; from any goroutine; calls no method of the Archive
	Mend   func(string)     // is told that what Warn was told of, in the same words, works again
	Now    func() time.Time // the clock of entries; nil stands for the system's
}

// Archive is one desk folder, held open. All methods are for any number of
// goroutines, and any number of processes may hold one folder open.
type Archive struct {
	dir    string
	access access
	warn   func(string)
	mend   func(string)
	now    func() time.Time
	facts  *database
	claims claims

	mu       sync.Mutex
	journals map[model.Officer]*journal
}

// DefaultDir is the desk folder for a watched folder where none is named: one
// for each folder, beneath the XDG state folder.
func DefaultDir(watched string) (string, error) {
	path, err := filepath.Abs(watched)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	sum := sha256.Sum256([]byte(path))
	return filepath.Join(xdg.StateHome, "crisisdesk", fmt.Sprintf("%s-%s", filepath.Base(path), hex.EncodeToString(sum[:4]))), nil
}

// Open opens the desk folder dir, and makes it where there is none. The error
// is that of a folder that cannot be made, or that is open to more people than
// it should be. A database that cannot be used is no error here: the calls that
// need it say so.
func Open(dir string, opts Options) (*Archive, error) {
	a := &Archive{dir: dir, access: private, warn: opts.Warn, mend: opts.Mend, now: opts.Now, journals: map[model.Officer]*journal{}}
	if opts.Shared {
		a.access = shared
	}
	if a.warn == nil {
		a.warn = func(string) {}
	}
	if a.mend == nil {
		a.mend = func(string) {}
	}
	if a.now == nil {
		a.now = time.Now
	}
	if err := a.access.makeFolders(dir); err != nil {
		return nil, err
	}
	a.claims = claims{dir: filepath.Join(dir, claimFolder), access: a.access.file, held: map[string]*claim{}}
	a.facts = &database{path: filepath.Join(dir, "facts.db"), mode: a.access.file, warn: a.warn}
	return a, nil
}

// Close ends the use of the folder. It is not to be called while other methods
// run, but for [Archive.Follow], which its context ends.
func (a *Archive) Close() error {
	a.mu.Lock()
	defer a.mu.Unlock()
	err := a.facts.close()
	for _, j := range a.journals {
		err = errors.Join(err, j.close())
	}
	clear(a.journals)
	return err
}

// access says who may use a desk.
type access struct {
	folder   fs.FileMode // of the desk
	journals fs.FileMode // of the folder of journals, and of that of read marks
	journal  fs.FileMode // of a journal: only its officer writes to it
	file     fs.FileMode // of the database
	others   fs.FileMode // what an existing folder must not grant
	group    fs.FileMode // what it must grant
}

var (
	private = access{folder: 0o700, journals: 0o700, journal: 0o600, file: 0o600, others: 0o022}
	// In a shared desk files get the group of their folder, and only its owner
	// can remove a journal.
	shared = access{
		folder: 0o770 | fs.ModeSetgid, journals: 0o770 | fs.ModeSetgid | fs.ModeSticky,
		journal: 0o640, file: 0o660, others: 0o002, group: 0o070,
	}
)

// makeFolders makes what is missing of a desk and checks what is there.
func (x access) makeFolders(dir string) error {
	if err := os.MkdirAll(filepath.Dir(dir), 0o700); err != nil {
		return err
	}
	if err := x.makeFolder(dir, x.folder); err != nil {
		return err
	}
	for _, name := range []string{journalFolder, readFolder, screenFolder, briefFolder, claimFolder} {
		if err := x.makeFolder(filepath.Join(dir, name), x.journals); err != nil {
			return err
		}
	}
	return nil
}

func (x access) makeFolder(dir string, mode fs.FileMode) error {
	err := os.Mkdir(dir, mode.Perm())
	if err == nil {
		return os.Chmod(dir, mode) // whatever the umask
	}
	info, statErr := os.Stat(dir)
	switch {
	case statErr != nil:
		return err
	case !info.IsDir():
		return fmt.Errorf("%s is not a folder", dir)
	case info.Mode()&x.others != 0:
		return fmt.Errorf("%s can be written to by others (mode %v); close it, or share it with a group", dir, info.Mode().Perm())
	case info.Mode()&x.group != x.group:
		return fmt.Errorf("%s is closed to its group (mode %v); a desk is shared from its beginning", dir, info.Mode().Perm())
	}
	return nil
}
