package archive

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"crisisdesk/model"
)

// own reads what a folder keeps of an officer into v, which stays as it is
// where nothing is kept.
func (a *Archive) own(o model.Officer, folder string, v any) error {
	name, err := fileName(o)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(filepath.Join(a.dir, folder, name+".json"), os.O_RDONLY|noFollow, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	if err := isJournalOf(f, o, a.dir); err != nil {
		return err
	}
	return json.NewDecoder(f).Decode(v)
}

// setOwn replaces what a folder keeps of an officer. A crash leaves it as it
// was or as it is now.
func (a *Archive) setOwn(o model.Officer, folder string, v any) error {
	name, err := fileName(o)
	if err != nil {
		return err
	}
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	dir := filepath.Join(a.dir, folder)
	unlock, err := lockFolder(dir)
	if err != nil {
		return err
	}
	defer unlock()
	path := filepath.Join(dir, name+".json")
	if err := writeNew(path+".new", b); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

// writeNew writes a file that is closed to others, in place of what a crash may
// have left at its path, or somebody else put there.
func writeNew(path string, b []byte) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, private.file)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	return errors.Join(err, f.Close())
}
