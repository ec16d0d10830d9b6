package feed

import "time"

const (
	lookAgainAfter = 20 * time.Millisecond // at a file that could not be read now
	heldUpFor      = 10                    // deadlines, after which a file is read though another process has claimed it: that may be stopped
)

// postponed are files that are looked at again: another process extracts them,
// and what it finds will be in the memory; or they are not where the watcher saw
// them, and it will tell of their end, unless the folder itself was away.
type postponed struct {
	paths []string             // in the order of the next look
	since map[string]time.Time // the first look
	next  time.Time            // when to look: while one is not done, others will not be
}

// add notes that a file cannot be read now.
func (p *postponed) add(path string, now time.Time) {
	if _, known := p.since[path]; !known {
		p.since[path] = now
	}
	p.paths = append(p.paths, path)
	p.next = now.Add(lookAgainAfter)
}

// due reports whether there is one to look at.
func (p *postponed) due(now time.Time) bool { return len(p.paths) > 0 && !now.Before(p.next) }

// heldUp reports whether a file has waited for longer than most.
func (p *postponed) heldUp(path string, most time.Duration) bool {
	since, known := p.since[path]
	return known && time.Since(since) > most
}
