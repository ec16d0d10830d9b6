package archive

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"
	"sync/atomic"
	"time"

	"crisisdesk/model"
)

// Memory is an archive as one version of the extractor uses it. It never
// fails: a database that cannot be used makes it remember nothing, and is
// warned of until it can be used again. A nil Memory remembers nothing.
type Memory struct {
	archive *Archive
	version string

	reading, writing fault
	written          atomic.Int64 // what the database had written when that was last noted

	// Of the goroutine that calls Keep:
	late     []Record // that could not be stored
	lateSeen []Sighting
	tried    time.Time // when they last could not
	busy     bool      // because other processes were at the database
}

// Memory is what the archive remembers for a version of the extractor.
func (a *Archive) Memory(version string) *Memory { return &Memory{archive: a, version: version} }

// Held goes through the facts of all documents that lay in the folder when it
// was last looked at, in batches, the newest roughly first; those that cannot
// be had are left out.
func (m *Memory) Held(ctx context.Context) iter.Seq[[]*model.Facts] {
	return func(yield func([]*model.Facts) bool) {
		if m == nil {
			return
		}
		for batch, err := range m.archive.All(ctx, m.version) {
			if m.note(ctx, &m.reading, err) || !yield(batch) {
				return
			}
		}
	}
}

// Known returns the facts of the bytes of a sum at path, nil where the archive
// has none.
func (m *Memory) Known(ctx context.Context, path, sum string) *model.Facts {
	if m == nil {
		return nil
	}
	f, err := m.archive.Get(ctx, path, sum, m.version)
	m.note(ctx, &m.reading, err)
	return f
}

// mostLate is how many records, and how many sightings, wait at most until the
// database can be used.
const mostLate = 1_000

// Keep stores what was extracted and notes what else lies at paths, or no
// longer does. What cannot be stored, because other processes are at it or the
// disk is full, is tried again with later calls, which may bring nothing new.
// Of more than can wait the oldest are left to be extracted again. It reports
// whether other processes may have what was claimed: all is stored, or cannot be
// for a reason that they have, too. Keep is for one goroutine.
func (m *Memory) Keep(ctx context.Context, records []Record, sightings []Sighting) (settled bool) {
	if m == nil || len(records)+len(sightings) == 0 && (len(m.late)+len(m.lateSeen) == 0 || time.Since(m.tried) < m.retryIn()) {
		return m == nil || !m.busy
	}
	records, sightings = append(m.late, records...), append(m.lateSeen, sightings...)
	m.late, m.lateSeen = nil, nil
	if len(records) > 0 {
		err := m.archive.Put(ctx, m.version, records...)
		m.busy = errors.Is(err, errBusy)
		if err != nil {
			m.late, m.tried = last(records, mostLate), time.Now()
		}
		m.noteWriting(ctx, err)
	}
	if len(sightings) > 0 {
		err := m.archive.Seen(ctx, sightings...)
		if err != nil {
			m.lateSeen, m.tried = last(sightings, mostLate), time.Now()
		}
		m.noteWriting(ctx, err)
	}
	return !m.busy
}

// retryIn is how long what could not be stored waits until it is tried again.
func (m *Memory) retryIn() time.Duration {
	if m.busy {
		return busyFor
	}
	return retryAfter
}

func last[T any](list []T, n int) []T { return list[max(0, len(list)-n):] }

const (
	keptWhenGone = 90 * 24 * time.Hour // how long documents that left the folder can be searched
	firstPrune   = time.Minute         // after the start
	nextPrune    = 24 * time.Hour
)

// PruneDaily forgets what has long left the folder and what other versions of
// the extractor found, now and then until ctx ends.
func (m *Memory) PruneDaily(ctx context.Context) {
	for wait := time.After(firstPrune); ; wait = time.After(nextPrune) {
		select {
		case <-ctx.Done():
			return
		case <-wait:
		}
		err := m.archive.Prune(ctx, m.version, m.archive.now().Add(-keptWhenGone))
		m.noteWriting(ctx, err)
	}
}

// fault is what does not work, in words; "" while it works.
type fault struct {
	mu   sync.Mutex
	said string
}

// noteWriting notes what came of writing. That others were at it is no fault,
// and that there was nothing to write does not end one.
func (m *Memory) noteWriting(ctx context.Context, err error) {
	written := m.archive.facts.written.Load()
	if errors.Is(err, errBusy) || err == nil && written == m.written.Load() {
		return
	}
	m.written.Store(written)
	m.note(ctx, &m.writing, err)
}

// note warns of an error that is new, takes the warning back when it is over,
// and reports whether there is one. What the end of a context brings about is none.
func (m *Memory) note(ctx context.Context, f *fault, err error) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	switch {
	case ctx.Err() != nil:
	case err != nil && f.said == "":
		f.said = fmt.Sprintf("the archive cannot be used, and what is read is read anew at the next start: %v", err)
		m.archive.warn(f.said)
	case err == nil && f.said != "":
		m.archive.mend(f.said)
		f.said = ""
	}
	return err != nil
}
