package archive

import (
	"os"
	"runtime"
	"syscall"
	"testing"
)

const nobody = 65534

// asNobody calls work as a user who may read the folders and write nothing
// there. It needs to be root to become somebody else.
func asNobody(t *testing.T, dir string, work func()) {
	t.Helper()
	if os.Getuid() != 0 {
		if err := os.Chmod(dir, 0o500); err != nil {
			t.Fatal(err)
		}
		defer os.Chmod(dir, 0o700)
		work()
		return
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	syscall.RawSyscall(syscall.SYS_SETFSUID, nobody, 0, 0)
	defer syscall.RawSyscall(syscall.SYS_SETFSUID, 0, 0, 0)
	work()
}
