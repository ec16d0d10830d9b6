package feed

import (
	"context"
	"reflect"
	"slices"
	"strings"

	"crisisdesk/model"
)

// Difference is a path of which folder and memory tell different things.
type Difference struct{ Path, Reason string }

// Check reads the folder as if nothing were remembered and compares what it
// finds with what the memory holds, of which a board begins. It returns how
// many documents both tell alike, and the differences by path; files that
// cannot be read are among them. It changes nothing.
func Check(ctx context.Context, opts Options) (alike int, out []Difference, err error) {
	memory := opts.Memory
	opts.Memory = nil
	updates, err := ReadAll(ctx, opts)
	if err != nil {
		return 0, nil, err
	}
	held := map[string]*model.Facts{}
	for batch := range memory.Held(ctx) {
		for _, f := range batch {
			held[f.Document.Path] = f
		}
	}
	for _, u := range updates {
		if reason := differs(u, held[u.Path]); reason != "" {
			out = append(out, Difference{u.Path, reason})
		} else {
			alike++
		}
		delete(held, u.Path)
	}
	for path := range held {
		out = append(out, Difference{path, "in the archive, and not in the folder"})
	}
	slices.SortFunc(out, func(a, b Difference) int { return strings.Compare(a.Path, b.Path) })
	return alike, out, nil
}

// differs says how what was read differs from what was held, "" where it does not.
func differs(read model.Update, held *model.Facts) string {
	switch {
	case read.Problem != nil:
		return read.Problem.Reason
	case held == nil:
		return "in the folder, and not in the archive"
	case held.Document.SHA256 != read.Facts.Document.SHA256:
		return "the archive holds other bytes of it"
	case !reflect.DeepEqual(held, read.Facts):
		return "the archive holds other facts of it"
	}
	return ""
}
