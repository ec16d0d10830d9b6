package neural

import (
	"bytes"

	"crisisdesk/feed/language/internal/pack"
)

// Append writes the network. Rows that are all zero are left out.
func (n *Net) Append(w *pack.Writer) {
	w.Int(n.hidden)
	w.Int(n.Rows())
	w.Floats([]float32{n.scale})
	present := make([]byte, (n.Rows()+7)/8)
	var kept []byte
	for f := range n.Rows() {
		if row := n.rows[f*n.hidden:][:n.hidden]; !blank(row) {
			present[f/8] |= 1 << (f % 8)
			kept = append(kept, row...)
		}
	}
	w.Raw(present)
	w.Raw(kept)
	w.Floats(n.bias)
	w.Floats(n.out)
	w.Floats(n.outBias)
}

func blank(row []byte) bool {
	for _, b := range row {
		if b != zero {
			return false
		}
	}
	return true
}

// maxWeights bounds what a damaged file can ask for.
const maxWeights = 1 << 28

// Read reads a network that Append wrote. It checks the sizes, so that scoring
// features below Rows cannot fail.
func Read(r *pack.Reader) (*Net, error) {
	n := &Net{hidden: r.Int()}
	rows := r.Int()
	scale, present, kept := r.Floats(), r.Raw(), r.Raw()
	n.bias, n.out, n.outBias = r.Floats(), r.Floats(), r.Floats()
	if err := r.Err(); err != nil {
		return nil, err
	}
	if len(scale) != 1 || n.hidden == 0 || n.hidden%Block != 0 || rows > maxWeights/n.hidden ||
		len(present) != (rows+7)/8 || len(n.bias) != n.hidden || len(n.out) != n.hidden*len(n.outBias) {
		return nil, pack.ErrDamaged
	}
	n.scale = scale[0]
	n.rows = bytes.Repeat([]byte{zero}, rows*n.hidden)
	for f := range rows {
		if present[f/8]&(1<<(f%8)) == 0 {
			continue
		}
		if len(kept) < n.hidden {
			return nil, pack.ErrDamaged
		}
		kept = kept[copy(n.rows[f*n.hidden:][:n.hidden], kept):]
	}
	return n, nil
}
