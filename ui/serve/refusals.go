package serve

import (
	"log/slog"
	"maps"
	"slices"
	"sync"
	"time"
)

// Of each sort of refusal so many are told one by one in a stretch of time; of
// the others how many there were.
const (
	toldOfSort  = 10
	tellingTime = time.Minute
)

// refusals tells the log who was not let in or was sent away. A flood of them
// does not fill the disk, nor does a client that says much of itself.
type refusals struct {
	log *slog.Logger

	mu     sync.Mutex
	floods map[string]*flood // that have begun, by sort
}

// flood counts the refusals of one sort in a stretch of time.
type flood struct {
	count int
	end   *time.Timer
}

func newRefusals(log *slog.Logger) *refusals {
	return &refusals{log: log, floods: map[string]*flood{}}
}

// tell logs a refusal of a sort with what is known of it, by names and values,
// unless there were many.
func (r *refusals) tell(sort string, known ...string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	f := r.floods[sort]
	if f == nil {
		f = &flood{end: time.AfterFunc(tellingTime, func() { r.sumUp(sort) })}
		r.floods[sort] = f
	}
	if f.count++; f.count > toldOfSort {
		return
	}
	told := make([]any, len(known))
	for i, s := range known {
		told[i] = brief(s)
	}
	r.log.Warn(sort, told...)
}

// sumUp ends a stretch of time: it says how many were not told one by one.
func (r *refusals) sumUp(sort string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	f := r.floods[sort]
	if f == nil {
		return
	}
	f.end.Stop()
	delete(r.floods, sort)
	if f.count > toldOfSort {
		r.log.Warn("more of a sort than are told one by one", "sort", sort, "more", f.count-toldOfSort)
	}
}

// close sums up what has not been.
func (r *refusals) close() {
	r.mu.Lock()
	sorts := slices.Sorted(maps.Keys(r.floods))
	r.mu.Unlock()
	for _, sort := range sorts {
		r.sumUp(sort)
	}
}

// longestTold is how many bytes of what a client says are told.
const longestTold = 200

// brief is a text, or the beginning of a long one.
func brief(s string) string {
	if len(s) <= longestTold {
		return s
	}
	return s[:longestTold] + "…"
}
