package feed

import (
	"runtime"

	"golang.org/x/sys/unix"
)

// readersNicer is by how much the threads of readers are nicer than those of the
// rest of the process. A tenth of a core is left to a reader while others want
// all of it: files go on being read, and locks of the runtime that a reader holds
// are let go.
const readersNicer = 10

// stepBack gives the goroutine a thread of its own, which ends with it, and which
// the system lets run when the others of the process leave a core.
func stepBack() {
	runtime.LockOSThread()
	if left, err := unix.Getpriority(unix.PRIO_PROCESS, 0); err == nil { // 20 less the niceness
		_ = unix.Setpriority(unix.PRIO_PROCESS, 0, 20-left+readersNicer) // of this thread alone; beyond 19 it is 19
	}
}
