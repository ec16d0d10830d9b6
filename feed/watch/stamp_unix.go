//go:build unix

package watch

import (
	"os"

	"golang.org/x/sys/unix"
)

// lookAt is the stamp of what a name stands for in an open folder, or of what
// lies at a path where in is nil. A link is looked at itself. It makes no
// garbage: a full folder is looked through every minute.
func lookAt(in *os.File, name string) (stamp, error) {
	at := unix.AT_FDCWD
	if in != nil {
		at = int(in.Fd())
	}
	var st unix.Stat_t
	err := unix.Fstatat(at, name, &st, unix.AT_SYMLINK_NOFOLLOW)
	for err == unix.EINTR { // file systems in user space
		err = unix.Fstatat(at, name, &st, unix.AT_SYMLINK_NOFOLLOW)
	}
	if err != nil {
		return stamp{}, err
	}
	return stamp{
		there: true, folder: st.Mode&unix.S_IFMT == unix.S_IFDIR, size: st.Size, mtime: st.Mtim.Nano(),
		changed: st.Ctim.Nano(), inode: uint64(st.Ino), mode: uint32(st.Mode),
	}, nil
}
