package watch

import "time"

// sign is what drew attention to a path.
type sign uint8

const (
	scanned  sign = iota // a scan or an attribute change: nothing is known but the stamp
	appeared             // the name came into being
	written              // bytes were written under the name
)

// unrest is a path that has stirred and is not yet reported.
type unrest struct {
	first time.Time // of the first sign
	since time.Time // of the last change of its stamp
	stamp stamp     // as last seen
	whole bool      // the name appeared with bytes in it and nobody has written since: it was moved in
}

// settler decides when a path that stirred has come to rest. It knows no clock
// and no file system: it is told what was seen, and when.
type settler struct {
	quiet  time.Duration // a written file rests so long before it is taken
	atMost time.Duration // and is taken after this even if it never rests
	grace  time.Duration // a name that came or went whole is taken after this
	known  map[string]stamp
	stirs  map[string]*unrest
	queue  queue
}

func newSettler(o Options) *settler {
	return &settler{
		quiet: o.Quiet, atMost: o.AtMost, grace: min(grace, o.Quiet),
		known: map[string]stamp{}, stirs: map[string]*unrest{},
	}
}

// saw notes the stamp of a path as it was at now.
func (s *settler) saw(path string, st stamp, why sign, now time.Time) {
	u := s.stirs[path]
	if u == nil {
		if s.known[path] == st {
			return
		}
		u = &unrest{first: now, since: now, stamp: st}
		s.stirs[path] = u
	}
	if u.stamp != st {
		u.stamp, u.since = st, now
	}
	switch why {
	case appeared:
		u.whole = st.size > 0
	case written:
		u.whole = false
	}
}

// due is when u may be taken, if nothing stirs it before.
func (s *settler) due(u *unrest) time.Time {
	switch {
	case !u.stamp.there || u.whole:
		return u.since.Add(s.grace)
	case u.stamp.restedBefore(u.since) >= s.quiet:
		return u.since
	}
	due, last := u.since.Add(s.quiet), u.first.Add(s.atMost)
	if last.Before(due) {
		return last
	}
	return due
}

// rested lists the paths that are due at now.
func (s *settler) rested(now time.Time) []string {
	var out []string
	for path, u := range s.stirs {
		if !s.due(u).After(now) {
			out = append(out, path)
		}
	}
	return out
}

// take looks once more at a path that was due: if its stamp is still the one
// that rested, or its time is over, the change is queued.
func (s *settler) take(path string, st stamp, now time.Time) {
	u := s.stirs[path]
	if u.stamp != st && now.Sub(u.first) < s.atMost {
		u.stamp, u.since, u.whole = st, now, false
		return
	}
	delete(s.stirs, path)
	old := s.known[path]
	if old == st {
		return
	}
	if st.there {
		s.known[path] = st
	} else {
		delete(s.known, path)
	}
	s.queue.push(Change{Path: path, Gone: !st.there}, st.mtime)
}

// paths lists those that are known or stirring and that which wants.
func (s *settler) paths(which func(path string) bool) []string {
	var out []string
	for path := range s.known {
		if which(path) {
			out = append(out, path)
		}
	}
	for path := range s.stirs {
		if _, known := s.known[path]; !known && which(path) {
			out = append(out, path)
		}
	}
	return out
}

// waiting is how many changes are seen and not yet handed on.
func (s *settler) waiting() int { return len(s.stirs) + s.queue.len() }
