package export

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/pflag"

	"crisisdesk/model"
	"crisisdesk/model/archive"
	"crisisdesk/ui/clean"
)

// Filter is a query as the value of a flag; a typo in it is told with its place.
type Filter struct{ model.Query }

// Set reads the words of a query.
func (f *Filter) Set(text string) (err error) {
	f.Query, err = model.ParseQuery(text)
	return err
}

// Type is what help calls the value.
func (*Filter) Type() string { return "filter" }

// Asked is what a command line asks of an export.
type Asked struct {
	format  Format
	kind    Kind
	where   Filter
	marking Marking
}

// AddFlags makes the flags of an export.
func AddFlags(f *pflag.FlagSet) *Asked {
	a := &Asked{format: Formats[0], kind: Kinds[0]}
	f.Var(&a.format, "format", "the form of the export")
	f.Var(&a.kind, "kind", "what the lines of CSV are")
	addTo(f, &a.where, &a.marking)
	return a
}

// addTo makes the flags that all have.
func addTo(f *pflag.FlagSet, where *Filter, marking *Marking) {
	f.Var(where, "where", "only what a filter of the screen accepts, as in 'kind:airstrike since:2025-10'")
	f.Var(marking, "tlp", "the marking of each line")
}

// Write writes what was asked for of a Snapshot.
func (a *Asked) Write(w io.Writer, s *model.Snapshot) error {
	out := bufio.NewWriter(w)
	return cmp.Or(Write(out, a.format, Where(s, a.where.Query), a.kind, a.marking), out.Flush())
}

// AskedTail is what a command line asks of a stream of changes.
type AskedTail struct {
	Asked
	to string
}

// AddTailFlags makes the flags of a stream of changes.
func AddTailFlags(f *pflag.FlagSet) *AskedTail {
	a := &AskedTail{}
	addTo(f, &a.where, &a.marking)
	f.StringVar(&a.to, "to", "", "a file to append to, or a unix socket that somebody listens at, in place of standard output")
	return a
}

// Follow writes what changes on the board once all that lay in the folder has
// been read, until ctx ends. A reader that is slow skips to the newest. What
// is wrong with a file or socket is told to faults until it is mended.
func (a *AskedTail) Follow(ctx context.Context, w, faults io.Writer, board *model.Board, watched string) error {
	if a.to != "" {
		to, err := newSink(ctx, a.to, watched, func(what string, wrong bool) {
			if wrong {
				fmt.Fprintln(faults, clean.Line(what))
			}
		})
		if err != nil {
			return err
		}
		w = to
	}
	followed := make(chan error, 1)
	go func() { followed <- a.follow(ctx, w, board) }()
	select {
	case err := <-followed:
		return err
	case <-ctx.Done():
	}
	select {
	case err := <-followed:
		return err
	case <-time.After(time.Second): // it hangs in a pipe that nobody reads
		return nil
	}
}

func (a *AskedTail) follow(ctx context.Context, w io.Writer, board *model.Board) error {
	s, err := settled(ctx, board, board.Snapshot())
	for t := NewTail(w, a.where.Query, a.marking, s); err == nil; {
		if s, err = board.Wait(ctx, s.Version); err == nil {
			err = t.Next(s)
		}
	}
	if errors.Is(err, context.Canceled) {
		return nil
	}
	return err
}

// settled is the first Snapshot, from s on, for which all that lies in the
// folder has been read.
func settled(ctx context.Context, board *model.Board, s *model.Snapshot) (*model.Snapshot, error) {
	var err error
	for err == nil && !s.Progress.Complete {
		if next, e := board.Wait(ctx, s.Version); e != nil {
			err = e
		} else {
			s = next
		}
	}
	return s, err
}

// AskedBrief is what a command line asks of a brief.
type AskedBrief struct {
	since, until Moment
	format       BriefFormat
	where        Filter
	marking      Marking
}

// AddBriefFlags makes the flags of a brief.
func AddBriefFlags(f *pflag.FlagSet) *AskedBrief {
	a := &AskedBrief{format: BriefFormats[0], since: Moment{text: "24h", ago: 24 * time.Hour}, until: Moment{text: "0s"}}
	f.Var(&a.since, "since", "the beginning: a length of time before now, a day, a time of RFC 3339, or 'last' for your last brief")
	f.Var(&a.until, "until", "the end, likewise")
	f.Var(&a.format, "format", "the form of the brief")
	addTo(f, &a.where, &a.marking)
	return a
}

// Brief writes a brief of the board once all that lies in the folder has been
// read. Where the beginning is the last brief or so long ago, the documents
// count that came to the desk since, if it keeps an archive (a is not nil);
// otherwise those that were published in the time.
func (ask *AskedBrief) Brief(ctx context.Context, w io.Writer, board *model.Board, desk string, a *archive.Archive) error {
	s, err := settled(ctx, board, board.Snapshot())
	if err != nil {
		return err
	}
	if a == nil || !ask.since.Relative() {
		if ask.since.text == lastBrief {
			return errors.New("without a desk folder it is not known when your last brief was made")
		}
		now := time.Now()
		period := Period{Since: ask.since.Before(now), Until: ask.until.Before(now)}
		return NewBrief(Where(s, ask.where.Query), desk, period, ask.marking).Write(w, ask.format)
	}
	came, err := stored(ctx, s, a)
	last, lastErr := a.LastBrief(archive.Self())
	if err := cmp.Or(err, lastErr); err != nil {
		return err
	}
	now := time.Now()
	period := Period{Since: ask.since.Before(now), Until: ask.until.Before(now), Came: func(d *model.Document) time.Time {
		return cmp.Or(came[d.ID], now) // what cannot be stored came just now
	}}
	if ask.since.text == lastBrief {
		if period.Since = last; last.IsZero() {
			return errors.New("you have made no brief at this desk yet: name a time")
		}
	}
	err = NewBrief(Where(s, ask.where.Query), desk, period, ask.marking).Write(w, ask.format)
	if err != nil || !ask.where.Empty() || !period.Until.After(last) { // one that leaves things out, or is of long ago, is not the last
		return err
	}
	return a.SetLastBrief(archive.Self(), period.Until)
}

// storedWithin is how long a brief waits for the archive to store what is on
// the board: what it tells of is then not told again by the next.
const storedWithin = 10 * time.Second

// stored says when the documents of a Snapshot came, once the archive knows of
// all of them, or cannot be waited for any longer.
func stored(ctx context.Context, s *model.Snapshot, a *archive.Archive) (map[model.DocumentID]time.Time, error) {
	for end := time.Now().Add(storedWithin); ; {
		came, err := a.Came(ctx)
		unknown := func(d *model.Document) bool { return came[d.ID].IsZero() }
		if err != nil || !s.Documents.Any(unknown) || time.Now().After(end) {
			return came, err
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
}
