package feed

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"crisisdesk/feed/document"
	"crisisdesk/model"
	"crisisdesk/model/archive"
)

// Extract reads the facts out of a document and the text that its offsets point
// into. It must end soon after its context does.
type Extract func(context.Context, *model.Document, string) (model.Facts, error)

// reading is what came of reading one file once.
type reading struct {
	path  string
	sum   string     // of its bytes; "" where they could not be read
	same  bool       // the bytes are those of the last reading
	late  []late     // deadlines that were missed
	later bool       // another process extracts them: what it finds will be in the memory
	claim func()     // lets other processes have them; nil where they were not claimed
	gone  bool       // there is no such file
	again *rereading // what it was read again for
	rules int        // which of the feed's it was read by
	items []item     // what the board is to be told; of a file with several documents, one for each
}

// item is what came of one document of a file.
type item struct {
	path  string
	sum   string       // of what was read
	same  bool         // the board has it
	gone  bool         // there is no such document
	facts *model.Facts // nil where why says the reason
	text  string       // what the offsets of facts point into; "" where they were known before
	why   string
}

// read reads the file of a job beneath the folder. What was read before is not
// extracted again.
func (o Options) read(ctx context.Context, j job) reading {
	r := reading{path: j.path, again: j.again, rules: o.rules}
	raw, err := o.open(j.path)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		r.gone = true
		return r
	}
	if err != nil {
		r.items = []item{{path: j.path, why: err.Error()}}
		return r
	}
	if r.sum = document.Sum(raw); r.sum == j.sum && j.again == nil {
		r.same = true
		return r
	}
	documents, err := within(ctx, o, func(ctx context.Context) ([]document.Reading, error) {
		return document.ReadAll(ctx, j.path, raw, o.Desk)
	})
	if err != nil {
		r.noteLate(err)
		r.items = []item{{path: j.path, why: err.Error()}}
		return r
	}
	failed := 0
	for _, d := range documents {
		if failed == maxFailed {
			r.items = append(r.items, item{path: d.Document.Path, why: "not read: too many others of its file could not be"})
			continue
		}
		it := o.item(ctx, d, j, &r)
		if r.later {
			return r
		}
		if it.why != "" {
			failed++
		}
		r.items = append(r.items, it)
	}
	return r
}

// unclaim lets other processes have the file.
func (r reading) unclaim() {
	if r.claim != nil {
		r.claim()
	}
}

// maxFailed is how many documents of one file may fail or miss their deadlines
// before the rest are given up with them.
const maxFailed = 3

// item is what one document of a reading says, if the board does not have it yet.
func (o Options) item(ctx context.Context, d document.Reading, j job, of *reading) item {
	it := item{path: d.Document.Path, sum: d.Document.SHA256}
	lastSum := j.items[it.path]
	if it.path == j.path {
		lastSum = j.sum
	}
	it.same = it.sum == lastSum
	switch {
	case it.same && j.again == nil:
		return it
	case it.same && !j.again.touches(d.Text):
		it.facts, it.text = j.again.memory.Known(ctx, it.path, it.sum), d.Text
		return it
	}
	it.same = false
	if it.facts = o.Memory.Known(ctx, it.path, it.sum); it.facts != nil {
		return it
	}
	if of.claim == nil {
		claim, ok := o.Memory.Claim(of.sum)
		if of.later = !ok && !j.anyway; of.later {
			return it
		}
		of.claim = claim
		if it.facts = o.Memory.Known(ctx, it.path, it.sum); it.facts != nil { // it was stored meanwhile
			return it
		}
	}
	facts, err := within(ctx, o, func(ctx context.Context) (model.Facts, error) {
		return o.Extract(ctx, d.Document, d.Text)
	})
	if err != nil {
		of.noteLate(err)
		it.why = err.Error()
		return it
	}
	it.facts, it.text = archive.Compact(&facts), d.Text
	return it
}

// Find reads the documents of a file of the folder dir, as a feed does.
func Find(ctx context.Context, dir, path string, desk document.Desk) ([]document.Reading, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return document.Find(ctx, root, path, desk)
}

// Text is what the offsets of a document of the folder point into, as the file
// lies there now.
func (o Options) Text(ctx context.Context, d *model.Document) ([]byte, error) {
	found, err := Find(ctx, o.Dir, d.Path, o.Desk)
	if err != nil {
		return nil, err
	}
	return []byte(found[0].Text), nil
}

// FindFile is [Find] for a path of the machine: that of a file, or of a
// document beneath one.
func FindFile(ctx context.Context, path string, desk document.Desk) ([]document.Reading, error) {
	dir, name := filepath.Split(filepath.Clean(path))
	dir = filepath.Clean(cmp.Or(dir, "."))
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		name = filepath.Base(dir) + "/" + name
		dir = filepath.Dir(dir)
	}
	found, err := Find(ctx, dir, name, desk)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return found, nil
}

// open opens the folder anew each time: it may have been replaced since.
func (o Options) open(path string) ([]byte, error) {
	root, err := os.OpenRoot(o.Dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return document.Open(root, path)
}

// within is what do returns, or why that cannot be told in time. One that goes
// on beyond its deadline is waited for by nobody, and keeps its place among the
// readers until it ends.
func within[T any](ctx context.Context, o Options, do func(context.Context) (T, error)) (T, error) {
	var none T
	select {
	case o.readers <- struct{}{}:
	case <-ctx.Done():
		return none, ctx.Err()
	}
	ctx, cancel := context.WithTimeout(ctx, o.Deadline)
	defer cancel()
	type outcome struct {
		got T
		err error
	}
	done, ended := make(chan outcome, 1), make(chan struct{})
	missed := late{o.Deadline, ended}
	go func() {
		if o.behind {
			stepBack()
		}
		var out outcome
		defer func() {
			if p := recover(); p != nil {
				out = outcome{err: fmt.Errorf("not read: the reader failed on it: %v", p)}
			}
			<-o.readers
			close(ended)
			done <- out
		}()
		out.got, out.err = do(ctx)
	}()
	select {
	case out := <-done:
		if errors.Is(out.err, context.DeadlineExceeded) {
			out.err = missed
		}
		return out.got, out.err
	case <-ctx.Done():
		return none, missed
	}
}

// problems remembers since when and how often a path could not be read.
type problems map[string]model.Problem

// update turns what came of a document into news for the board.
func (p problems) update(it item, now time.Time) model.Update {
	u := model.Update{Path: it.path, Facts: it.facts, Removed: it.gone}
	if it.why == "" {
		delete(p, it.path)
		return u
	}
	known, ok := p[it.path]
	if !ok {
		known = model.Problem{Path: it.path, Since: now}
	}
	known.Reason = it.why
	known.Times++
	p[it.path] = known
	u.Problem = &known
	return u
}
