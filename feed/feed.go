package feed

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"crisisdesk/feed/document"
	"crisisdesk/feed/watch"
	"crisisdesk/model/archive"
)

// Options say what to read and how.
type Options struct {
	Dir      string        // the folder
	Desk     document.Desk // nil where nothing is known
	Extract  Extract
	Workers  int           // documents read at once; 0 stands for one for each core
	Deadline time.Duration // for one document; 0 stands for 2 s
	Watch    watch.Options
	Memory   *archive.Memory // what was read before need not be extracted again; nil remembers nothing

	// Rules are new ones to read with, as they come; nil where none will.
	Rules <-chan Rules

	rules  int  // how many were new
	behind bool // the rest of the process goes before the readers

	readers chan struct{} // one taken for each document that is being read, also beyond its deadline
}

func (o Options) withDefaults() Options {
	o.Workers = cmp.Or(o.Workers, cores)
	o.readers = make(chan struct{}, 2*o.Workers)
	o.Deadline = cmp.Or(o.Deadline, 2*time.Second)
	return o
}

// CheckFolder says in words for an officer why dir is no folder to read.
func CheckFolder(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: there is no such folder; name one with --dir", dir)
	case err != nil:
		return err
	case !info.IsDir():
		return fmt.Errorf("%s: not a folder", dir)
	}
	return nil
}
