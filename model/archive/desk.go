package archive

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"sync"
	"syscall"
	"time"

	"crisisdesk/model"
)

// Place says where the desk folder is.
type Place struct {
	Dir    string // "" stands for the default of the watched folder, Off for none
	Shared bool   // a new one is opened to its group
}

// Off as the Dir of a Place keeps nothing.
const Off = "off"

// Folder is the desk folder of a watched folder, "" for none.
func (at Place) Folder(watched string) (string, error) {
	switch at.Dir {
	case "":
		return DefaultDir(watched)
	case Off:
		return "", nil
	}
	return at.Dir, nil
}

// Open opens the desk folder of a watched folder; opts.Shared is that of the place.
func (at Place) Open(watched string, opts Options) (*Archive, error) {
	dir, err := at.Folder(watched)
	if err != nil {
		return nil, err
	}
	opts.Shared = at.Shared
	a, err := Open(dir, opts)
	if err != nil {
		return nil, fmt.Errorf("the desk folder: %w (name another with --desk, or none with --desk %s)", err, Off)
	}
	return a, nil
}

// Desk is the desk folder of a running dashboard: its journals are followed
// onto the board. Archive is nil where nothing is kept, and Memory until
// [Desk.Remember].
type Desk struct {
	Archive *Archive
	Memory  *Memory

	ended       sync.WaitGroup
	stopPruning context.CancelFunc
}

// Remember makes Memory what the archive remembers for a version of the
// extractor, and no other, until ctx ends.
func (d *Desk) Remember(ctx context.Context, version string) {
	if d.Archive == nil {
		return
	}
	if d.stopPruning != nil {
		d.stopPruning()
	}
	ctx, d.stopPruning = context.WithCancel(ctx)
	memory := d.Archive.Memory(version)
	d.Memory = memory
	d.ended.Go(func() { memory.PruneDaily(ctx) })
}

// OpenDesk opens the desk folder and follows what officers write, until ctx ends; what they have written so far is on the
// board when it returns. Where the disk does not let the folder
// be made, the board is warned and the desk keeps nothing.
func OpenDesk(ctx context.Context, at Place, watched string, board *model.Board) (*Desk, error) {
	d := &Desk{}
	if at.Dir == Off {
		return d, nil
	}
	const it = "the desk folder"
	warn := func(what string) { board.Warn(it, what, time.Now()) }
	a, err := at.Open(watched, Options{Warn: warn, Mend: func(what string) { board.Mend(it, what) }})
	switch {
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS), errors.Is(err, syscall.ENOSPC):
		warn("nothing is kept: " + err.Error())
		return d, nil
	case err != nil:
		return nil, err
	}
	d.Archive = a
	var first sync.Once
	told := make(chan struct{})
	d.ended.Go(func() {
		defer first.Do(func() { close(told) })
		err := a.Follow(ctx, func(entries []model.Entry) {
			board.Enter(entries)
			first.Do(func() { close(told) })
		})
		if err != nil {
			warn("what officers write cannot be read: " + err.Error())
		}
	})
	<-told
	return d, nil
}

// Close waits for the end of what OpenDesk's context ends, and lets the folder go.
func (d *Desk) Close() error {
	d.ended.Wait()
	if d.Archive == nil {
		return nil
	}
	return d.Archive.Close()
}
