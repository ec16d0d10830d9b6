package neural

import "crisisdesk/feed/language/internal/pack"

// Append writes the network. Rows that are all zero are left out.
func (n *Net) Append(w *pack.Writer) {
	w.Int(n.hidden)
	w.Int(n.Rows())
	w.Floats([]float32{n.scale})
	present := make([]byte, (n.Rows()+7)/8)
	for f, at := range n.place {
		if at != nowhere {
			present[f/8] |= 1 << (f % 8)
		}
	}
	w.Raw(present)
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
	n := &Net{hidden: r.Int()}
	rows := r.Int()
	scale, present := r.Floats(), r.Raw()
	n.rows = r.Raw()
	n.bias, n.out, n.outBias = r.Floats(), r.Floats(), r.Floats()
	if err := r.Err(); err != nil {
		return nil, err
	}
	if len(scale) != 1 || n.hidden == 0 || n.hidden%Block != 0 || rows > maxWeights/n.hidden ||
		len(present) != (rows+7)/8 || len(n.bias) != n.hidden || len(n.out) != n.hidden*len(n.outBias) {
		return nil, pack.ErrDamaged
	}
	n.scale = scale[0]
	n.place = make([]int32, rows)
	at := 0
	for f := range n.place {
		n.place[f] = nowhere
		if present[f/8]&(1<<(f%8)) != 0 {
			n.place[f] = int32(at)
			at += n.hidden
		}
	}
	if at > len(n.rows) {
		return nil, pack.ErrDamaged
	}
	return n, nil
}
