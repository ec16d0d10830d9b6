package document

import (
	"context"
	"errors"
	"os"
	"path"
	"slices"
	"syscall"
)

// Find reads what name stands for beneath root: the documents of a file, or one
// of those, by its path beneath that of the file. Its errors are those of
// [Open] and [ReadAll].
func Find(ctx context.Context, root *os.Root, name string, desk Desk) ([]Reading, error) {
	raw, err := Open(root, name)
	if !errors.Is(err, syscall.ENOTDIR) {
		if err != nil {
			return nil, err
		}
		return ReadAll(ctx, name, raw, desk)
	}
	file := path.Dir(name)
	if raw, err = Open(root, file); err != nil {
		return nil, err
	}
	all, err := ReadAll(ctx, file, raw, desk)
	if err != nil {
		return nil, err
	}
	if i := slices.IndexFunc(all, func(r Reading) bool { return r.Document.Path == name }); i >= 0 {
		return all[i : i+1], nil
	}
	return nil, Refusal("its file no longer has it")
}
