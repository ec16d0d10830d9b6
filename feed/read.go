package feed

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
	"time"

	"crisisdesk/feed/document"
	"crisisdesk/model"
)

// Extract reads the facts out of a document and the text that its offsets point
// into. It must end soon after its context does.
type Extract func(context.Context, *model.Document, string) (model.Facts, error)

// reading is what came of reading one file once.
type reading struct {
	path  string
	sum   string       // of its bytes; "" where they could not be read
	same  bool         // the bytes are those of the last reading
	gone  bool         // there is no such file
	facts *model.Facts // nil where why says the reason
	text  string       // what the offsets of facts point into; "" where they were known before
	why   string
}

// read reads the file at path beneath the folder. lastSum is the sum of the
// bytes that were read before: the same bytes are not extracted again.
func (o Options) read(ctx context.Context, path, lastSum string) reading {
	r := reading{path: path}
	raw, err := o.open(path)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		r.gone = true
		return r
	}
	if err != nil {
		r.why = err.Error()
		return r
	}
	if r.sum = document.Sum(raw); r.sum == lastSum {
		r.same = true
		return r
	}
	if r.facts = o.known(ctx, path, r.sum); r.facts != nil {
		return r
	}
	facts, text, err := o.facts(ctx, path, raw)
	if err != nil {
		r.why = err.Error()
		return r
	}
	r.facts, r.text = &facts, text
	return r
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

// facts is what a document says and its text, or why that cannot be told in time. A reader
// that goes on beyond its deadline is waited for by nobody, and keeps its place
// among the readers until it ends.
func (o Options) facts(ctx context.Context, path string, raw []byte) (model.Facts, string, error) {
	select {
	case o.readers <- struct{}{}:
	case <-ctx.Done():
		return model.Facts{}, "", ctx.Err()
	}
	ctx, cancel := context.WithTimeout(ctx, o.Deadline)
	defer cancel()
	type outcome struct {
		facts model.Facts
		text  string
		err   error
	}
	done := make(chan outcome, 1)
	go func() {
		var out outcome
		defer func() {
			if p := recover(); p != nil {
				out = outcome{err: fmt.Errorf("not read: the reader failed on it: %v", p)}
			}
			done <- out
			<-o.readers
		}()
		var doc *model.Document
		if doc, out.text, out.err = document.Read(path, raw, o.Outlets); out.err == nil {
			out.facts, out.err = o.Extract(ctx, doc, out.text)
		}
	}()
	select {
	case out := <-done:
		if errors.Is(out.err, context.DeadlineExceeded) {
			out.err = o.late()
		}
		return out.facts, out.text, out.err
	case <-ctx.Done():
		return model.Facts{}, "", o.late()
	}
}

func (o Options) late() error {
	return fmt.Errorf("not read: it takes longer than %v", o.Deadline)
}

// problems remembers since when and how often a path could not be read.
type problems map[string]model.Problem

// update turns a reading into news for the board.
func (p problems) update(r reading, now time.Time) model.Update {
	u := model.Update{Path: r.path, Facts: r.facts, Removed: r.gone}
	if r.why == "" {
		delete(p, r.path)
		return u
	}
	known, ok := p[r.path]
	if !ok {
		known = model.Problem{Path: r.path, Since: now}
	}
	known.Reason = r.why
	known.Times++
	p[r.path] = known
	u.Problem = &known
	return u
}
