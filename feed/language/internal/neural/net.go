package neural

import (
	"math"

	"gonum.org/v1/gonum/blas/gonum"
)

// zero is the byte that stands for the weight 0.
const zero = 128

// kernel multiplies and adds four floats at a time where the processor can.
var kernel gonum.Implementation

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

// Score returns the score of a class for the hidden layer h.
func (n *Net) Score(class int, h []float32) float32 {
	return kernel.Sdot(n.hidden, n.out[class*n.hidden:], 1, h, 1) + n.outBias[class]
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
