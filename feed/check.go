package feed

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"crisisdesk/model"
)

// Comparison is how a folder and a memory agree.
type Comparison struct {
	Alike  int       // documents of which both tell the same
	Differ []Finding // by path
	Unread []Finding // files that cannot be read and of which nothing is held, by path
}

// Finding is what there is to say of a path.
type Finding struct{ Path, Reason string }

// String is a line for each file that differs or cannot be read, and one for the sums.
func (c Comparison) String() string {
	var out strings.Builder
	for _, f := range c.Differ {
		fmt.Fprintf(&out, "%s: %s\n", f.Path, f.Reason)
	}
	for _, f := range c.Unread {
		fmt.Fprintf(&out, "%s: not read: %s\n", f.Path, f.Reason)
	}
	fmt.Fprintf(&out, "%d alike, %d not, %d not read\n", c.Alike, len(c.Differ), len(c.Unread))
	return out.String()
}

// Err is an error where folder and memory differ.
func (c Comparison) Err() error {
	if len(c.Differ) == 0 {
		return nil
	}
	return errors.New("folder and archive differ; a dashboard on the folder brings them together")
}

// Check reads the folder as if nothing were remembered and compares what it
// finds with what the memory holds, of which a board begins. It changes nothing.
func Check(ctx context.Context, opts Options) (Comparison, error) {
	var out Comparison
	memory := opts.Memory
	opts.Memory = nil
	updates, err := ReadAll(ctx, opts)
	if err != nil {
		return out, err
	}
	held := map[string]*model.Facts{}
	for batch := range memory.Held(ctx) {
		for _, f := range batch {
			held[f.Document.Path] = f
		}
	}
	for _, u := range updates {
		known := held[u.Path]
		delete(held, u.Path)
		if u.Problem != nil && known == nil {
			out.Unread = append(out.Unread, Finding{u.Path, u.Problem.Reason})
		} else if reason := differs(u, known); reason != "" {
			out.Differ = append(out.Differ, Finding{u.Path, reason})
		} else {
			out.Alike++
		}
	}
	for path := range held {
		out.Differ = append(out.Differ, Finding{path, "in the archive, and not in the folder"})
	}
	slices.SortFunc(out.Differ, func(a, b Finding) int { return strings.Compare(a.Path, b.Path) })
	return out, nil
}

// differs says how what was read differs from what was held, "" where it does not.
func differs(read model.Update, held *model.Facts) string {
	switch {
	case read.Problem != nil:
		return "in the archive, and no longer read: " + read.Problem.Reason
	case held == nil:
		return "in the folder, and not in the archive"
	case held.Document.SHA256 != read.Facts.Document.SHA256:
		return "the archive holds other bytes of it"
	case !reflect.DeepEqual(held, read.Facts):
		return "the archive holds other facts of it"
	}
	return ""
}
