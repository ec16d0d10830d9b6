package watch

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"
	"time"
)

// goneAgain is how often a folder that is gone is looked for.
const goneAgain = time.Second

// scan compares the whole folder with what is known: the truth, when hints were
// lost or never came.
func (w *Watcher) scan(now time.Time) {
	root, err := os.Stat(w.dir)
	if err != nil || !root.IsDir() {
		w.scanAt = now.Add(min(goneAgain, w.opts.Poll))
		if err == nil || isGone(err) {
			w.forget(now)
		}
		return
	}
	if w.root == nil || !os.SameFile(w.root, root) {
		w.begin(root)
	}
	w.leaveMoved()
	there := make(map[string]bool, len(w.settler.known))
	w.walk(".", stamp{}, func(p string, st stamp) {
		there[p] = true
		w.settler.saw(p, st, scanned, now)
	})
	for _, p := range w.settler.paths(func(p string) bool { return !there[p] }) {
		w.look(p, scanned, now)
	}
	if every := w.opts.Rescan; !w.polling() {
		w.scanAt = now.Add(every)
	} else {
		w.scanAt = now.Add(w.opts.Poll)
	}
}

// begin listens to a folder that was not followed before, or that took the
// place of the one that was.
func (w *Watcher) begin(root fs.FileInfo) {
	w.signals.close()
	w.root, w.folders = root, map[string]uint64{}
	if w.opts.Silent {
		w.signals = &signals{why: "signals are switched off"}
		return
	}
	w.signals = openSignals(w.dir)
}

// forget takes everything as gone, with the folder.
func (w *Watcher) forget(now time.Time) {
	w.signals.close()
	w.root, w.folders = nil, nil
	for _, p := range w.settler.paths(func(string) bool { return true }) {
		w.settler.saw(p, stamp{}, scanned, now)
	}
}

// walk listens to a folder and all in it, then lists what is there: in this
// order a file that comes meanwhile is seen at least once. A folder closed to
// us is listed itself, so that it can be told of.
func (w *Watcher) walk(dir string, st stamp, see func(string, stamp)) {
	w.folders[dir] = st.inode
	w.signals.add(w.full(dir))
	f, err := os.Open(w.full(dir))
	if err != nil {
		if dir != "." && !isGone(err) {
			see(dir, st)
		}
		return
	}
	defer f.Close()
	names, _ := f.Readdirnames(-1) // what could be read of it; the rest stays as it was known
	inside := dir + "/"
	if dir == "." {
		inside = ""
	}
	for _, name := range names {
		if Ignored(name) {
			continue
		}
		in, p := f, inside+name
		if len(w.dir)+len(p) > longPath {
			in, name = nil, w.full(p)
		}
		switch st, err := lookAt(in, name); {
		case errors.Is(err, syscall.ENAMETOOLONG):
			see(p, tooDeep)
		case err != nil:
		case st.folder:
			w.walk(p, st, see)
		default:
			see(p, st)
		}
	}
}

// longPath is from where on a path may be longer than the system takes: then it
// is tried whole, as those will who open the file.
const longPath = 250

// lose forgets a folder that is gone, and looks for each file known in it.
func (w *Watcher) lose(dir string, now time.Time) {
	if _, known := w.folders[dir]; !known {
		return
	}
	inside := dir + "/"
	for f := range w.folders {
		if f == dir || strings.HasPrefix(f, inside) {
			w.leave(f)
		}
	}
	for _, p := range w.settler.paths(func(p string) bool { return strings.HasPrefix(p, inside) }) {
		w.look(p, scanned, now)
	}
}

// leaveMoved forgets the folders whose names no longer stand for them.
func (w *Watcher) leaveMoved() {
	for dir, inode := range w.folders {
		if dir == "." {
			continue
		}
		if st, err := lookAt(nil, w.full(dir)); err != nil || !st.folder || st.inode != inode {
			w.leave(dir)
		}
	}
}

// leave ends listening to a folder: it may have another name now, and would go
// on being told of by the old one.
func (w *Watcher) leave(dir string) {
	delete(w.folders, dir)
	w.signals.remove(w.full(dir))
}

// List names the files in dir and in its folders as a watcher would report
// them, sorted.
func List(dir string) ([]string, error) {
	if _, err := os.ReadDir(dir); err != nil {
		return nil, err
	}
	var out []string
	w := &Watcher{dir: dir, folders: map[string]uint64{}, signals: &signals{}}
	w.walk(".", stamp{}, func(p string, _ stamp) { out = append(out, p) })
	slices.Sort(out)
	return out, nil
}
