package watch

import "time"

// stamp is what a look at a file tells of it without opening it. Two looks
// with equal stamps saw the same bytes, as far as can be known that way. The
// zero stamp is that of a file that is not there.
type stamp struct {
	there   bool
	folder  bool
	size    int64
	mtime   int64 // nanoseconds since 1970
	changed int64 // so, by the system's own account, which no tool sets back; 0 where there is none
	inode   uint64
	mode    uint32
}

// tooDeep is the stamp of a file or folder so deep that the system takes no path
// to it: that it is there is all that can be told.
var tooDeep = stamp{there: true}

// restedBefore is how long, at t, the file had not been written to.
func (s stamp) restedBefore(t time.Time) time.Duration {
	return time.Duration(t.UnixNano() - s.mtime)
}
