package archive

import (
	"context"
	"database/sql"
	"database/sql/driver"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

//go:embed schema.sql
var schema string

// schemaVersion is raised with every change of the schema.
const schemaVersion = 1

const (
	patience   = 90 * time.Millisecond  // how long a writer waits for other processes
	turn       = 10 * time.Millisecond  // after which a transaction ends at the next document
	pause      = 10 * time.Millisecond  // between two turns, so that others get theirs
	retryAfter = 5 * time.Second        // how long a database that cannot be used is left alone
	busyFor    = 200 * time.Millisecond // how long one that others are at
	readers    = 4                      // connections that read
)

// errBusy says that other processes held the database for all of patience.
var errBusy = errors.New("the desk's database is busy")

// database is facts.db of one desk. It is opened when first needed, and again
// where somebody has moved it away or replaced it.
type database struct {
	path string
	mode fs.FileMode
	warn func(string)

	written atomic.Int64 // transactions that changed something

	mu     sync.Mutex
	open   *connection // nil before the first use and after a failure
	failed time.Time   // of the last attempt to open it
	why    error
	closed bool
}

// connection is one opening of the file.
type connection struct {
	file   fs.FileInfo
	writer *sql.DB // of one connection
	reader *sql.DB
	get    *sql.Stmt // of reader
}

// use calls work with the database as it lies at its path, a second time
// where the database was replaced meanwhile.
func (d *database) use(work func(*connection) error) error {
	replaced, err := d.try(work)
	if replaced {
		_, err = d.try(work)
	}
	return err
}

// try calls work once. Where the database turns out to be damaged it is set
// aside, and the next use begins anew.
func (d *database) try(work func(*connection) error) (replaced bool, err error) {
	c, err := d.connect()
	if err != nil {
		return false, err
	}
	if err = work(c); err == nil {
		return false, nil
	}
	if damaged(err) {
		d.setAside(c, err)
		return false, err
	}
	return !d.isOpen(c), err
}

func (d *database) isOpen(c *connection) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.open == c
}

// connect returns the connection to the file that lies at the path now.
func (d *database) connect() (*connection, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return nil, fs.ErrClosed
	}
	if d.open != nil {
		now, err := os.Lstat(d.path)
		if err == nil && os.SameFile(now, d.open.file) {
			return d.open, nil
		}
		d.open.close()
		d.open = nil
	}
	if d.why != nil && time.Since(d.failed) < retryAfter && code(d.why) != sqlite3.SQLITE_BUSY {
		return nil, d.why
	}
	c, err := openConnection(d.path, d.mode)
	if damaged(err) || errors.Is(err, errOtherSchema) {
		d.moveAway(c.file, err)
		c, err = openConnection(d.path, d.mode)
	}
	if d.open, d.why = c, err; err != nil {
		d.open = nil
		d.failed = time.Now()
		d.why = fmt.Errorf("the desk's database cannot be used: %w", d.why)
		if code(err) == sqlite3.SQLITE_BUSY {
			d.why = fmt.Errorf("%w: %w", errBusy, err)
		}
	}
	return d.open, d.why
}

func (d *database) close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.closed = true
	if d.open == nil {
		return nil
	}
	err := d.open.close()
	d.open = nil
	return err
}

// setAside gives c up and moves its file away.
func (d *database) setAside(c *connection, why error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.open != c {
		return
	}
	d.open = nil
	c.close()
	d.moveAway(c.file, why)
}

// moveAway renames the database, unless another process was quicker, so that
// the next opening begins a new one. Of databases that were moved away before,
// none is kept.
func (d *database) moveAway(file fs.FileInfo, why error) {
	unlock, err := lockFolder(filepath.Dir(d.path))
	if err != nil {
		d.warn(fmt.Sprintf("%s is damaged and cannot be set aside: %v", d.path, err))
		return
	}
	defer unlock()
	if now, err := os.Lstat(d.path); err != nil || !os.SameFile(now, file) {
		return
	}
	before, _ := filepath.Glob(globEscape(d.path) + ".broken-*")
	aside := d.path + ".broken-" + time.Now().UTC().Format("20060102T150405.000Z")
	if err := os.Rename(d.path, aside); err != nil {
		d.warn(fmt.Sprintf("%s is damaged and cannot be set aside: %v", d.path, err))
		return
	}
	os.Rename(d.path+"-wal", aside+"-wal")
	for _, old := range before {
		os.Remove(old)
	}
	d.warn(fmt.Sprintf("the desk's database could not be read (%v): it was set aside as %s and is made anew from the folder of documents", why, filepath.Base(aside)))
}

func globEscape(path string) string {
	escaped := make([]byte, 0, len(path))
	for _, c := range []byte(path) {
		if c == '*' || c == '?' || c == '[' || c == '\\' {
			escaped = append(escaped, '\\')
		}
		escaped = append(escaped, c)
	}
	return string(escaped)
}

