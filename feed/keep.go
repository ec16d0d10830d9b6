package feed

import (
	"context"
	"time"

	"crisisdesk/model/archive"
)

// memo is what a memory is to be told of what was read.
type memo struct {
	records   []archive.Record
	sightings []archive.Sighting
	claims    []func() // to be released once the memory has it
}

func (m memo) empty() bool { return len(m.records)+len(m.sightings)+len(m.claims) == 0 }

const (
	memosAhead  = 8               // batches that wait to be stored before the feed waits for them
	storeWithin = 3 * time.Second // how long the end waits for a database that others are at
)

// keeper tells a memory what was read, beside all else and behind it, as readers
// read: none of them waits for the disk. Until the memory has it, no other
// process may have what was claimed: it would read that again.
type keeper struct {
	memory *archive.Memory
	memos  chan memo
	claims []func() // of what is not stored yet
}

// rememberIn starts the keeper of a memory, which ends when its memos do and are stored.
func (r *runner) rememberIn(memory *archive.Memory) {
	k := &keeper{memory: memory, memos: make(chan memo, memosAhead)}
	r.memos = k.memos
	r.keepers.Go(k.run)
}

func (k *keeper) run() {
	stepBack()
	again := time.NewTicker(idleEvery) // for what could not be stored before
	defer again.Stop()
	settled := true
	for more := true; more; {
		var next memo
		select {
		case next, more = <-k.memos:
		case <-again.C:
		}
		if settled = k.store(next); settled {
			again.Reset(idleEvery)
		} else {
			again.Reset(batchEvery)
		}
	}
	for end := time.Now().Add(storeWithin); !settled && time.Now().Before(end); {
		time.Sleep(batchEvery)
		settled = k.store(memo{})
	}
	k.release()
}

// store is told to the end, whatever ends the feed.
func (k *keeper) store(m memo) (settled bool) {
	k.claims = append(k.claims, m.claims...)
	settled = k.memory.Keep(context.Background(), m.records, m.sightings)
	if settled {
		k.release()
	}
	return settled
}

func (k *keeper) release() {
	for _, release := range k.claims {
		release()
	}
	k.claims = nil
}
