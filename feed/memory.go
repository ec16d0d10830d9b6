package feed

import (
	"context"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"crisisdesk/feed/document"
	"crisisdesk/model"
	"crisisdesk/model/archive"
)

// recollection is what the memory holds of the folder, on its way to the board.
type recollection struct {
	batches <-chan []*model.Facts // nil once all have come
	waiting atomic.Int64          // documents in it
	met     map[string]bool       // paths that were seen in the folder meanwhile: what lies there now counts
	missing map[string]bool       // paths that came and were not yet seen in the folder
	ended   sync.WaitGroup
}

// aheadOf is how many batches may wait: those of a million documents.
const aheadOf = 1 << 14

// recall starts reading what the memory holds.
func recall(ctx context.Context, m *archive.Memory) *recollection {
	c := &recollection{met: map[string]bool{}, missing: map[string]bool{}}
	batches := make(chan []*model.Facts, aheadOf)
	c.batches = batches
	c.ended.Go(func() {
		defer close(batches)
		for batch := range m.Held(ctx) {
			c.waiting.Add(int64(len(batch)))
			select {
			case batches <- batch:
			case <-ctx.Done():
				return
			}
		}
	})
	return c
}

// see notes that a path was seen in the folder.
func (c *recollection) see(path string) {
	delete(c.missing, path)
	if c.batches != nil {
		c.met[path] = true
	}
}

// hold puts what the memory held into the batch; ok is false after the last.
func (r *runner) hold(batch []*model.Facts, ok bool) {
	if !ok {
		r.memory.batches, r.memory.met = nil, nil
		return
	}
	r.memory.waiting.Add(-int64(len(batch)))
	for _, f := range batch {
		path := f.Document.Path
		if r.memory.met[path] {
			continue
		}
		r.memory.missing[path] = true
		r.parts.hold(path, f.Document.SHA256)
		if !document.Divides(path) { // of one that does, the other documents may be missing
			r.sums[path] = f.Document.SHA256
		}
		r.batch = append(r.batch, model.Update{Path: path, Facts: f})
	}
}

// withdrawMissing takes back what the memory held and the folder has no more.
func (r *runner) withdrawMissing() {
	for _, path := range slices.Sorted(maps.Keys(r.memory.missing)) {
		delete(r.sums, path)
		r.tell(item{path: path, gone: true}, time.Time{})
	}
	clear(r.memory.missing)
}

// keep tells the memory what a document brought, or that it brought nothing.
func (r *runner) keep(got item) {
	switch {
	case got.text != "":
		r.memo.records = append(r.memo.records, archive.Record{Facts: got.facts, Text: got.text})
	case got.facts != nil:
		r.memo.sightings = append(r.memo.sightings, archive.Sighting{Path: got.path, SHA256: got.sum})
	default:
		r.memo.sightings = append(r.memo.sightings, archive.Sighting{Path: got.path})
	}
}
