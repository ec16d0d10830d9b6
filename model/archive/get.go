package archive

import (
	"context"
	"database/sql"
	"errors"

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
