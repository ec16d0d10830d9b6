package lemmas

import (
	"maps"
	"slices"
	"strings"

	"crisisdesk/feed/language/internal/pack"
)

// Write writes the table.
func (t Table) Write(w *pack.Writer, tags []string) {
	var known []string
	for _, tag := range tags {
		if t[tag] != nil {
			known = append(known, tag)
		}
	}
	w.Strings(known)
	for _, tag := range known {
		writeEdits(w, t[tag].Forms)
		writeEdits(w, t[tag].Endings)
	}
}

// Read reads a table.
func Read(r *pack.Reader) Table {
	t := Table{}
	for _, tag := range r.Strings() {
		t[tag] = &Rules{readEdits(r), readEdits(r)}
	}
	return t
}

func readEdits(r *pack.Reader) map[string]Edit {
	keys, cuts, adds := r.Strings(), r.Ints(), r.Strings()
	m := make(map[string]Edit, len(keys))
	for i, k := range keys {
		if i >= len(cuts) || i >= len(adds) {
			break
		}
		m[strings.TrimPrefix(k, "^")] = Edit{int(cuts[i]), strings.TrimPrefix(adds[i], "^")}
	}
	return m
}

// writeEdits writes edits in the order of their keys, each string behind a
// "^", so that an empty one is not lost.
func writeEdits(w *pack.Writer, edits map[string]Edit) {
	var keys, adds []string
	var cuts []int32
	for _, k := range slices.Sorted(maps.Keys(edits)) {
		keys, adds, cuts = append(keys, "^"+k), append(adds, "^"+edits[k].Add), append(cuts, int32(edits[k].Cut))
	}
	w.Strings(keys)
	w.Ints(cuts)
	w.Strings(adds)
}
