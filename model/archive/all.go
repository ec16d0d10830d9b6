package archive

import (
	"context"
	"database/sql"
	"iter"
	"runtime"
	"sync"

	"crisisdesk/model"
)

// All goes through the facts of all documents that lay in the folder when it
// was last looked at, as the version of the extractor found them: in batches,
// those that were stored last roughly first. An error ends it.
func (a *Archive) All(ctx context.Context, version string) iter.Seq2[[]*model.Facts, error] {
	return func(yield func([]*model.Facts, error) bool) {
		stopped := false
		_, err := a.facts.try(func(c *connection) error {
			return c.all(ctx, keyOf(version), func(batch []*model.Facts) bool {
				stopped = !yield(batch, nil)
				return !stopped
			})
		})
		if err != nil && !stopped {
			yield(nil, err)
		}
	}
}

// all reads and decodes in several goroutines, which end before it does.
func (c *connection) all(ctx context.Context, version int64, yield func([]*model.Facts) bool) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	parts := min(runtime.GOMAXPROCS(0), readers)
	found := make(chan []*model.Facts, parts)
	failed := make(chan error, parts)
	var all sync.WaitGroup
	for part := range parts {
		all.Go(func() {
			if err := c.part(ctx, version, part, parts, found); err != nil {
				failed <- err
			}
		})
	}
	go func() {
		all.Wait()
		close(failed)
		close(found)
	}()
	stopped := false
	for batch := range found {
		if !stopped && !yield(batch) {
			stopped = true
			cancel()
		}
	}
	if stopped {
		return nil
	}
	return <-failed
}

// factsABatch is how many documents go through the channel of all at once.
const factsABatch = 64

// part finds every parts-th document.
func (c *connection) part(ctx context.Context, version int64, part, parts int, found chan<- []*model.Facts) error {
	rows, err := c.reader.QueryContext(ctx, `SELECT body FROM facts CROSS JOIN document ON id = document
		WHERE facts.rowid % ? = ? AND version = ? AND gone IS NULL ORDER BY facts.rowid DESC`, parts, part, version)
	if err != nil {
		return err
	}
	defer rows.Close()
	var batch []*model.Facts
	send := func() error {
		select {
		case found <- batch:
			batch = nil
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	for rows.Next() {
		var body sql.RawBytes
		if err := rows.Scan(&body); err != nil {
			return err
		}
		f, err := decodeFacts(body)
		if err != nil {
			continue // what is damaged counts as missing
		}
		if batch = append(batch, f); len(batch) == factsABatch {
			if err := send(); err != nil {
				return err
			}
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	if len(batch) == 0 {
		return nil
	}
	return send()
}
