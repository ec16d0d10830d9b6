package feed

import (
	"errors"
	"fmt"
	"slices"
	"time"
)

// late is a deadline that was missed: through the document's own fault, or that
// of a machine that had much else to do.
type late struct {
	deadline time.Duration
	ended    <-chan struct{} // closed when the reader that goes on beyond it has ended
}

func (l late) Error() string { return fmt.Sprintf("not read: it takes longer than %v", l.deadline) }

// tries is how often a file is read while deadlines are missed for it: with the
// others, and then alone, when nothing else waits.
const tries = 3

// noteLate notes whether it was for a missed deadline that a document of a file
// could not be read.
func (r *reading) noteLate(err error) {
	if l := (late{}); errors.As(err, &l) {
		r.late = append(r.late, l)
	}
}

// over reports whether all readers have ended that missed their deadlines on a file: one
// that never ends is not started again.
func (r *reading) over() bool {
	return !slices.ContainsFunc(r.late, func(l late) bool {
		select {
		case <-l.ended:
			return false
		default:
			return true
		}
	})
}

// belated are the files whose deadlines were missed.
type belated struct {
	missed  map[string]int // since they last changed
	waiting []reading      // to be done again
	trying  string         // "" where none is
}

// took notes what came of a reading.
func (b *belated) took(got reading) {
	if b.trying == got.path {
		b.trying = ""
	}
	if len(got.late) == 0 {
		delete(b.missed, got.path)
		return
	}
	if b.missed[got.path]++; b.missed[got.path] < tries {
		b.waiting = append(b.waiting, reading{path: got.path, late: got.late})
	}
}

// tryAgain starts to read the next of the belated files, if there is nothing else
// to do.
func (r *runner) tryAgain() {
	b := &r.belated
	if len(b.waiting) == 0 || len(r.busy) > 0 || r.watcher.Waiting() > 0 {
		return
	}
	i := slices.IndexFunc(b.waiting, func(r reading) bool { return r.over() })
	if i < 0 {
		return
	}
	b.trying = b.waiting[i].path
	b.waiting = slices.Delete(b.waiting, i, i+1)
	r.start(b.trying)
}

// waiting is how many files are still to be read. Those that are tried again
// are told of as problems, and keep nobody waiting.
func (r *runner) waiting() int {
	n := r.watcher.Waiting() + len(r.busy) + int(r.memory.waiting.Load())
	if r.belated.trying != "" {
		n--
	}
	return n
}
