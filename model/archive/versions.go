package archive

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"crisisdesk/model"
)

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

// ErrNoText says that nothing is kept of the text of a version.
var ErrNoText = errors.New("its text is no longer kept")

// Text is the text of one version of the file at path, which the spans of its
// facts point into: line feeds stand in the place of page furniture.
func (a *Archive) Text(ctx context.Context, path string, version model.DocumentID) (string, error) {
	var text string
	err := a.facts.use(func(c *connection) error {
		var body []byte
		err := c.reader.QueryRowContext(ctx, `SELECT body FROM document JOIN text ON document = id WHERE path = ? AND name = ?`,
			path, string(version)).Scan(&body)
		if errors.Is(err, sql.ErrNoRows) {
			return ErrNoText
		}
		if err != nil {
			return err
		}
		text, err = inflate(body)
		return err
	})
	return text, err
}

func timeOf(ms sql.NullInt64) time.Time {
	if !ms.Valid {
		return time.Time{}
	}
	return time.UnixMilli(ms.Int64).UTC()
}
