package train

import (
	"math"
	"math/rand/v2"
	"slices"

	"crisisdesk/feed/language/internal/neural"
	"crisisdesk/feed/linear"
)

// A network is a neural.Net in training: floats, and an adaptive rate for each
// row (Adagrad, one sum of squares a row).
type network struct {
	hidden, outputs int
	rows            []float32
	rowSquares      []float32
	uses            []int32 // how often each row was learnt from
	bias            []float32
	biasSquares     []float32
	out             []float32
	outSquares      []float32
	outBias         []float32
	outBiasSquares  []float32

	rate    float32
	dropout float32
	random  *rand.Rand

	h, grad []float32 // hidden layer, its gradient
	keep    []float32 // 0 for a unit dropped, else 1/(1-dropout)
	scores  []float32
}

// limit is the largest weight of a row that bytes can hold; larger ones are clipped.
const limit = 1.5

func newNetwork(rows, hidden, outputs int, seed uint64) *network {
	n := &network{
		hidden: hidden, outputs: outputs,
		rows: make([]float32, rows*hidden), rowSquares: make([]float32, rows), uses: make([]int32, rows),
		bias: make([]float32, hidden), biasSquares: make([]float32, 1),
		out: make([]float32, outputs*hidden), outSquares: make([]float32, outputs),
		outBias: make([]float32, outputs), outBiasSquares: make([]float32, outputs),
		random: rand.New(rand.NewPCG(seed, 1)),
		h:      make([]float32, hidden), grad: make([]float32, hidden), keep: make([]float32, hidden),
		scores: make([]float32, outputs),
	}
	for i := range n.rows {
		n.rows[i] = (n.random.Float32() - 0.5) * 0.1
	}
	spread := float32(math.Sqrt(6 / float64(hidden+outputs)))
	for i := range n.out {
		n.out[i] = (2*n.random.Float32() - 1) * spread
	}
	for i := range n.bias {
		n.bias[i] = 0.1
	}
	return n
}

// activate computes the hidden layer; in training some units are dropped.
func (n *network) activate(features []int32, training bool) {
	for from := 0; from < n.hidden; from += 8 {
		n.sum(features, from)
	}
	if !training {
		return
	}
	for j := range n.h {
		if n.random.Float32() < n.dropout {
			n.keep[j] = 0
		} else {
			n.keep[j] = 1 / (1 - n.dropout)
		}
		n.h[j] *= n.keep[j]
	}
}

// score fills scores for the classes and turns them into probabilities.
func (n *network) score(classes []int32) []float32 {
	p := n.scores[:len(classes)]
	for i, c := range classes {
		w := n.out[int(c)*n.hidden:][:n.hidden]
		h := n.h[:len(w)]
		s := n.outBias[c]
		for j := range w {
			s += w[j] * h[j]
		}
		p[i] = s
	}
	linear.Softmax(p)
	return p
}

// sum computes eight units of the hidden layer; the sums stay in registers.
func (n *network) sum(features []int32, from int) {
	bias := n.bias[from : from+8 : from+8]
	a, b, c, d, e, f, g, h := bias[0], bias[1], bias[2], bias[3], bias[4], bias[5], bias[6], bias[7]
	for _, feature := range features {
		at := int(feature)*n.hidden + from
		row := n.rows[at : at+8 : at+8]
		a += row[0]
		b += row[1]
		c += row[2]
		d += row[3]
		e += row[4]
		f += row[5]
		g += row[6]
		h += row[7]
	}
	out := n.h[from : from+8 : from+8]
	out[0], out[1], out[2], out[3] = max(a, 0), max(b, 0), max(c, 0), max(d, 0)
	out[4], out[5], out[6], out[7] = max(e, 0), max(f, 0), max(g, 0), max(h, 0)
}

// predict returns the probabilities of the classes.
func (n *network) predict(features, classes []int32) []float32 {
	n.activate(features, false)
	return n.score(classes)
}

// rehearse is predict with some units dropped; correct may follow.
func (n *network) rehearse(features, classes []int32) []float32 {
	for _, f := range features {
		n.uses[f]++
	}
	n.activate(features, true)
	return n.score(classes)
}

// correct takes one step from the probabilities of the last rehearse: the good
// classes should be the likely ones, taken together.
func (n *network) correct(features, classes []int32, good func(class int32) bool) {
	mass := float32(1e-9)
	for i, c := range classes {
		if good(c) {
			mass += n.scores[i]
		}
	}
	clear(n.grad)
	moved := false
	for i, c := range classes {
		g := n.scores[i]
		if good(c) {
			g -= (g + 1e-9) / mass
		}
		if g > 0.01 || g < -0.01 {
			n.stepOut(c, g)
			moved = true
		}
	}
	if moved {
		n.stepRows(features)
	}
}

// likeliest returns the index of the greatest probability.
func likeliest(p []float32) int {
	best := 0
	for i := range p {
		if p[i] > p[best] {
			best = i
		}
	}
	return best
}

// stepOut moves the weights of a class against the gradient g of its score and
// adds what flows back to grad.
func (n *network) stepOut(class int32, g float32) {
	w := n.out[int(class)*n.hidden:][:n.hidden]
	h, grad := n.h[:len(w)], n.grad[:len(w)]
	var norm float32
	for _, v := range h {
		norm += v * v
	}
	n.outSquares[class] += g * g * norm / float32(n.hidden)
	n.outBiasSquares[class] += g * g
	rate := n.rate * g / sqrt(n.outSquares[class])
	for j := range w {
		grad[j] += g * w[j]
		w[j] -= rate * h[j]
	}
	n.outBias[class] -= n.rate * g / sqrt(n.outBiasSquares[class])
}

func (n *network) stepRows(features []int32) {
	var norm float32
	for j, h := range n.h {
		if h <= 0 {
			n.grad[j] = 0
			continue
		}
		n.grad[j] *= n.keep[j]
		norm += n.grad[j] * n.grad[j]
	}
	norm /= float32(n.hidden)
	if norm == 0 {
		return
	}
	for _, f := range features {
		n.rowSquares[f] += norm
		n.descend(n.rows[int(f)*n.hidden:][:n.hidden], n.rate/sqrt(n.rowSquares[f]))
	}
	n.biasSquares[0] += norm
	n.descend(n.bias, n.rate/sqrt(n.biasSquares[0]))
}

func (n *network) descend(w []float32, rate float32) {
	grad := n.grad[:len(w)]
	for ; len(w) >= 4 && len(grad) >= 4; w, grad = w[4:], grad[4:] {
		w[0] -= rate * grad[0]
		w[1] -= rate * grad[1]
		w[2] -= rate * grad[2]
		w[3] -= rate * grad[3]
	}
}

func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x + 1e-6))) }

// quantise returns the network that the program uses. Rows that were met less
// than least times are left out: they have learnt little but noise.
func (n *network) quantise(least int32) *neural.Net {
	rows := slices.Clone(n.rows)
	for f, uses := range n.uses {
		if uses < least {
			clear(rows[f*n.hidden:][:n.hidden])
		}
	}
	return neural.New(n.hidden, rows, n.bias, n.out, n.outBias, limit)
}
