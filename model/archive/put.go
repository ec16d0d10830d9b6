package archive

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"crisisdesk/model"
)

// Record is one version of a document with what was extracted from it.
type Record struct {
	Facts *model.Facts // its Document names the path and the bytes
	Text  string       // what the offsets of Facts point into
}

// Sighting says what lies at a path.
type Sighting struct {
	Path   string
	SHA256 string // of the bytes; "" where nothing that can be read lies there
}

// Put stores what the version of the extractor found in documents that lie in
// the folder now. Each document is stored whole or not at all; a long batch
// goes into several transactions, so that no other process waits for long.
// After an error what was stored before it stays, and the caller loses no
// more than the work of extracting again.
func (a *Archive) Put(ctx context.Context, version string, batch ...Record) error {
	key := keyOf(version)
	rows := make([]row, len(batch))
	for i, r := range batch {
		rows[i] = newRow(r)
	}
	return a.facts.inTurns(ctx, len(rows), func(tx *sql.Tx, i int) error {
		return rows[i].put(tx, key, a.now().UnixMilli())
	})
}

// inTurns calls each for 0 to n-1, in as many transactions as it takes to hold
// nobody up.
func (d *database) inTurns(ctx context.Context, n int, each func(*sql.Tx, int) error) error {
	for done := 0; done < n; {
		if done > 0 {
			time.Sleep(pause)
		}
		var next int
		err := d.use(func(c *connection) error {
			changed, err := c.write(ctx, func(tx *sql.Tx) error {
				next = 0
				for start := time.Now(); next == 0 || done+next < n && time.Since(start) < turn; next++ {
					if err := each(tx, done+next); err != nil {
						return err
					}
				}
				return nil
			})
			if changed && err == nil {
				d.written.Add(1)
			}
			return err
		})
		if err != nil {
			return err
		}
		done += next
	}
	return nil
}

// row is a record as it is stored.
type row struct {
	document *model.Document
	facts    []byte
	kept     string
	text     []byte // kept, deflated
}

func newRow(r Record) row {
	kept := keptText(r.Text, r.Facts.Document.Passages)
	return row{r.Facts.Document, encodeFacts(r.Facts), kept, deflate(kept)}
}

func (r *row) put(tx *sql.Tx, version, now int64) error {
	id, err := r.known(tx)
	if errors.Is(err, sql.ErrNoRows) {
		id, err = r.insert(tx, now)
	}
	if err != nil {
		return err
	}
	if err := markPresent(tx, r.document.Path, id, now); err != nil {
		return err
	}
	_, err = tx.Exec(`INSERT INTO facts (document, version, body) VALUES (?, ?, ?)
		ON CONFLICT DO UPDATE SET body = excluded.body WHERE body <> excluded.body`, id, version, r.facts)
	return err
}

func (r *row) known(tx *sql.Tx) (id int64, err error) {
	err = tx.QueryRow(`SELECT id FROM document WHERE path = ? AND sha256 = ?`, r.document.Path, r.document.SHA256).Scan(&id)
	return id, err
}

func (r *row) insert(tx *sql.Tx, now int64) (int64, error) {
	d := r.document
	result, err := tx.Exec(`INSERT INTO document (path, sha256, name, title, came) VALUES (?, ?, ?, ?, ?)`,
		d.Path, d.SHA256, string(d.ID), d.Title, now)
	if err != nil {
		return 0, err
	}
	id, err := result.LastInsertId()
	if err != nil {
		return 0, err
	}
	if _, err := tx.Exec(`INSERT INTO text (document, body) VALUES (?, ?)`, id, r.text); err != nil {
		return 0, err
	}
	_, err = tx.Exec(`INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)`, id, d.Title, r.kept)
	return id, err
}

// markPresent says that of all versions of path the one of id lies there now; 0 for none.
func markPresent(tx *sql.Tx, path string, id, now int64) error {
	_, err := tx.Exec(`UPDATE document SET gone = ? WHERE path = ? AND gone IS NULL AND id <> ?`, now, path, id)
	if err == nil && id != 0 {
		_, err = tx.Exec(`UPDATE document SET gone = NULL WHERE id = ? AND gone IS NOT NULL`, id)
	}
	return err
}

// Seen notes what lies at paths: bytes that were stored before and are there
// again, others in their place, or nothing any more. What is noted so already
// costs a look that waits for nobody.
func (a *Archive) Seen(ctx context.Context, sightings ...Sighting) error {
	var news []sighted
	err := a.facts.use(func(c *connection) error {
		news = nil
		for _, s := range sightings {
			n, err := c.look(ctx, s)
			if err != nil {
				return err
			}
			if n.isNews {
				news = append(news, n)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return a.facts.inTurns(ctx, len(news), func(tx *sql.Tx, i int) error {
		return markPresent(tx, news[i].Path, news[i].id, a.now().UnixMilli())
	})
}

// sighted is a sighting beside what the database says.
type sighted struct {
	Sighting
	id     int64 // of these bytes, 0 where they are not stored
	isNews bool
}

func (c *connection) look(ctx context.Context, s Sighting) (sighted, error) {
	out := sighted{Sighting: s}
	var present, others int
	err := c.reader.QueryRowContext(ctx, `SELECT
		coalesce(max(id) FILTER (WHERE sha256 = ?2), 0),
		count(*) FILTER (WHERE sha256 = ?2 AND gone IS NULL),
		count(*) FILTER (WHERE sha256 <> ?2 AND gone IS NULL)
		FROM document WHERE path = ?1`, s.Path, s.SHA256).Scan(&out.id, &present, &others)
	out.isNews = others > 0 || out.id != 0 && present == 0
	return out, err
}
