package archive

import (
	"context"
	"database/sql"
	"errors"
	"iter"
	"time"

	"crisisdesk/model"
)

const getQuery = `SELECT body FROM document JOIN facts ON document = id
	WHERE path = ? AND sha256 = ? AND version = ?`

// Get returns what the version of the extractor found in the bytes of that sum
// at path, or nil where that is not stored. It waits for no writer.
func (a *Archive) Get(ctx context.Context, path, sha256, version string) (*model.Facts, error) {
	var out *model.Facts
	err := a.facts.use(func(c *connection) error {
		var body []byte
		err := c.get.QueryRowContext(ctx, path, sha256, keyOf(version)).Scan(&body)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		f, err := decodeFacts(body)
		if err == nil && f.Document.Path == path && f.Document.SHA256 == sha256 {
			out = f
		}
		return nil // what is damaged counts as missing, and is put anew
	})
	return out, err
}

// All goes through the facts of all documents that lay in the folder when it
// was last looked at, as the version of the extractor found them. An error ends it.
func (a *Archive) All(ctx context.Context, version string) iter.Seq2[*model.Facts, error] {
	return func(yield func(*model.Facts, error) bool) {
		stopped := false
		_, err := a.facts.try(func(c *connection) error {
			return c.all(ctx, keyOf(version), func(f *model.Facts) bool {
				stopped = !yield(f, nil)
				return !stopped
			})
		})
		if err != nil && !stopped {
			yield(nil, err)
		}
	}
}

func (c *connection) all(ctx context.Context, version int64, yield func(*model.Facts) bool) error {
	rows, err := c.reader.QueryContext(ctx, `SELECT body FROM facts CROSS JOIN document ON id = document
		WHERE version = ? AND gone IS NULL`, version)
	if err != nil {
		return err
	}
	defer rows.Close()
	var body sql.RawBytes
	for rows.Next() {
		if err := rows.Scan(&body); err != nil {
			return err
		}
		if f, err := decodeFacts(body); err == nil && !yield(f) {
			return nil
		}
	}
	return rows.Err()
}

// Version is one state of a file.
type Version struct {
	Document model.DocumentID
	SHA256   string
	Title    string
	Came     time.Time
	Gone     time.Time // zero while it lies in the folder
}

// Versions are the states of the file at path, the oldest first.
func (a *Archive) Versions(ctx context.Context, path string) ([]Version, error) {
	var out []Version
	err := a.facts.use(func(c *connection) error {
		out = nil
		rows, err := c.reader.QueryContext(ctx, `SELECT name, sha256, title, came, gone FROM document WHERE path = ? ORDER BY id`, path)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var v Version
			var came int64
			var gone sql.NullInt64
			if err := rows.Scan(&v.Document, &v.SHA256, &v.Title, &came, &gone); err != nil {
				return err
			}
			v.Came = time.UnixMilli(came).UTC()
			v.Gone = timeOf(gone)
			out = append(out, v)
		}
		return rows.Err()
	})
	return out, err
}

func timeOf(ms sql.NullInt64) time.Time {
	if !ms.Valid {
		return time.Time{}
	}
	return time.UnixMilli(ms.Int64).UTC()
}
