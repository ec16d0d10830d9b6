package export

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/pflag"

	"crisisdesk/model"
	"crisisdesk/ui/clean"
)

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
