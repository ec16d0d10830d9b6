package feed

import (
	"maps"
	"path"
	"slices"
)

// parts are the documents of files that have several: by the path of the file,
// the sum of each by its own path, which lies beneath that of the file as if it were
// a folder. A document that could not be read has the sum "".
type parts map[string]map[string]string

// hold notes a document that the board has from an earlier run. Whether what it
// lies beneath is a file or a folder shows when a file of that name is read.
func (p parts) hold(at, sum string) {
	dir := path.Dir(at)
	if dir == "." {
		return
	}
	if p[dir] == nil {
		p[dir] = map[string]string{}
	}
	p[dir][at] = sum
}

// replace notes what a file has now, and lists what it has no more, sorted.
func (p parts) replace(r reading) (gone []string) {
	old, now, itself := p[r.path], map[string]string{}, false
	for _, it := range r.items {
		switch {
		case it.path == r.path:
			itself = true
		case it.why != "":
			now[it.path] = ""
		default:
			now[it.path] = it.sum
		}
	}
	for _, at := range slices.Sorted(maps.Keys(old)) {
		if _, stays := now[at]; !stays {
			gone = append(gone, at)
		}
	}
	if delete(p, r.path); len(now) > 0 {
		p[r.path] = now
	}
	if !itself {
		gone = append(gone, r.path)
	}
	return gone
}