// errOtherSchema says that a database is sound and of another program version.
var errOtherSchema = errors.New("it was made by another version of the program")

// openConnection opens the file, or makes it where there is none. With an
// error of the database it returns the file that it is about.
func openConnection(path string, mode fs.FileMode) (*connection, error) {
	unlock, err := lockFolder(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	defer unlock()
	if err := ensureFile(path, mode); err != nil {
		return nil, err
	}
	file, err := os.Lstat(path)
	if err != nil {
		return nil, err
	}
	if !file.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a regular file", path)
	}
	c := &connection{
		file:   file,
		writer: pool(path, 1, "auto_vacuum(incremental)", "journal_mode(wal)", "synchronous(normal)", "journal_size_limit(16777216)"),
		reader: pool(path, readers, "query_only(on)"),
	}
	if err = c.makeTables(); err == nil {
		// From here on begin waits itself: it asks more often, so that it gets its turn among others.
		_, err = c.writer.Exec(`PRAGMA busy_timeout = 5`)
	}
	if err == nil {
		c.get, err = c.reader.Prepare(getQuery)
	}
	if err != nil {
		c.close()
	}
	return c, err
}

// pool opens so many connections to a database as they are needed, each with pragmas.
func pool(path string, most int, pragmas ...string) *sql.DB {
	q := url.Values{"_txlock": {"immediate"}, "_pragma": append([]string{"busy_timeout(90)"}, pragmas...)}
	source := url.URL{Scheme: "file", OmitHost: true, Path: path, RawQuery: q.Encode()}
	db := sql.OpenDB(connector(source.String()))
	db.SetMaxOpenConns(most)
	db.SetMaxIdleConns(most)
	return db
}

// connector opens connections to a data source.
type connector string

func (c connector) Connect(context.Context) (driver.Conn, error) { return c.Driver().Open(string(c)) }

func (c connector) Driver() driver.Driver { return &sqlite.Driver{} }

// ensureFile makes an empty database where there is none. The log and the
// shared index of one that was deleted go with it: they would be taken for
// those of the new one.
func ensureFile(path string, mode fs.FileMode) error {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, of := range []string{"-wal", "-shm"} {
		if err := os.Remove(path + of); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, mode)
	if err != nil {
		return err
	}
	return errors.Join(f.Chmod(mode), f.Close())
}

// makeTables makes those of a new database, and refuses one of another schema.
func (c *connection) makeTables() error {
	made, err := hasTables(c.writer)
	if made || err != nil {
		return err
	}
	_, err = c.write(context.Background(), func(tx *sql.Tx) error {
		if made, err := hasTables(tx); made || err != nil { // another process was quicker
			return err
		}
		_, err := tx.Exec(schema + fmt.Sprintf("PRAGMA user_version = %d;", schemaVersion))
		return err
	})
	return err
}

func hasTables(in interface {
	QueryRow(string, ...any) *sql.Row
}) (bool, error) {
	var version, tables int
	err := in.QueryRow(`SELECT user_version, (SELECT count(*) FROM sqlite_schema) FROM pragma_user_version`).Scan(&version, &tables)
	if err == nil && version != schemaVersion && (version != 0 || tables != 0) {
		err = errOtherSchema
	}
	return version == schemaVersion, err
}

// write calls work within one transaction, for which it waits no longer than
// patience, and reports whether that changed anything.
func (c *connection) write(ctx context.Context, work func(*sql.Tx) error) (changed bool, err error) {
	tx, err := c.begin(ctx)
	if err != nil {
		return false, err
	}
	before, err := changes(tx)
	if err == nil {
		err = work(tx)
	}
	var after int64
	if err == nil {
		after, err = changes(tx)
	}
	if err != nil {
		tx.Rollback() // err says more than a rollback that fails, too
		return false, err
	}
	return after != before, tx.Commit()
}

// changes counts the rows that a connection has changed so far.
func changes(tx *sql.Tx) (n int64, err error) {
	err = tx.QueryRow(`SELECT total_changes()`).Scan(&n)
	return n, err
}

func (c *connection) begin(ctx context.Context) (*sql.Tx, error) {
	for start := time.Now(); ; {
		tx, err := c.writer.BeginTx(ctx, nil)
		if err == nil || code(err) != sqlite3.SQLITE_BUSY {
			return tx, err
		}
		if time.Since(start) > patience {
			return nil, fmt.Errorf("%w: %w", errBusy, err)
		}
		time.Sleep(time.Millisecond)
	}
}

func (c *connection) close() error {
	return errors.Join(c.reader.Close(), c.writer.Close())
}

// code is the primary result code of SQLite, 0 where err is not of SQLite.
func code(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code() & 0xff
	}
	return 0
}

// damaged reports whether err says that the file is not a sound database.
func damaged(err error) bool {
	switch code(err) {
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return true
	}
	return false
}
