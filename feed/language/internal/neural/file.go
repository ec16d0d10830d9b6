package neural

import "crisisdesk/feed/language/internal/pack"

// Append writes the network. Rows that are all zero are left out.
func (n *Net) Append(w *pack.Writer) {
	w.Int(n.hidden)
	w.Int(n.inputs)
	w.Floats([]float32{n.scale})
	w.Raw(n.index.bytes(n.inputs))
	w.Raw(n.rows)
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

// Read reads a network that Append wrote, and keeps its bytes. It checks the
// sizes, so that scoring features below Rows cannot fail.
func Read(r *pack.Reader) (*Net, error) {
	n := &Net{hidden: r.Int(), inputs: r.Int()}
	scale, present := r.Floats(), r.Raw()
	n.rows = r.Raw()
	n.bias, n.out, n.outBias = r.Floats(), r.Floats(), r.Floats()
	if err := r.Err(); err != nil {
		return nil, err
	}
	if len(scale) != 1 || n.hidden == 0 || n.hidden%Block != 0 || n.inputs > maxWeights/n.hidden ||
		len(present) != (n.inputs+7)/8 || len(n.bias) != n.hidden || len(n.out) != n.hidden*len(n.outBias) {
		return nil, pack.ErrDamaged
	}
	n.scale = scale[0]
	n.index = newIndex(present)
	if n.index.rows()*n.hidden > len(n.rows) {
		return nil, pack.ErrDamaged
	}
	return n, nil
}
