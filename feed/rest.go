package feed

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"time"

	"crisisdesk/model"
)

// restsAfter is how long nothing must come in for a feed to be at rest.
const restsAfter = time.Minute

// Resting is apply for a process whose memory stays what it is for hours. At
// work, garbage is collected when it is so many percent of what is in use. At
// rest it may lie until memory has grown by as much: the runtime would go
// through all that is on the board every two minutes for what little a scan leaves.
func Resting(percent int, apply Apply) Apply {
	r := &rest{percent: percent}
	debug.SetGCPercent(percent)
	r.timer = time.AfterFunc(restsAfter, r.begin)
	return func(updates []model.Update, p model.Progress) {
		r.end()
		apply(updates, p)
		r.timer.Reset(restsAfter)
	}
}

type rest struct {
	percent int
	timer   *time.Timer

	mu    sync.Mutex
	begun bool
}

func (r *rest) begin() {
	r.mu.Lock()
	defer r.mu.Unlock()
	runtime.GC()
	used := inUse()
	debug.SetMemoryLimit(used + used*int64(r.percent)/100)
	debug.SetGCPercent(-1)
	r.begun = true
}

func (r *rest) end() {
	r.timer.Stop()
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.begun {
		debug.SetGCPercent(r.percent)
		debug.SetMemoryLimit(math.MaxInt64)
		r.begun = false
	}
}

// inUse is what the runtime counts against its memory limit, in bytes, without
// what it could give back at once.
func inUse() int64 {
	all := []metrics.Sample{
		{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}, {Name: "/memory/classes/heap/free:bytes"},
	}
	metrics.Read(all)
	return int64(all[0].Value.Uint64() - all[1].Value.Uint64() - all[2].Value.Uint64())
}
