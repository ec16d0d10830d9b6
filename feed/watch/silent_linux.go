package watch

import "golang.org/x/sys/unix"

// silentTypes are file systems whose changes, made on another machine or by a
// process in user space, the kernel does not signal. Numbers: statfs(2).
var silentTypes = map[int64]string{
	unix.NFS_SUPER_MAGIC:   "NFS",
	unix.SMB_SUPER_MAGIC:   "SMB",
	unix.SMB2_SUPER_MAGIC:  "SMB",
	unix.CIFS_SUPER_MAGIC:  "SMB",
	unix.FUSE_SUPER_MAGIC:  "FUSE",
	unix.V9FS_MAGIC:        "9P",
	unix.CEPH_SUPER_MAGIC:  "Ceph",
	unix.AFS_SUPER_MAGIC:   "AFS",
	unix.CODA_SUPER_MAGIC:  "Coda",
	unix.NCP_SUPER_MAGIC:   "NCP",
	unix.OCFS2_SUPER_MAGIC: "OCFS2",
}

// silent says why changes under dir are not signalled; "" where they are.
func silent(dir string) string {
	var st unix.Statfs_t
	if unix.Statfs(dir, &st) != nil {
		return ""
	}
	if name := silentTypes[int64(uint32(st.Type))]; name != "" {
		return name + " signals no changes"
	}
	return ""
}
