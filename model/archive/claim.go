package archive

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

const claimFolder = "claims"

// Claim keeps other processes from extracting the bytes of a sum until release
// is called, or this process ends; within a process nothing excludes anything.
// It is not ok where another process has claimed them, or others that are alike
// to a claim: whoever asks again soon finds their facts, or can claim them. It
// waits for nobody. Where nothing can be claimed, everything is, and is
// extracted twice at worst.
func (m *Memory) Claim(sum string) (release func(), ok bool) {
	if m == nil {
		return func() {}, true
	}
	return m.archive.claims.take(sum[:min(2, len(sum))])
}

// claims are the files of the folder of claims, of which each stands for all
// sums that begin with its name, as far as this process has locked them.
type claims struct {
	dir    string
	access fs.FileMode // of a file

	mu   sync.Mutex
	held map[string]*claim
}

// claim is a locked file, and how many have claimed it.
type claim struct {
	file *os.File
	by   int
}

func (c *claims) take(name string) (release func(), ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	held := c.held[name]
	if held == nil {
		f, free := c.lock(name)
		if f == nil {
			return func() {}, free
		}
		held = &claim{file: f}
		c.held[name] = held
	}
	held.by++
	return sync.OnceFunc(func() { c.release(name) }), true
}

func (c *claims) release(name string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	held := c.held[name]
	if held.by--; held.by == 0 {
		held.file.Close() // which unlocks it, too
		delete(c.held, name)
	}
}

// lock locks the file of a name. Without one, free says whether that is because
// none can be locked rather than that another process has it.
func (c *claims) lock(name string) (f *os.File, free bool) {
	path := filepath.Join(c.dir, name)
	f, err := os.OpenFile(path, os.O_RDONLY|noFollow, 0)
	if errors.Is(err, fs.ErrNotExist) {
		f, err = os.OpenFile(path, os.O_RDONLY|os.O_CREATE|noFollow, c.access)
		if err == nil {
			f.Chmod(c.access) // whatever the umask; where another made it, it was done
		}
	}
	if err != nil {
		return nil, true
	}
	if locked, err := tryLockFile(f); !locked {
		f.Close()
		return nil, err != nil
	}
	return f, true
}
