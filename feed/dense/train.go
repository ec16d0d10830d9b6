package dense

import (
	"math"
	"math/rand/v2"
)

// Example is one training case: its numbers, its class (an index into the
// class list) and how much it counts.
type Example struct {
	Inputs []float32 // at most 1024
	Class  int
	Weight float32
}

// Options steer training.
type Options struct {
	Hidden  int     // units of the hidden layer, at most 128
	Epochs  int     // passes over the examples
	Rate    float64 // first step of Adam; it falls to nothing over the epochs
	Decay   float64 // pull of every weight towards zero
	Dropout float64 // share of the hidden units that sit out an example
	Group   int     // inputs that sit out together, a tenth of the time; 0 for none
	Seed    uint64
}

const batch = 32

// Train fits a network by Adam with decoupled weight decay. Same input, same Net.
func Train(classes []string, examples []Example, o Options) *Net {
	r := rand.New(rand.NewPCG(o.Seed, 1))
	t := newTrainer(classes, len(examples[0].Inputs), o, r)
	for epoch := range o.Epochs {
		order := r.Perm(len(examples))
		rate := o.Rate * (1 - float64(epoch)/float64(o.Epochs))
		for from := 0; from < len(order); from += batch {
			for _, i := range order[from:min(len(order), from+batch)] {
				t.learn(&examples[i])
			}
			t.step(rate)
		}
	}
	return &t.net
}

type trainer struct {
	net          Net
	o            Options
	r            *rand.Rand
	params       []*parameters
	x            []float32
	h, dh        []float32
	p            []float32
	kept         []int // the units that take part in an example
	steps        float64
	in, inBias   *parameters
	out, outBias *parameters
}

// parameters are weights in training: gradient, and Adam's two averages.
type parameters struct{ w, g, m, v []float32 }

func newTrainer(classes []string, inputs int, o Options, r *rand.Rand) *trainer {
	t := &trainer{o: o, r: r}
	drawn := func(n int, spread float64) *parameters {
		p := &parameters{make([]float32, n), make([]float32, n), make([]float32, n), make([]float32, n)}
		for i := range p.w {
			p.w[i] = float32(r.NormFloat64() * spread)
		}
		t.params = append(t.params, p)
		return p
	}
	t.in, t.inBias = drawn(o.Hidden*inputs, 1/math.Sqrt(float64(inputs))), drawn(o.Hidden, 0)
	t.out, t.outBias = drawn(len(classes)*o.Hidden, 1/math.Sqrt(float64(o.Hidden))), drawn(len(classes), 0)
	t.net = Net{Classes: classes, inputs: inputs, hidden: o.Hidden, in: t.in.w, inBias: t.inBias.w, out: t.out.w, outBias: t.outBias.w}
	t.x, t.p = make([]float32, inputs), make([]float32, len(classes))
	t.h, t.dh = make([]float32, o.Hidden), make([]float32, o.Hidden)
	return t
}

// learn adds the gradient of one example.
func (t *trainer) learn(e *Example) {
	copy(t.x, e.Inputs)
	if t.o.Group > 0 {
		for from := 0; from < len(t.x); from += t.o.Group {
			if t.r.Float64() < 0.1 {
				clear(t.x[from:min(len(t.x), from+t.o.Group)])
			}
		}
	}
	t.forward()
	clear(t.dh)
	for k, p := range t.p {
		d := p * e.Weight
		if k == e.Class {
			d -= e.Weight
		}
		t.outBias.g[k] += d
		w, g := t.out.w[k*t.o.Hidden:], t.out.g[k*t.o.Hidden:]
		for _, j := range t.kept {
			g[j] += d * t.h[j]
			t.dh[j] += d * w[j]
		}
	}
	scale := float32(1 / (1 - t.o.Dropout))
	for _, j := range t.kept {
		if t.h[j] <= 0 {
			continue
		}
		d := t.dh[j] * scale
		t.inBias.g[j] += d
		kernel.Saxpy(t.net.inputs, d, t.x, 1, t.in.g[j*t.net.inputs:], 1)
	}
}

// forward computes the layers with some hidden units left out.
func (t *trainer) forward() {
	t.kept = t.kept[:0]
	scale := float32(1 / (1 - t.o.Dropout))
	for j := range t.h {
		t.h[j] = 0
		if t.r.Float64() < t.o.Dropout {
			continue
		}
		t.kept = append(t.kept, j)
		t.h[j] = scale * max(0, t.inBias.w[j]+Dot(t.net.row(j), t.x))
	}
	t.net.score(t.h, t.p)
}

// step moves the weights against the gradient of a batch.
func (t *trainer) step(rate float64) {
	t.steps++
	const a, b = 0.9, 0.999
	ca, cb := 1-math.Pow(a, t.steps), 1-math.Pow(b, t.steps)
	size, shrink := float32(rate/ca), float32(1-rate*t.o.Decay)
	root := float32(1 / math.Sqrt(cb))
	for _, p := range t.params {
		m, v, w := p.m[:len(p.g)], p.v[:len(p.g)], p.w[:len(p.g)]
		for i, g := range p.g {
			g /= batch
			m[i] = a*m[i] + (1-a)*g
			v[i] = b*v[i] + (1-b)*g*g
			w[i] = w[i]*shrink - size*m[i]/(float32(math.Sqrt(float64(v[i])))*root+1e-8)
		}
		clear(p.g)
	}
}
