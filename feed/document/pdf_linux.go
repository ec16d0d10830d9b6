package document

import "golang.org/x/sys/unix"

// limit bounds the memory and the processor time of a child.
func limit(pid int) error {
	for resource, most := range map[int]uint64{unix.RLIMIT_AS: pdfMemory, unix.RLIMIT_CPU: uint64(pdfTime.Seconds()), unix.RLIMIT_CORE: 0} {
		if err := unix.Prlimit(pid, resource, &unix.Rlimit{Cur: most, Max: most}, nil); err != nil {
			return err
		}
	}
	return nil
}
