package feed

import (
	"math"
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"time"

	"crisisdesk/model"
)

// restsAfter is how long nothing must come in for a feed to be at rest.
const restsAfter = time.Minute

// Resting is apply for a process whose memory stays what it is for hours. While
// many files wait, garbage is collected when it is so many percent of what is in
// use; while few do, at half of that. At rest it may lie until memory has grown
// by that half: the runtime would go through all that is on the board every two
// minutes for what little a scan leaves. The machine gets back what the rest
// does not need.
func Resting(percent int, apply Apply) Apply {
	r := &rest{percent: percent}
	r.collectAt(percent)
	r.timer = time.AfterFunc(restsAfter, r.begin)
	return func(updates []model.Update, p model.Progress) {
		r.end(p.Waiting)
		apply(updates, p)
		r.timer.Reset(restsAfter)
	}
}

// manyWait is how many files make a backlog.
const manyWait = 100

type rest struct {
	percent int
	timer   *time.Timer

	mu    sync.Mutex
	begun bool
	set   int // the percentage in force
}

func (r *rest) begin() {
	r.mu.Lock()
	defer r.mu.Unlock()
	debug.FreeOSMemory()
	used := inUse()
	debug.SetMemoryLimit(used + used*int64(r.percent)/200)
	r.collectAt(-1)
	r.begun = true
}

// end lets garbage be collected as it is at work while so many files wait.
func (r *rest) end(waiting int) {
	r.timer.Stop()
	r.mu.Lock()
	defer r.mu.Unlock()
	if waiting >= manyWait {
		r.collectAt(r.percent)
	} else {
		r.collectAt(r.percent / 2)
	}
	if r.begun {
		debug.SetMemoryLimit(math.MaxInt64)
		r.begun = false
	}
}

func (r *rest) collectAt(percent int) {
	if percent != r.set {
		debug.SetGCPercent(percent)
		r.set = percent
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
