//go:build !unix

package watch

import (
	"os"
	"path/filepath"
)

// lookAt is the stamp of what a name stands for in an open folder, or of what
// lies at a path where in is nil. A link is looked at itself.
func lookAt(in *os.File, name string) (stamp, error) {
	if in != nil {
		name = filepath.Join(in.Name(), name)
	}
	fi, err := os.Lstat(name)
	if err != nil {
		return stamp{}, err
	}
	return stamp{there: true, folder: fi.IsDir(), size: fi.Size(), mtime: fi.ModTime().UnixNano(), mode: uint32(fi.Mode())}, nil
}
