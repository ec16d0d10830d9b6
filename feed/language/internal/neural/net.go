package neural

import (
	"encoding/binary"
	"math"

	"gonum.org/v1/gonum/blas/gonum"
)

const (
	// Block is what the width of a hidden layer must be a multiple of.
	Block = 32
	// MaxFeatures is how many rows may be summed: 16-bit lanes hold no more bytes.
	MaxFeatures = 256
	zero        = 128 // the byte that stands for the weight 0
)

// A Net is a trained network. It does not change and may be shared.
type Net struct {
	hidden  int
	inputs  int       // features it knows
	index   index     // of the rows; features without one weigh nothing
	rows    []byte    // hidden bytes each
	scale   float32   // weight of one step of a byte
	bias    []float32 // hidden
	out     []float32 // outputs × hidden
	outBias []float32
}

// New quantises a network: rows and bias feed the hidden layer, out and outBias
// the classes. Weights beyond ±limit are clipped to it.
func New(hidden int, rows, bias, out, outBias []float32, limit float32) *Net {
	n := &Net{hidden: hidden, inputs: len(rows) / hidden, scale: limit / 127, bias: bias, out: out, outBias: outBias}
	present := make([]byte, (n.inputs+7)/8)
	row := make([]byte, hidden)
	for f := range n.inputs {
		for i, w := range rows[f*hidden:][:hidden] {
			step := math.Round(float64(w / n.scale))
			row[i] = byte(zero + int(max(-127, min(127, step))))
		}
		if !blank(row) {
			present[f/8] |= 1 << (f % 8)
			n.rows = append(n.rows, row...)
		}
	}
	n.index = newIndex(present)
	return n
}

// Hidden returns the width of the hidden layer.
func (n *Net) Hidden() int { return n.hidden }

// Outputs returns the number of classes.
func (n *Net) Outputs() int { return len(n.outBias) }

// SumWords returns how many words a sum of rows takes: one for four bytes of the
// rows, in lanes of 16 bits, and one for how many rows there are. A sum begins as
// zeros; sums are added up word by word.
func (n *Net) SumWords() int { return n.hidden/4 + 1 }

// Total sets a sum to that of three others, which may be longer.
func Total(sum, a, b, c []uint64) {
	a, b, c = a[:len(sum)], b[:len(sum)], c[:len(sum)]
	for i := range sum {
		sum[i] = a[i] + b[i] + c[i]
	}
}

const lanes = 0x00ff00ff00ff00ff

// Add adds the rows of the features, which it uses up, to a sum. Of eight bytes the sum gets the
// whole word and, apart, the odd bytes: less these, a sum of words is that of
// the even ones.
func (n *Net) Add(sum []uint64, features []int32) {
	rows := features[:0]
	for _, f := range features {
		if row, ok := n.index.row(f); ok {
			rows = append(rows, int32(row*n.hidden))
		}
	}
	sum[n.hidden/4] += uint64(len(rows))
	for from := 0; from < n.hidden; from += 16 {
		var w0, w1, o0, o1 uint64
		for _, r := range rows {
			at := int(r) + from
			row := n.rows[at : at+16 : at+16]
			a := binary.LittleEndian.Uint64(row)
			b := binary.LittleEndian.Uint64(row[8:])
			w0 += a
			o0 += a >> 8 & lanes
			w1 += b
			o1 += b >> 8 & lanes
		}
		s := sum[from/4 : from/4+4 : from/4+4]
		s[0] += w0
		s[1] += o0
		s[2] += w1
		s[3] += o1
	}
}

// Activate fills h, of Hidden length, with the hidden layer for a sum of rows.
func (n *Net) Activate(sum []uint64, h []float32) {
	scale, shift := n.scale, int32(sum[n.hidden/4]*zero)
	for from := 0; from < n.hidden; from += 8 {
		odd := sum[from/4+1]
		even := sum[from/4] - odd<<8
		bias, units := n.bias[from:from+8:from+8], h[from:from+8:from+8]
		for k := 0; k < 8; k += 2 {
			units[k] = rectified(float32(int32(even&0xffff)-shift)*scale + bias[k])
			units[k+1] = rectified(float32(int32(odd&0xffff)-shift)*scale + bias[k+1])
			even >>= 16
			odd >>= 16
		}
	}
}

// rectified returns x, or 0 where it is negative: without a branch, as there is
// no telling which it will be.
func rectified(x float32) float32 {
	b := math.Float32bits(x)
	return math.Float32frombits(b &^ uint32(int32(b)>>31))
}

// Score returns the score of a class for the hidden layer h.
func (n *Net) Score(class int, h []float32) float32 {
	w := n.out[class*n.hidden:][:n.hidden]
	return gonum.Implementation{}.Sdot(n.hidden, w, 1, h, 1) + n.outBias[class]
}

// Best returns the best of the classes and its probability among them; scores
// is scratch space for as many.
func (n *Net) Best(classes []int32, h, scores []float32) (int32, float32) {
	best := 0
	for i, c := range classes {
		scores[i] = n.Score(int(c), h)
		if scores[i] > scores[best] {
			best = i
		}
	}
	var sum float32
	for _, s := range scores[:len(classes)] {
		sum += exp(s - scores[best])
	}
	return classes[best], 1 / sum
}

// Probabilities fills p with the probabilities of the classes for the hidden
// layer h.
func (n *Net) Probabilities(classes []int32, h, p []float32) {
	best := float32(math.Inf(-1))
	for i, c := range classes {
		p[i] = n.Score(int(c), h)
		best = max(best, p[i])
	}
	var sum float32
	for i := range classes {
		p[i] = exp(p[i] - best)
		sum += p[i]
	}
	for i := range classes {
		p[i] /= sum
	}
}

// exp is good to a few parts in a thousand for x ≤ 0, which is all that a
// confidence needs.
func exp(x float32) float32 {
	if x < -16 {
		return 0
	}
	y := 1 + x/256
	y *= y
	y *= y
	y *= y
	y *= y
	y *= y
	y *= y
	y *= y
	return y * y
}

// Rows returns the number of features that the network knows.
func (n *Net) Rows() int { return n.inputs }
