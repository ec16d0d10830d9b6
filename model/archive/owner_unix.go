//go:build unix

package archive

import (
	"fmt"
	"io/fs"
	"os"
	"syscall"

	"crisisdesk/model"
)

// noFollow opens no link and waits for no pipe.
const noFollow = syscall.O_NOFOLLOW | syscall.O_NONBLOCK

func ownerOf(file fs.FileInfo) (uint32, bool) {
	s, ok := file.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, false
	}
	return s.Uid, true
}

// belongs says why a file on disk is not that officer's: one known by user ID
// must own it; where the desk is served, its owner writes for those known by keys.
func belongs(file fs.FileInfo, o model.Officer, desk string) error {
	owner, known := ownerOf(file)
	if !known {
		return nil
	}
	if id, ok := userID(o); ok {
		if owner != id {
			return fmt.Errorf("it belongs to user %d", owner)
		}
		return nil
	}
	folder, err := os.Stat(desk)
	if err != nil {
		return err
	}
	if keeper, _ := ownerOf(folder); owner != keeper {
		return fmt.Errorf("it belongs to user %d, and not to %d, who keeps the desk", owner, keeper)
	}
	return nil
}
