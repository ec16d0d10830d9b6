package archive

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync/atomic"
	"time"

	"crisisdesk/model"
)

// Memory is an archive as one version of the extractor uses it. It never
// fails: a database that cannot be used makes it remember nothing, and is
// warned of once until it can be used again.
type Memory struct {
	archive *Archive
	version string

	reading, writing fault
	late             []Record // that other processes kept from being stored
}

// Memory is what the archive remembers for a version of the extractor.
func (a *Archive) Memory(version string) *Memory { return &Memory{archive: a, version: version} }

// Held goes through the facts of all documents that lay in the folder when it
// was last looked at, in batches, the newest roughly first; those that cannot
// be had are left out.
func (m *Memory) Held(ctx context.Context) iter.Seq[[]*model.Facts] {
	return func(yield func([]*model.Facts) bool) {
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
	f, err := m.archive.Get(ctx, path, sum, m.version)
	m.note(ctx, &m.reading, err)
	return f
}

// mostLate is how many records may wait for other processes.
const mostLate = 1_000

// Keep stores what was extracted and notes what else lies at paths, or no
// longer does. What other processes keep it from storing it stores with the
// next call. It is for one goroutine.
func (m *Memory) Keep(ctx context.Context, records []Record, sightings []Sighting) {
	if records = append(m.late, records...); len(records) > 0 {
		m.late = nil
		err := m.archive.Put(ctx, m.version, records...)
		if errors.Is(err, errBusy) && len(records) <= mostLate {
			m.late, err = records, nil
		}
		m.note(ctx, &m.writing, err)
	}
	if len(sightings) > 0 {
		err := m.archive.Seen(ctx, sightings...)
		if errors.Is(err, errBusy) { // the next start looks for itself
			err = nil
		}
		m.note(ctx, &m.writing, err)
	}
}

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
		if !errors.Is(err, errBusy) {
			m.note(ctx, &m.writing, err)
		}
	}
}

// fault says whether something did not work when it was last tried.
type fault struct{ atomic.Bool }

// note warns of an error that is new, and reports whether there is one. What
// the end of a context brings about is none.
func (m *Memory) note(ctx context.Context, f *fault, err error) bool {
	if ctx.Err() == nil && f.Swap(err != nil) != (err != nil) && err != nil {
		m.archive.warn(fmt.Sprintf("the archive cannot be used, and what is read is read anew at the next start: %v", err))
	}
	return err != nil
}
