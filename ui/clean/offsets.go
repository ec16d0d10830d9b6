package clean

import "sort"

// Map says where the bytes of a text went when it was cleaned.
type Map struct {
	steps []step
}

// step says that from raw byte in on, bytes stand at out, one by one, until the next step.
type step struct{ in, out int }

// TextMap is [Text] with the map from the bytes of s to the bytes of what
// comes out.
func TextMap(s string) (string, Map) {
	var m Map
	out := run(s, true, &m)
	return out, m
}

// Out is where byte in of the raw text stands in the clean one. A byte inside
// something that came out shorter stands where the next begins.
func (m *Map) Out(in int) int {
	i := sort.Search(len(m.steps), func(i int) bool { return m.steps[i].in > in })
	out := in // plain ASCII up to the first step
	if i > 0 {
		out += m.steps[i-1].out - m.steps[i-1].in
	}
	if i < len(m.steps) {
		out = min(out, m.steps[i].out)
	}
	return out
}

// add notes a character that is not in step with the one before it.
func (m *Map) add(in, out int) {
	if m == nil {
		return
	}
	if n := len(m.steps); n > 0 {
		if last := m.steps[n-1]; out-in == last.out-last.in {
			return
		}
	} else if in == out {
		return
	}
	m.steps = append(m.steps, step{in, out})
}
