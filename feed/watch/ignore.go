package watch

import "strings"

// unfinished are the endings that editors, browsers and transfer tools give to
// files they have not finished: Vim, Firefox, Chromium, Safari, curl and scp
// front ends, Emacs and others.
var unfinished = []string{
	"~", ".part", ".partial", ".filepart", ".crdownload", ".download",
	".tmp", ".temp", ".swp", ".swx", ".swo", ".bak", ".lock",
}

// Ignored reports whether name, a file or folder name without its path, is one
// that a tool uses for a file it has not finished, or a hidden one: rsync
// writes to ".name.XXXXXX", Vim to ".name.swp", Emacs to "#name#".
func Ignored(name string) bool {
	if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#") {
		return true
	}
	low := strings.ToLower(name)
	for _, end := range unfinished {
		if strings.HasSuffix(low, end) {
			return true
		}
	}
	return false
}

// ignoredPath reports whether any part of a slash-separated path is ignored.
func ignoredPath(path string) bool {
	for part := range strings.SplitSeq(path, "/") {
		if Ignored(part) {
			return true
		}
	}
	return false
}
