package feed

import "time"

const (
	lookAgainAfter = 20 * time.Millisecond // at a file that another process still extracts
	heldUpFor      = 10                    // deadlines, after which it is read all the same: that process may be stopped
)

// elsewhere are files that other processes extract. What these find will be in
// the memory.
type elsewhere struct {
	paths []string             // to be looked at again, in this order
	since map[string]time.Time // when each was first found so
	next  time.Time            // when to look: while one is not done, others will not be
}

// found notes that another process still extracts a file.
func (e *elsewhere) found(path string, now time.Time) {
	if _, known := e.since[path]; !known {
		e.since[path] = now
	}
	e.paths = append(e.paths, path)
	e.next = now.Add(lookAgainAfter)
}

// due reports whether there is one to look at.
func (e *elsewhere) due(now time.Time) bool { return len(e.paths) > 0 && !now.Before(e.next) }

// heldUp reports whether a file has waited for another process long enough.
func (e *elsewhere) heldUp(path string, most time.Duration) bool {
	since, known := e.since[path]
	return known && time.Since(since) > most
}
