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
// is called, or this process ends. It is not ok where another process has
// claimed them, or others that are alike to a claim: whoever asks again soon
// finds their facts, or can claim them. It waits for nobody. Where nothing can
// be claimed, everything is, and is extracted twice at worst.
func (m *Memory) Claim(sum string) (release func(), ok bool) {
	if m == nil {
		return func() {}, true
	}
	path := filepath.Join(m.archive.dir, claimFolder, sum[:min(2, len(sum))])
	f, err := os.OpenFile(path, os.O_RDONLY|noFollow, 0)
	if errors.Is(err, fs.ErrNotExist) {
		f, err = os.OpenFile(path, os.O_RDONLY|os.O_CREATE|noFollow, m.archive.access.file)
		if err == nil {
			f.Chmod(m.archive.access.file) // whatever the umask; where another made it, it was done
		}
	}
	if err != nil {
		return func() {}, true
	}
	if free, err := tryLockFile(f); !free {
		f.Close()
		return func() {}, err != nil
	}
	return sync.OnceFunc(func() { f.Close() }), true // which unlocks it, too
}
