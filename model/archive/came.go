package archive

import (
	"context"
	"time"

	"crisisdesk/model"
)

// Came says of every document that lies in the folder when it first did.
func (a *Archive) Came(ctx context.Context) (map[model.DocumentID]time.Time, error) {
	var out map[model.DocumentID]time.Time
	err := a.facts.use(func(c *connection) error {
		out = map[model.DocumentID]time.Time{}
		rows, err := c.reader.QueryContext(ctx, `SELECT name, came FROM document WHERE gone IS NULL`)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var id model.DocumentID
			var came int64
			if err := rows.Scan(&id, &came); err != nil {
				return err
			}
			out[id] = time.UnixMilli(came).UTC()
		}
		return rows.Err()
	})
	return out, err
}
