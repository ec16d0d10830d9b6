package watch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Change is what happened to one path: it has new content, or it is gone.
type Change struct {
	Path string // relative to the watched folder, with slashes
	Gone bool
}

// Options are the patience of a watcher. A zero duration stands for its default.
type Options struct {
	Quiet  time.Duration // rest of a written file before it is taken; 400 ms
	AtMost time.Duration // a file that never rests is taken after this; 5 s
	Rescan time.Duration // between scans where changes are signalled; 60 s
	Poll   time.Duration // between scans where they are not; 5 s
	Silent bool          // scan only, even where changes are signalled
}

// grace is how long a name that came or went is watched for a second sign: the
// first write to a new file, or the file that takes the place of one removed.
const grace = 50 * time.Millisecond

// pulse is how often stirring paths are looked through.
const pulse = 20 * time.Millisecond

func (o Options) withDefaults() Options {
	def := func(d *time.Duration, v time.Duration) {
		if *d == 0 {
			*d = v
		}
	}
	def(&o.Quiet, 400*time.Millisecond)
	def(&o.AtMost, 5*time.Second)
	def(&o.Rescan, time.Minute)
	def(&o.Poll, 5*time.Second)
	return o
}

// Watcher follows one folder and the folders in it. One goroutine owns all its
// state; what others may ask is atomic.
type Watcher struct {
	dir     string
	opts    Options
	changes chan Change

	root    fs.FileInfo       // the folder that is being followed; nil while there is none
	folders map[string]uint64 // that are listened to, with their inodes
	signals *signals
	settler *settler
	scanAt  time.Time // of the next scan
	tickAt  time.Time // of the next look at what stirs
	lost    bool      // the last scan was for events that were lost

	mode    atomic.Pointer[string]
	waiting atomic.Int64
}

// Watch starts following dir, which must be a folder, until ctx ends. What is
// in the folder at the start is reported first.
func Watch(ctx context.Context, dir string, opts Options) (*Watcher, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	switch fi, err := os.Stat(abs); {
	case err != nil:
		return nil, err
	case !fi.IsDir():
		return nil, fmt.Errorf("%s is not a folder", dir)
	}
	opts = opts.withDefaults()
	w := &Watcher{
		dir: abs, opts: opts, changes: make(chan Change),
		signals: &signals{}, settler: newSettler(opts),
	}
	w.scan(time.Now())
	w.publish()
	go w.follow(ctx)
	return w, nil
}

// Changes delivers what happened: of what waits, files that have gone first,
// then the newest. It is closed when the context of Watch has ended.
func (w *Watcher) Changes() <-chan Change { return w.changes }

// Mode says how the folder is watched: "inotify", "rescanned: inotify lost
// events" (until the next scan), "polling every 5s: NFS signals no changes",
// "folder gone: looking for it again".
func (w *Watcher) Mode() string { return *w.mode.Load() }

// Waiting is the number of changes that are seen and not yet received.
func (w *Watcher) Waiting() int { return int(w.waiting.Load()) }

func (w *Watcher) follow(ctx context.Context) {
	defer close(w.changes)
	defer func() { w.signals.close() }()
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		var out chan<- Change
		head, ok := w.settler.queue.head()
		if ok {
			out = w.changes
		}
		select {
		case <-ctx.Done():
			return
		case out <- head:
			w.settler.queue.pop()
		case ev := <-w.signals.events:
			w.hint(ev, time.Now())
		case <-w.signals.errors: // events were lost: scan at once
			w.scanAt = time.Time{}
		case <-timer.C:
			w.tick(time.Now())
		}
		timer.Reset(time.Until(w.wake(time.Now())))
		w.publish()
	}
}

// wake is when the watcher must look by itself: soon while paths are stirring,
// else for the next scan.
func (w *Watcher) wake(now time.Time) time.Time {
	if w.scanAt.Before(w.tickAt) {
		w.tickAt = w.scanAt
	}
	if soon := now.Add(pulse); len(w.settler.stirs) > 0 && soon.Before(w.tickAt) {
		w.tickAt = soon
	}
	return w.tickAt
}

// tick takes what has rested, and scans when it is time to.
func (w *Watcher) tick(now time.Time) {
	if !now.Before(w.scanAt) {
		w.lost = w.scanAt.IsZero()
		w.scan(now)
	}
	for _, path := range w.settler.rested(now) {
		if st, err := w.stampAt(path); err == nil {
			w.settler.take(path, st, now)
		} else {
			delete(w.settler.stirs, path) // cannot be told now; the next scan will
		}
	}
	w.tickAt = w.scanAt
}

// hint follows up an event: it says where to look, not what is there.
func (w *Watcher) hint(ev fsnotify.Event, now time.Time) {
	path, err := filepath.Rel(w.dir, ev.Name)
	if err != nil {
		return
	}
	if path = filepath.ToSlash(path); path == "." {
		if ev.Has(fsnotify.Remove) || ev.Has(fsnotify.Rename) {
			w.root = nil
			w.scan(now)
		}
		return
	}
	if ignoredPath(path) {
		return
	}
	if ev.Has(fsnotify.Remove) || ev.Has(fsnotify.Rename) {
		w.lose(path, now) // another may have its name already
	}
	why := scanned
	switch {
	case ev.Has(fsnotify.Write):
		why = written
	case ev.Has(fsnotify.Create):
		why = appeared
	}
	w.look(path, why, now)
}

// look sees what is at path now.
func (w *Watcher) look(path string, why sign, now time.Time) {
	st, err := lookAt(nil, w.full(path))
	switch {
	case isGone(err):
		w.lose(path, now)
		w.settler.saw(path, stamp{}, why, now)
	case errors.Is(err, syscall.ENAMETOOLONG):
		w.settler.saw(path, tooDeep, why, now)
	case err != nil: // the next scan will tell
	case st.folder:
		w.settler.saw(path, stamp{}, why, now) // a file may have had the name
		w.walk(path, st, func(p string, st stamp) { w.settler.saw(p, st, scanned, now) })
	default:
		w.settler.saw(path, st, why, now)
	}
}

func (w *Watcher) publish() {
	w.waiting.Store(int64(w.settler.waiting()))
	mode := w.signals.name()
	switch {
	case w.root == nil:
		mode = "folder gone: looking for it again"
	case w.polling():
		mode = fmt.Sprintf("polling every %v: %s", w.opts.Poll, w.signals.why)
	case w.lost:
		mode = fmt.Sprintf("rescanned: %s lost events", mode)
	}
	if old := w.mode.Load(); old == nil || *old != mode {
		w.mode.Store(&mode)
	}
}

func (w *Watcher) polling() bool { return w.signals.fsnotify == nil }

func (w *Watcher) full(path string) string { return filepath.Join(w.dir, filepath.FromSlash(path)) }

// stampAt is the stamp of the file at path. A folder has none, unless it is
// closed to us: then it stands for the files in it that cannot be seen.
func (w *Watcher) stampAt(path string) (stamp, error) {
	st, err := lookAt(nil, w.full(path))
	switch {
	case isGone(err):
		return stamp{}, nil
	case errors.Is(err, syscall.ENAMETOOLONG):
		return tooDeep, nil
	case err != nil:
		return stamp{}, err
	case st.folder && !closed(w.full(path)):
		return stamp{}, nil
	}
	return st, nil
}

// closed reports whether a folder cannot be listed.
func closed(dir string) bool {
	f, err := os.Open(dir)
	if err == nil {
		f.Close()
	}
	return err != nil && !isGone(err)
}

// isGone tells that a path is not there from all else that keeps one from seeing it.
func isGone(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}
