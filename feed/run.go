package feed

import (
	"context"
	"maps"
	"slices"
	"sync"
	"time"

	"crisisdesk/feed/watch"
	"crisisdesk/model"
	"crisisdesk/model/archive"
)

// batchEvery is how long an update may wait for others to share its batch;
// idleEvery is how often the watcher is asked how it does when nothing stirs.
const (
	batchEvery = 100 * time.Millisecond
	idleEvery  = 5 * time.Second
)

// batchMost is how many updates a batch has at most, so that the board is never
// long without a new Snapshot.
const batchMost = 256

// Apply takes a batch of updates and how far the feed has got. A batch may be
// empty: then only the progress is new.
type Apply func([]model.Update, model.Progress)

// Run reads the folder and follows it until ctx ends, calling apply from one
// goroutine. What the memory holds comes first, before the folder is looked at. The error is that of a folder that cannot be watched at the start;
// a context that ended is none.
func Run(ctx context.Context, opts Options, apply Apply) error {
	opts = opts.withDefaults()
	ctx, cancel := context.WithCancel(ctx)
	r := &runner{
		opts: opts, apply: apply, memory: recall(ctx, opts.Memory),
		jobs: make(chan job, opts.Workers), readings: make(chan reading, opts.Workers), // no worker waits while a batch is handed on
		busy: map[string]bool{}, again: map[string]bool{}, sums: map[string]string{}, problems: problems{},
		parts: parts{}, reread: map[string]*rereading{}, belated: belated{missed: map[string]int{}},
		postponed: postponed{since: map[string]time.Time{}},
	}
	if first, ok := <-r.memory.batches; ok {
		r.hold(first, ok)
		r.apply(r.batch, model.Progress{})
		r.batch = nil
	}
	var err error
	if r.watcher, err = watch.Watch(ctx, opts.Dir, opts.Watch); err != nil {
		cancel()
		r.memory.ended.Wait()
		return err
	}
	var workers sync.WaitGroup
	for range opts.Workers {
		workers.Go(func() { r.work(ctx) })
	}
	r.rememberIn(opts.Memory)
	r.run(ctx)
	cancel()
	workers.Wait()
	close(r.readings)
	for got := range r.readings { // is remembered, though nobody sees it
		r.take(got, time.Now())
	}
	r.remember()
	close(r.memos)
	r.keepers.Wait()
	r.memory.ended.Wait()
	for range r.watcher.Changes() { // until the watcher has closed, too
	}
	return nil
}

// job is a file to read, the sum of the bytes that were last read of it, and
// those of its documents where it has several.
type job struct {
	path, sum string
	items     map[string]string
	again     *rereading // nil where only other bytes count
	anyway    bool       // though another process has claimed it
	opts      Options
}

// runner follows one folder. All its maps belong to the goroutine of run.
type runner struct {
	opts     Options
	apply    Apply
	watcher  *watch.Watcher
	jobs     chan job
	readings chan reading

	todo      []string // to be handed to workers as they get free
	postponed postponed
	busy      map[string]bool // in todo or being read; false where the file has gone meanwhile
	again     map[string]bool // to be read once more when the reading is in
	reread    map[string]*rereading
	sums      map[string]string // of the bytes whose facts the board has
	problems  problems
	parts     parts
	belated   belated
	pace      pace
	memory    *recollection

	batch   []model.Update
	memo    memo           // of the batch
	applied time.Time      // when the last batch went out
	shown   model.Progress // as it went out last

	memos   chan<- memo // to the keeper of the memory
	keepers sync.WaitGroup
}

// run is the one goroutine that decides; the workers only read.
func (r *runner) run(ctx context.Context) {
	pulse := time.NewTicker(batchEvery)
	defer pulse.Stop()
	for {
		r.tryAgain()
		r.mayFlush(time.Now())
		pulse.Reset(r.nextLook())
		changes, jobs, next := r.watcher.Changes(), chan<- job(nil), job{}
		from := &r.todo
		switch {
		case len(r.todo) > 0: // what else has changed waits in the watcher
			changes, jobs = nil, r.jobs
		case r.postponed.due(time.Now()):
			from, jobs = &r.postponed.paths, r.jobs
		}
		if jobs != nil {
			next = r.job((*from)[0])
		}
		select {
		case <-ctx.Done():
			return
		case c, ok := <-changes:
			if !ok {
				return
			}
			r.note(c)
		case jobs <- next:
			*from = (*from)[1:]
		case rules := <-r.opts.Rules:
			r.obey(rules)
		case reading := <-r.readings:
			r.take(reading, time.Now())
		case held, ok := <-r.memory.batches:
			r.hold(held, ok)
		case <-pulse.C:
		}
	}
}

