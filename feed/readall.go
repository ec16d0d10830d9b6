package feed

import (
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"crisisdesk/feed/watch"
	"crisisdesk/model"
)

// ReadAll reads the folder once, without watching it. The updates are sorted by
// path; files that cannot be read are among them, as problems. The error is
// that of a folder that cannot be listed, or of a context that ended.
func ReadAll(ctx context.Context, opts Options) ([]model.Update, error) {
	opts = opts.withDefaults()
	paths, err := watch.List(opts.Dir)
	if err != nil {
		return nil, err
	}
	readings := make([]reading, len(paths))
	slots := make(chan struct{}, opts.Workers)
	var wg sync.WaitGroup
	for i, path := range paths {
		slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-slots }()
			readings[i] = opts.read(ctx, job{path: path})
			opts.readAgain(ctx, &readings[i])
		})
	}
	wg.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var out []model.Update
	now, seen := time.Now(), problems{}
	for _, r := range readings {
		for _, it := range r.items {
			out = append(out, seen.update(it, now))
		}
	}
	slices.SortStableFunc(out, func(a, b model.Update) int { return strings.Compare(a.Path, b.Path) })
	return out, nil
}

// readAgain reads a file for which deadlines were missed until they are kept, or
// were missed often enough.
func (o Options) readAgain(ctx context.Context, r *reading) {
	for n := 1; n < tries && len(r.late) > 0; n++ {
		for _, l := range r.late {
			select {
			case <-l.ended:
			case <-ctx.Done():
				return
			case <-time.After(o.Deadline):
				return // a reader that may never end
			}
		}
		*r = o.read(ctx, job{path: r.path})
	}
}
