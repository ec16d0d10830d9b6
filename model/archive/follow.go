package archive

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"crisisdesk/model"
)

// pollEvery is how often journals are looked at where nothing hints at a change.
const pollEvery = time.Second

// Follow hands over the entries of all journals: first, at once, those that
// are there, if any, then what officers of any process append. It returns when
// ctx ends, or where the folder cannot be read from the beginning. Entries of a journal that was replaced come again: [model.Fold] knows
// them by their numbers.
func (a *Archive) Follow(ctx context.Context, tell func([]model.Entry)) error {
	f := a.newFollower()
	hints, faults, stop := hintsAt(f.dir)
	defer stop()
	entries, err := f.poll()
	if err != nil {
		return err
	}
	tell(entries)
	tick := time.NewTicker(pollEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
		case <-faults: // the tick stands in
		case <-hints:
		}
		if entries, err = f.poll(); err != nil {
			f.warnOnce(f.dir, err) // the folder may come back
		}
		if len(entries) > 0 {
			tell(entries)
		}
	}
}

// hintsAt gives the kernel's events of a folder; channels that never deliver
// where they cannot be had.
func hintsAt(dir string) (events <-chan fsnotify.Event, faults <-chan error, stop func()) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, nil, func() {}
	}
	if err := w.Add(dir); err != nil {
		w.Close()
		return nil, nil, func() {}
	}
	return w.Events, w.Errors, func() { w.Close() }
}

// follower knows how far each journal has been read.
type follower struct {
	dir, desk string
	files     map[string]*followed
	warn      func(string)
	warned    map[string]bool
}

type followed struct {
	info fs.FileInfo // as it was when it was last read
	end  int64       // of the last whole line
}

func (a *Archive) newFollower() *follower {
	return &follower{
		dir: filepath.Join(a.dir, journalFolder), desk: a.dir, files: map[string]*followed{},
		warn: a.warn, warned: map[string]bool{},
	}
}

// poll reads what is new in any journal.
func (f *follower) poll() ([]model.Entry, error) {
	there, err := os.ReadDir(f.dir)
	if err != nil {
		return nil, err
	}
	var out []model.Entry
	for _, d := range there {
		name, ok := strings.CutSuffix(d.Name(), journalSuffix)
		if !ok {
			continue
		}
		officer, ok := officerOf(name)
		if !ok {
			f.warnOnce(d.Name(), errors.New("its name is that of no officer"))
			continue
		}
		entries, err := f.read(d.Name(), officer)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			f.warnOnce(d.Name(), err)
		}
		out = append(out, entries...)
	}
	return out, nil
}

// read reads what is new in one journal.
func (f *follower) read(name string, officer model.Officer) ([]model.Entry, error) {
	path := filepath.Join(f.dir, name)
	known := f.files[name]
	if info, err := os.Lstat(path); err == nil && known != nil && os.SameFile(info, known.info) && info.Size() == known.info.Size() {
		return nil, nil
	}
	file, err := os.OpenFile(path, os.O_RDONLY|noFollow, 0)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if err := isJournalOf(file, officer, f.desk); err != nil {
		return nil, err
	}
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	if known == nil || !os.SameFile(info, known.info) || info.Size() < known.end {
		known = &followed{}
		f.files[name] = known
	}
	known.info = info
	var out []model.Entry
	end, strange, err := readLines(file, known.end, officer, func(e model.Entry) { out = append(out, e) })
	known.end = end
	if strange > 0 {
		f.warnOnce(name, fmt.Errorf("%d lines in it are no entries of its officer", strange))
	}
	return out, err
}

// warnOnce says that a journal, or part of it, is ignored.
func (f *follower) warnOnce(name string, why error) {
	message := fmt.Sprintf("journal %s is ignored, at least in part: %v", name, why)
	if !f.warned[message] {
		f.warned[message] = true
		f.warn(message)
	}
}
