package archive

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"crisisdesk/model"
)

const readFolder = "read"

// ReadMarks says when an officer read which items; none where that is not known.
func (a *Archive) ReadMarks(o model.Officer) (map[model.Item]time.Time, error) {
	name, err := fileName(o)
	if err != nil {
		return nil, err
	}
	f, err := os.OpenFile(filepath.Join(a.dir, readFolder, name+".json"), os.O_RDONLY|noFollow, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if err := isJournalOf(f, o, a.dir); err != nil {
		return nil, err
	}
	var marks map[model.Item]time.Time
	err = json.NewDecoder(f).Decode(&marks)
	return marks, err
}

// SetReadMarks replaces what an officer has read. A crash leaves the marks as
// they were or as they are now; it may lose the last ones.
func (a *Archive) SetReadMarks(o model.Officer, marks map[model.Item]time.Time) error {
	name, err := fileName(o)
	if err != nil {
		return err
	}
	b, err := json.Marshal(marks)
	if err != nil {
		return err
	}
	dir := filepath.Join(a.dir, readFolder)
	unlock, err := lockFolder(dir)
	if err != nil {
		return err
	}
	defer unlock()
	path := filepath.Join(dir, name+".json")
	if err := os.WriteFile(path+".new", b, private.file); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}
