package watch

import (
	"errors"
	"runtime"
	"syscall"

	"github.com/fsnotify/fsnotify"
)

// signalBuffer is how many events may wait for the watcher before the kernel's
// own queue fills: a burst of a few thousand files passes without an overflow.
const signalBuffer = 8192

// signals are the kernel's hints at what changed. Where none can be had, why
// says so and the channels are nil, which never deliver.
type signals struct {
	fsnotify *fsnotify.Watcher
	events   <-chan fsnotify.Event
	errors   <-chan error
	why      string
}

// openSignals starts listening, with no folder yet.
func openSignals(dir string) *signals {
	if why := silent(dir); why != "" {
		return &signals{why: why}
	}
	w, err := fsnotify.NewBufferedWatcher(signalBuffer)
	if err != nil {
		return &signals{why: whyNot(err)}
	}
	return &signals{fsnotify: w, events: w.Events, errors: w.Errors}
}

// add listens to a folder, too. Without signals it does nothing; where the
// folder cannot be listened to, all signals are given up: half of them would
// look like all.
func (s *signals) add(dir string) {
	if s.fsnotify == nil {
		return
	}
	switch err := s.fsnotify.Add(dir); {
	case err == nil:
	case errors.Is(err, syscall.ENOENT), errors.Is(err, syscall.EACCES), errors.Is(err, syscall.ENOTDIR):
		// Gone again or closed to us: the scan tells which.
	default:
		s.close()
		s.why = whyNot(err)
	}
}

// remove ends listening to a folder, if it is listened to.
func (s *signals) remove(dir string) {
	if s.fsnotify != nil {
		_ = s.fsnotify.Remove(dir) // the only fault can be that it was not
	}
}

func (s *signals) close() {
	if s.fsnotify != nil {
		s.fsnotify.Close()
	}
	*s = signals{why: s.why}
}

// name is the kernel's facility, as a status line shows it.
func (s *signals) name() string {
	switch runtime.GOOS {
	case "linux":
		return "inotify"
	case "windows":
		return "change notifications"
	case "illumos", "solaris":
		return "event ports"
	}
	return "kqueue"
}

func whyNot(err error) string {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return "the system's limit of watched folders is reached"
	case errors.Is(err, syscall.EMFILE), errors.Is(err, syscall.ENFILE):
		return "the system's limit of watchers is reached"
	}
	return err.Error()
}
