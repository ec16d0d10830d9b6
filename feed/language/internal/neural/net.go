package neural

import (
	"encoding/binary"
	"math"
)

const (
	// Block is what the width of a hidden layer must be a multiple of.
	Block = 32
	// MaxFeatures is how many rows may be summed: 16-bit lanes hold no more bytes.
	MaxFeatures = 256
	zero        = 128 // the byte that stands for the weight 0
	nowhere     = -1
)

// A Net is a trained network. It does not change and may be shared.
type Net struct {
	hidden  int
	place   []int32   // where the row of each feature starts, nowhere for weights that are all 0
	rows    []byte    // hidden bytes each
	scale   float32   // weight of one step of a byte
	bias    []float32 // hidden
	out     []float32 // outputs × hidden
	outBias []float32
}

// New quantises a network: rows and bias feed the hidden layer, out and outBias
// the classes. Weights beyond ±limit are clipped to it.
func New(hidden int, rows, bias, out, outBias []float32, limit float32) *Net {
	n := &Net{hidden: hidden, scale: limit / 127, bias: bias, out: out, outBias: outBias}
	row := make([]byte, hidden)
	for ; len(rows) > 0; rows = rows[hidden:] {
		for i, w := range rows[:hidden] {
			step := math.Round(float64(w / n.scale))
			row[i] = byte(zero + int(max(-127, min(127, step))))
		}
		if blank(row) {
			n.place = append(n.place, nowhere)
			continue
		}
		n.place = append(n.place, int32(len(n.rows)))
		n.rows = append(n.rows, row...)
	}
	return n
}

// Hidden returns the width of the hidden layer.
func (n *Net) Hidden() int { return n.hidden }

// Outputs returns the number of classes.
func (n *Net) Outputs() int { return len(n.outBias) }

// Activate fills h, of Hidden length, with the hidden layer for the features,
// which it uses up.
func (n *Net) Activate(features []int32, h []float32) {
	rows := features[:0]
	for _, f := range features {
		if at := n.place[f]; at != nowhere {
			rows = append(rows, at)
		}
	}
	shift := int32(len(rows) * zero)
	for from := 0; from < n.hidden; from += Block {
		var even, odd [4]uint64
		n.sum(rows, from, &even, &odd)
		lanes := h[from : from+Block : from+Block]
		bias := n.bias[from : from+Block : from+Block]
		for w := range even {
			e, o := even[w], odd[w]
			for k := 8 * w; k < 8*w+8; k += 2 {
				lanes[k] = max(0, float32(int32(e&0xffff)-shift)*n.scale+bias[k])
				lanes[k+1] = max(0, float32(int32(o&0xffff)-shift)*n.scale+bias[k+1])
				e >>= 16
				o >>= 16
			}
		}
	}
}

const lanes = 0x00ff00ff00ff00ff

// sum adds up Block bytes of each row, even and odd bytes apart, in lanes of
// 16 bits. Whole words are added up with them: less the odd bytes, a sum of
// words is that of the even ones.
func (n *Net) sum(rows []int32, from int, even, odd *[4]uint64) {
	var e0, e1, e2, e3, o0, o1, o2, o3 uint64
	for _, r := range rows {
		at := int(r) + from
		row := n.rows[at : at+Block : at+Block]
		a := binary.LittleEndian.Uint64(row)
		b := binary.LittleEndian.Uint64(row[8:])
		c := binary.LittleEndian.Uint64(row[16:])
		d := binary.LittleEndian.Uint64(row[24:])
		e0 += a
		o0 += a >> 8 & lanes
		e1 += b
		o1 += b >> 8 & lanes
		e2 += c
		o2 += c >> 8 & lanes
		e3 += d
		o3 += d >> 8 & lanes
	}
	*even = [4]uint64{e0 - o0<<8, e1 - o1<<8, e2 - o2<<8, e3 - o3<<8}
	*odd = [4]uint64{o0, o1, o2, o3}
}

// Score returns the score of a class for the hidden layer h.
func (n *Net) Score(class int, h []float32) float32 {
	w := n.out[class*n.hidden:][:len(h)]
	var a, b, c, d float32
	for i := 0; i+3 < len(h) && i+3 < len(w); i += 4 {
		a += w[i] * h[i]
		b += w[i+1] * h[i+1]
		c += w[i+2] * h[i+2]
		d += w[i+3] * h[i+3]
	}
	return a + b + c + d + n.outBias[class]
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

// Probabilities fills p with the probabilities of the classes, given the features,
// which it uses up; h is scratch space for a hidden layer.
func (n *Net) Probabilities(features, classes []int32, h, p []float32) {
	n.Activate(features, h)
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
func (n *Net) Rows() int { return len(n.place) }
