package archive

import (
	"context"
	"fmt"
	"sync"

	"crisisdesk/model"
)

// Memory is an archive as one version of the extractor uses it. It never
// fails: a database that cannot be used makes it remember nothing, and is
// warned of once until it can be used again.
type Memory struct {
	archive *Archive
	version string

	mu     sync.Mutex
	broken bool
}

// Memory is what the archive remembers for a version of the extractor.
func (a *Archive) Memory(version string) *Memory { return &Memory{archive: a, version: version} }

// Held are the facts of all documents that lay in the folder when it was last
// looked at, as updates of a board; none where they cannot be had.
func (m *Memory) Held(ctx context.Context) []model.Update {
	var out []model.Update
	for f, err := range m.archive.All(ctx, m.version) {
		if m.note(ctx, err) {
			return nil
		}
		out = append(out, model.Update{Path: f.Document.Path, Facts: f})
	}
	return out
}

// Known returns the facts of the bytes of a sum at path, nil where the archive
// has none.
func (m *Memory) Known(ctx context.Context, path, sum string) *model.Facts {
	f, err := m.archive.Get(ctx, path, sum, m.version)
	m.note(ctx, err)
	return f
}

// Keep stores what was extracted and notes what else lies at paths, or no
// longer does.
func (m *Memory) Keep(ctx context.Context, records []Record, sightings []Sighting) {
	if len(records) > 0 {
		m.note(ctx, m.archive.Put(ctx, m.version, records...))
	}
	if len(sightings) > 0 {
		m.note(ctx, m.archive.Seen(ctx, sightings...))
	}
}

// note warns of an error that is new, and reports whether there is one. What
// the end of a context brings about is none.
func (m *Memory) note(ctx context.Context, err error) bool {
	if ctx.Err() != nil {
		return err != nil
	}
	m.mu.Lock()
	news := err != nil && !m.broken
	m.broken = err != nil
	m.mu.Unlock()
	if news {
		m.archive.warn(fmt.Sprintf("the archive cannot be used, and what is read is read anew at the next start: %v", err))
	}
	return err != nil
}
