package archive

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// Prune forgets documents that left the folder before a time, and facts of
// other versions of the extractor than version, unless that is "". It gives
// the space back to the disk.
func (a *Archive) Prune(ctx context.Context, version string, before time.Time) error {
	err := a.facts.forget(ctx, fmt.Sprintf(`SELECT id FROM document WHERE gone < %d`, before.UnixMilli()),
		`DELETE FROM words WHERE rowid = ?`,
		`DELETE FROM text WHERE document = ?`,
		`DELETE FROM facts WHERE document = ?`,
		`DELETE FROM document WHERE id = ?`)
	if err == nil && version != "" {
		other := fmt.Sprintf(`version <> %d`, keyOf(version))
		err = a.facts.forget(ctx, `SELECT DISTINCT document FROM facts WHERE `+other,
			`DELETE FROM facts WHERE document = ? AND `+other)
	}
	if err != nil {
		return err
	}
	return a.facts.shrink(ctx)
}

// forget runs deletions for each document that which selects.
func (d *database) forget(ctx context.Context, which string, deletions ...string) error {
	var ids []int64
	err := d.use(func(c *connection) (err error) {
		ids, err = numbers(c.reader.QueryContext(ctx, which))
		return err
	})
	if err != nil {
		return err
	}
	return d.inTurns(ctx, len(ids), func(tx *sql.Tx, i int) error {
		for _, deletion := range deletions {
			if _, err := tx.Exec(deletion, ids[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

func numbers(rows *sql.Rows, err error) ([]int64, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []int64
	for rows.Next() {
		var n int64
		if err := rows.Scan(&n); err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, rows.Err()
}

// pagesATurn is how many pages shrink gives back before others get their turn.
const pagesATurn = 500

// shrink gives the free pages of the file back to the disk.
func (d *database) shrink(ctx context.Context) error {
	for {
		free := 0
		err := d.use(func(c *connection) error {
			if err := c.reader.QueryRowContext(ctx, `PRAGMA freelist_count`).Scan(&free); err != nil || free == 0 {
				return err
			}
			_, err := c.writer.ExecContext(ctx, fmt.Sprintf(`PRAGMA incremental_vacuum(%d)`, pagesATurn))
			return err
		})
		if err != nil || free == 0 {
			return err
		}
		time.Sleep(pause)
	}
}