// nextLook is when to look around though nothing stirs.
func (r *runner) nextLook() time.Duration {
	switch {
	case len(r.postponed.paths) > 0:
		return lookAgainAfter
	case r.shown.Waiting > 0 || len(r.batch) > 0:
		return batchEvery
	}
	return idleEvery
}

// job is the reading of a file: behind all else that the process does, but for
// one that was late and is tried again.
func (r *runner) job(path string) job {
	anyway := r.postponed.heldUp(path, heldUpFor*r.opts.Deadline)
	j := job{path, r.sums[path], maps.Clone(r.parts[path]), r.reread[path], anyway, r.opts}
	j.opts.behind = path != r.belated.trying
	return j
}

// work reads files until ctx ends. A reading that the end cut short is none.
func (r *runner) work(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case j := <-r.jobs:
			got := j.opts.read(ctx, j)
			if ctx.Err() != nil {
				got.unclaim()
				return
			}
			select {
			case r.readings <- got:
			case <-ctx.Done():
				got.unclaim()
				return
			}
		}
	}
}

// note takes a change in: the file has gone, or is to be read.
func (r *runner) note(c watch.Change) {
	r.memory.see(c.Path)
	delete(r.belated.missed, c.Path)
	_, busy := r.busy[c.Path]
	switch {
	case c.Gone:
		if busy {
			r.busy[c.Path] = false
		}
		delete(r.again, c.Path)
		delete(r.sums, c.Path)
		r.add(reading{path: c.Path, gone: true, items: []item{{path: c.Path, gone: true}}}, time.Time{})
	case busy:
		r.again[c.Path] = true
	default:
		r.start(c.Path)
	}
}

func (r *runner) start(path string) {
	r.busy[path] = true
	r.todo = append(r.todo, path)
}

// take takes a reading in. One of a file that has gone since is dropped; one of
// a file that has changed since is good until the next. One by rules that are no
// longer in force is done again, and what cannot be read now is, too.
func (r *runner) take(got reading, now time.Time) {
	still := r.busy[got.path]
	switch {
	case still && (got.later || got.gone):
		r.postponed.add(got.path, now)
		return
	case still && got.rules != r.opts.rules:
		got.unclaim()
		r.todo = append(r.todo, got.path)
		return
	}
	delete(r.busy, got.path)
	delete(r.postponed.since, got.path)
	r.belated.took(got)
	if r.reread[got.path] == got.again {
		delete(r.reread, got.path)
	}
	if got.claim != nil {
		r.memo.claims = append(r.memo.claims, got.claim)
	}
	if still && !got.same {
		r.add(got, now)
	}
	if r.again[got.path] {
		delete(r.again, got.path)
		r.start(got.path)
	}
}

// add puts what came of a file into the batch, and takes back what it brought
// before and brings no more.
func (r *runner) add(got reading, now time.Time) {
	delete(r.sums, got.path)
	for _, it := range got.items {
		if it.same {
			r.memory.see(it.path)
			if it.facts != nil {
				r.memo.records = append(r.memo.records, archive.Record{Facts: it.facts, Text: it.text})
			}
		} else {
			r.tell(it, now)
		}
	}
	for _, p := range r.parts.replace(got) {
		r.tell(item{path: p, gone: true}, now)
	}
	if !slices.ContainsFunc(got.items, func(it item) bool { return it.why != "" || it.gone }) {
		r.sums[got.path] = got.sum
	}
}

// tell puts what came of one document into the batch.
func (r *runner) tell(it item, now time.Time) {
	r.memory.see(it.path)
	r.batch = append(r.batch, r.problems.update(it, now))
	r.keep(it)
}

// mayFlush hands the batch on when nothing more is on its way, or when it has
// waited long enough.
func (r *runner) mayFlush(now time.Time) {
	p := model.Progress{Waiting: r.waiting(), Watch: r.watcher.Mode()}
	p.Complete = r.shown.Complete || p.Waiting == 0 && r.memory.batches == nil
	if p.Complete && len(r.memory.missing) > 0 {
		r.withdrawMissing()
	}
	p.Rate, p.ToGo = r.shown.Rate, r.shown.ToGo // until more is told
	if len(r.batch) == 0 && p == r.shown {
		r.remember() // what lies there as it did
		return
	}
	if p.Waiting > 0 && len(r.batch) < batchMost && now.Sub(r.applied) < batchEvery {
		return
	}
	r.pace.tell(&p, len(r.batch), now)
	r.apply(r.batch, p)
	r.remember()
	r.batch, r.shown, r.applied = nil, p, time.Now()
}

// remember has the memory told what was read.
func (r *runner) remember() {
	if !r.memo.empty() {
		r.memos <- r.memo
		r.memo = memo{}
	}
}
