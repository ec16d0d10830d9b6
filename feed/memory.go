package feed

import (
	"context"

	"crisisdesk/model"
)

// Memory is what outlives a run: what was read before need not be extracted
// again. The zero Memory remembers nothing.
type Memory struct {
	// Held is the sum of the bytes at each path whose facts the board has
	// already. Those that the folder no longer has are withdrawn once it has
	// been read.
	Held map[string]string
	// Known returns the facts of the bytes of a sum at path, nil where they
	// were not read before. It is called by several workers at once.
	Known func(ctx context.Context, path, sum string) *model.Facts
	// Keep is told what lies at paths, after the board is; all that it is told
	// in one call was applied in one batch.
	Keep func(context.Context, []Kept)
}

// Kept is what lies at a path now.
type Kept struct {
	Path  string
	Sum   string       // of the bytes; "" where nothing that can be read lies there
	Facts *model.Facts // nil where they were known before, or there are none
	Text  string       // what the offsets of Facts point into
}

// known are the facts of bytes that were read before, nil where they were not.
func (m *Memory) known(ctx context.Context, path, sum string) *model.Facts {
	if m.Known == nil {
		return nil
	}
	return m.Known(ctx, path, sum)
}
