package linear

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"sort"
)

// Example is one training case: its features, its class (an index into the
// class list) and how much it counts (0 counts as 1).
type Example struct {
	Features Features
	Class    int
	Weight   float32
}

// Options steer training; the zero value means the defaults in brackets.
type Options struct {
	Epochs   int     // passes over the examples [15]
	Rate     float64 // AdaGrad step [0.2]
	L2       float64 // pull of every weight towards zero at each touch [1e-5]
	MinCount int     // features seen less often are dropped [2]
	Seed     uint64
}

func (o Options) withDefaults() Options {
	if o.Epochs == 0 {
		o.Epochs = 15
	}
	if o.Rate == 0 {
		o.Rate = 0.2
	}
	if o.L2 == 0 {
		o.L2 = 1e-5
	}
	if o.MinCount == 0 {
		o.MinCount = 2
	}
	return o
}

// Train fits multinomial logistic regression by AdaGrad and averages the
// weights over the second half of the epochs. Same input, same Model.
func Train(classes []string, examples []Example, opts Options) *Model {
	o := opts.withDefaults()
	t := newTrainer(classes, examples, o)
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	rng := rand.New(rand.NewPCG(o.Seed, 1))
	for epoch := range o.Epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			t.step(&examples[i], t.rows[i], o)
		}
		if epoch >= o.Epochs/2 {
			t.accumulate()
		}
	}
	return t.model()
}

type trainer struct {
	classes []string
	index   map[uint32]int // feature key → row; row 0 is the bias
	w, g, a []float64      // weights, squared gradients, sum for the average
	sums    int
	p       []float64 // what each class gets, then its gradient
	rows    [][]int32 // for each example, the bias and the rows of its features
}

func newTrainer(classes []string, examples []Example, o Options) *trainer {
	count := map[uint32]int{}
	for i := range examples {
		for _, k := range examples[i].Features.keys {
			count[k]++
		}
	}
	var keys []uint32
	for k, n := range count {
		if n >= o.MinCount {
			keys = append(keys, k)
		}
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	t := &trainer{classes: classes, index: make(map[uint32]int, len(keys)), p: make([]float64, len(classes))}
	for i, k := range keys {
		t.index[k] = i + 1
	}
	n := (len(keys) + 1) * len(classes)
	t.w, t.g, t.a = make([]float64, n), make([]float64, n), make([]float64, n)
	t.rows = make([][]int32, len(examples))
	for i := range examples {
		t.rows[i] = t.rowsOf(examples[i].Features.keys)
	}
	return t
}

func (t *trainer) rowsOf(keys []uint32) []int32 {
	rows := append(make([]int32, 0, 1+len(keys)), 0)
	for _, k := range keys {
		if r, ok := t.index[k]; ok {
			rows = append(rows, int32(r))
		}
	}
	return rows
}

func (t *trainer) step(e *Example, rows []int32, o Options) {
	n := len(t.classes)
	clear(t.p)
	for _, r := range rows {
		for c, w := range t.w[int(r)*n:][:n] {
			t.p[c] += w
		}
	}
	Softmax(t.p)
	weight := float64(e.Weight)
	if weight == 0 {
		weight = 1
	}
	t.p[e.Class]--
	for c := range t.p {
		t.p[c] *= weight
	}
	for _, r := range rows {
		for c, g := range t.p {
			i := int(r)*n + c
			if r != 0 {
				g += o.L2 * t.w[i]
			}
			t.g[i] += g * g
			t.w[i] -= o.Rate * g / (math.Sqrt(t.g[i]) + 1e-6)
		}
	}
}

func (t *trainer) accumulate() {
	for i, w := range t.w {
		t.a[i] += w
	}
	t.sums++
}

// model quantises the averaged weights to signed bytes; features whose every
// weight rounds to nothing are left out.
func (t *trainer) model() *Model {
	n := len(t.classes)
	m := &Model{Classes: t.classes, bias: make([]float32, n)}
	top := 0.0
	for i := range t.a {
		t.a[i] /= float64(t.sums)
		if i >= n {
			top = max(top, math.Abs(t.a[i]))
		}
	}
	for c := range n {
		m.bias[c] = float32(t.a[c])
	}
	m.scale = float32(top / 127)
	if top == 0 {
		m.scale = 1
	}
	m.table = newTable(len(t.index), n)
	keys := make([]uint32, 0, len(t.index))
	for k := range t.index {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	slot := make([]byte, keySize+n)
	for _, k := range keys {
		r, kept := t.index[k], false
		binary.LittleEndian.PutUint32(slot, k)
		for c := range n {
			w := int8(math.Round(t.a[r*n+c] / float64(m.scale)))
			slot[keySize+c] = byte(w)
			kept = kept || w != 0
		}
		if kept {
			m.table.put(slot)
		}
	}
	return m
}
