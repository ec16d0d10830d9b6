//go:build linux || darwin || freebsd || netbsd || openbsd

package archive

import (
	"errors"
	"os"
	"syscall"
	"time"
)

// lockFor is how long a lock of the folder or of a journal is waited for; it
// is held for a few writes, which take seconds where the disk has much to do.
const lockFor = 30 * time.Second

// lockFolder keeps other processes from making or moving files of the folder
// until unlock is called.
func lockFolder(dir string) (unlock func(), err error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	if err := lockFile(f); err != nil {
		f.Close()
		return nil, err
	}
	return func() { f.Close() }, nil // which unlocks it, too
}

// lockFile locks f against other openings of it until f is closed or unlocked.
func lockFile(f *os.File) error {
	for start := time.Now(); ; time.Sleep(time.Millisecond) {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if err == nil || !errors.Is(err, syscall.EWOULDBLOCK) && !errors.Is(err, syscall.EINTR) || time.Since(start) > lockFor {
			return err
		}
	}
}

// tryLockFile locks f as lockFile does, if nobody else has: it does not wait.
func tryLockFile(f *os.File) (locked bool, err error) {
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return false, nil
	}
	return err == nil, err
}

func unlockFile(f *os.File) error { return syscall.Flock(int(f.Fd()), syscall.LOCK_UN) }
