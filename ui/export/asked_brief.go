package export

import (
	"cmp"
	"context"
	"errors"
	"io"
	"time"

	"github.com/spf13/pflag"

	"crisisdesk/model"
	"crisisdesk/model/archive"
)

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
		about := Subject{Since: ask.since.Before(now), Until: ask.until.Before(now), Where: ask.where.Query}
		return NewBrief(s, desk, about, ask.marking).Write(w, ask.format)
	}
	came, err := stored(ctx, s, a)
	last, lastErr := a.LastBrief(archive.Self())
	if err := cmp.Or(err, lastErr); err != nil {
		return err
	}
	now := time.Now()
	about := Subject{Since: ask.since.Before(now), Until: ask.until.Before(now), Where: ask.where.Query, Came: func(d *model.Document) time.Time {
		return cmp.Or(came[d.ID], now) // what cannot be stored came just now
	}}
	if ask.since.text == lastBrief {
		if about.Since = last; last.IsZero() {
			return errors.New("you have made no brief at this desk yet: name a time")
		}
	}
	err = NewBrief(s, desk, about, ask.marking).Write(w, ask.format)
	if err != nil || !ask.where.Empty() || !about.Until.After(last) { // one that leaves things out, or is of long ago, is not the last
		return err
	}
	return a.SetLastBrief(archive.Self(), about.Until)
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
