package document

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"
)

// MaxSize is the most bytes a file may have to be read.
const MaxSize = 8 << 20

// Refusal is the error for a file that is not read: why, in words an officer
// can act on.
type Refusal string

func (r Refusal) Error() string { return string(r) }

// Open reads the file at name beneath root. It refuses what Read could not read
// by its name, size or kind, links, pipes and devices among them, and never
// waits for a writer. A file that is gone is an error of kind [fs.ErrNotExist].
func Open(root *os.Root, name string) ([]byte, error) {
	fi, err := root.Lstat(name)
	switch {
	case err != nil:
	case fi.IsDir():
		err = refuseFolder(root, name)
	default:
		err = admit(name, fi)
	}
	if err != nil {
		return nil, explain(err)
	}
	f, err := root.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, explain(err)
	}
	defer f.Close()
	if fi, err = f.Stat(); err == nil { // the name may stand for another file by now
		err = admit(name, fi)
	}
	if err != nil {
		return nil, explain(err)
	}
	raw, err := io.ReadAll(io.LimitReader(f, MaxSize+1))
	switch {
	case err != nil:
		return nil, explain(err)
	case len(raw) > MaxSize:
		return nil, tooLarge(int64(len(raw)))
	}
	return raw, nil
}

// refuseFolder tells a folder, which is no document, from one that is closed to
// us and may hold some.
func refuseFolder(root *os.Root, name string) error {
	f, err := root.Open(name)
	if err == nil {
		f.Close()
		return Refusal("not read: a folder")
	}
	if errors.Is(err, fs.ErrPermission) {
		return Refusal("no permission to look into this folder")
	}
	return err
}

// admit refuses a file by what can be seen without reading it.
func admit(name string, fi fs.FileInfo) error {
	switch mode := fi.Mode(); {
	case mode&fs.ModeSymlink != 0:
		return Refusal("not read: a link; only files that lie in the folder are read")
	case mode&fs.ModeNamedPipe != 0:
		return Refusal("not read: a named pipe")
	case mode&fs.ModeSocket != 0:
		return Refusal("not read: a socket")
	case !mode.IsRegular():
		return Refusal("not read: a device or other special file")
	}
	if _, _, err := formatOf(name); err != nil {
		return err
	}
	switch n := fi.Size(); {
	case n == 0:
		return Refusal("an empty file")
	case n > MaxSize:
		return tooLarge(n)
	}
	return nil
}

func tooLarge(n int64) Refusal {
	return Refusal(fmt.Sprintf("too large: %.1f MiB, the limit is %d MiB", float64(n)/(1<<20), MaxSize>>20))
}

// explain turns an error of the file system into a reason, bar that of a file
// that is gone, which is no problem but news.
func explain(err error) error {
	var r Refusal
	switch {
	case errors.As(err, &r), errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return err
	case errors.Is(err, fs.ErrPermission):
		return Refusal("no permission to read it")
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return Refusal("cannot be read: " + err.Error())
}
