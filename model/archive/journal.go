package archive

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"crisisdesk/model"
)

const (
	journalFolder = "journals"
	journalSuffix = ".jsonl"
)

// journal is an officer's own, open to be appended to.
type journal struct {
	officer model.Officer
	path    string
	desk    string
	access  access

	mu   sync.Mutex
	file *os.File // nil while it is not open
	end  int64    // of the last whole line that was read or written
	seq  uint64   // the highest up to there
}

// Append writes an entry to the journal of its officer and returns it with its
// number and, where it had none, its time. It returns only when the entry is on
// disk. After an error the entry may or may not be there: it is not acknowledged,
// and nothing that was acknowledged before is touched.
func (a *Archive) Append(e model.Entry) (model.Entry, error) {
	j, err := a.journal(e.Officer)
	if err != nil {
		return e, err
	}
	if e.Time.IsZero() {
		e.Time = a.now()
	}
	e.Time = e.Time.UTC().Truncate(time.Millisecond)
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.append(&e); err != nil {
		return e, fmt.Errorf("not written to the journal: %w", err)
	}
	return e, nil
}

func (a *Archive) journal(o model.Officer) (*journal, error) {
	name, err := fileName(o)
	if err != nil {
		return nil, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	j := a.journals[o]
	if j == nil {
		j = &journal{officer: o, desk: a.dir, access: a.access, path: filepath.Join(a.dir, journalFolder, name+journalSuffix)}
		a.journals[o] = j
	}
	return j, nil
}

// append numbers e and writes it, while no other process of the officer does.
func (j *journal) append(e *model.Entry) error {
	if err := j.open(); err != nil {
		return err
	}
	if err := lockFile(j.file); err != nil {
		return err
	}
	defer func() {
		if j.file != nil {
			unlockFile(j.file)
		}
	}()
	if err := j.catchUp(); err != nil {
		return err
	}
	e.Seq = j.seq + 1
	if err := e.Check(); err != nil {
		return err
	}
	line, err := formatLine(*e)
	if err != nil {
		return err
	}
	if err := j.write(line); err != nil {
		return err
	}
	j.end += int64(len(line))
	j.seq = e.Seq
	return nil
}

// write appends bytes and waits until they are on disk.
func (j *journal) write(b []byte) error {
	_, err := j.file.Write(b)
	if err == nil {
		err = j.file.Sync()
	}
	if err != nil {
		j.close() // what the kernel makes of a file after a failed sync is not to be relied on
	}
	return err
}

// catchUp reads what others of the officer's processes have written, and ends
// a line that a crash has torn.
func (j *journal) catchUp() error {
	if err := j.readOn(); err != nil {
		return err
	}
	info, err := j.file.Stat()
	if err != nil || info.Size() == j.end {
		return err
	}
	if err := j.write([]byte("\n")); err != nil {
		return err
	}
	return j.readOn()
}

func (j *journal) readOn() (err error) {
	j.end, _, err = readLines(j.file, j.end, j.officer, func(e model.Entry) { j.seq = max(j.seq, e.Seq) })
	return err
}

// open opens the journal that lies at its path now.
func (j *journal) open() error {
	if j.file != nil {
		opened, err := j.file.Stat()
		there, missing := os.Lstat(j.path)
		if err == nil && missing == nil && os.SameFile(opened, there) {
			return nil
		}
		j.close()
	}
	if err := j.access.makeFolders(j.desk); err != nil {
		return err
	}
	_, missing := os.Lstat(j.path)
	f, err := os.OpenFile(j.path, os.O_RDWR|os.O_APPEND|os.O_CREATE|noFollow, j.access.journal)
	if err != nil {
		return err
	}
	if errors.Is(missing, fs.ErrNotExist) {
		err = errors.Join(f.Chmod(j.access.journal), syncFolder(filepath.Dir(j.path)))
	}
	if err == nil {
		err = isJournalOf(f, j.officer, j.desk)
	}
	if err != nil {
		f.Close()
		return err
	}
	j.file, j.end = f, 0
	return nil
}

// close gives the file up; the next append opens it again. The numbers go on.
func (j *journal) close() error {
	if j.file == nil {
		return nil
	}
	err := j.file.Close()
	j.file = nil
	return err
}

// isJournalOf says why f is not the officer's journal.
func isJournalOf(f *os.File, o model.Officer, desk string) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return errors.New("it is not a regular file")
	}
	return belongs(info, o, desk)
}

// syncFolder makes a file that is new in a folder outlive a crash.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
