package linear

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"sort"
)

// Model scores classes. Weights are one signed byte for each feature and
// class, times a scale for the whole model.
type Model struct {
	Classes []string
	scale   float32
	bias    []float32
	// An open-addressing table: slot i holds feature keys[i] (0 is empty) and
	// its weights at weights[i*len(Classes):].
	keys    []uint32
	weights []int8
}

// Scores writes the log-odds of each class into out, which must hold
// len(Classes) numbers.
func (m *Model) Scores(f *Features, out []float32) {
	copy(out, m.bias)
	for _, k := range f.keys {
		for c, w := range m.of(k) {
			out[c] += float32(w) * m.scale
		}
	}
}

// of is the weights of a feature, none where the model does not know it.
func (m *Model) of(key uint32) []int8 {
	mask := uint32(len(m.keys) - 1)
	for i := key & mask; m.keys[i] != 0; i = (i + 1) & mask {
		if m.keys[i] == key {
			n := len(m.Classes)
			return m.weights[int(i)*n : int(i)*n+n]
		}
	}
	return nil
}

// Probabilities writes the probability of each class into out, which must
// hold len(Classes) numbers; they add up to one.
func (m *Model) Probabilities(f *Features, out []float32) {
	m.Scores(f, out)
	Softmax(out)
}

// Best is the most probable class and its probability.
func (m *Model) Best(f *Features) (class string, p float32) {
	var buf [32]float32
	out := buf[:]
	if len(m.Classes) > len(out) {
		out = make([]float32, len(m.Classes))
	}
	out = out[:len(m.Classes)]
	m.Probabilities(f, out)
	best := 0
	for c := range out {
		if out[c] > out[best] {
			best = c
		}
	}
	return m.Classes[best], out[best]
}

// Probability is that of one class, 0 for a class the model does not have.
func (m *Model) Probability(f *Features, class string) float32 {
	out := make([]float32, len(m.Classes))
	m.Probabilities(f, out)
	for c, name := range m.Classes {
		if name == class {
			return out[c]
		}
	}
	return 0
}

// Write writes the model: class names, scale, biases, then keys in rising
// order with their weights, all little-endian.
func (m *Model) Write(w io.Writer) error {
	var b []byte
	b = binary.LittleEndian.AppendUint32(b, uint32(len(m.Classes)))
	for _, c := range m.Classes {
		b = append(append(b, byte(len(c))), c...)
	}
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(m.scale))
	for _, x := range m.bias {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
	}
	var slots []int
	for i, k := range m.keys {
		if k != 0 {
			slots = append(slots, i)
		}
	}
	sort.Slice(slots, func(i, j int) bool { return m.keys[slots[i]] < m.keys[slots[j]] })
	b = binary.LittleEndian.AppendUint32(b, uint32(len(slots)))
	n := len(m.Classes)
	for _, i := range slots {
		b = binary.LittleEndian.AppendUint32(b, m.keys[i])
		for _, x := range m.weights[i*n : i*n+n] {
			b = append(b, byte(x))
		}
	}
	_, err := w.Write(b)
	return err
}

// Read reads what Write wrote, from r up to the model's end.
func Read(r io.Reader) (*Model, error) {
	m := &Model{}
	u32 := func() (uint32, error) {
		var b [4]byte
		_, err := io.ReadFull(r, b[:])
		return binary.LittleEndian.Uint32(b[:]), err
	}
	n, err := u32()
	if err != nil || n == 0 || n > 1000 {
		return nil, fmt.Errorf("not a linear model: %d classes, %w", n, orEOF(err))
	}
	for range n {
		var size [1]byte
		if _, err := io.ReadFull(r, size[:]); err != nil {
			return nil, err
		}
		name := make([]byte, size[0])
		if _, err := io.ReadFull(r, name); err != nil {
			return nil, err
		}
		m.Classes = append(m.Classes, string(name))
	}
	scale, err := u32()
	if err != nil {
		return nil, err
	}
	m.scale = math.Float32frombits(scale)
	for range n {
		x, err := u32()
		if err != nil {
			return nil, err
		}
		m.bias = append(m.bias, math.Float32frombits(x))
	}
	count, err := u32()
	if err != nil || count > 1<<26 {
		return nil, fmt.Errorf("not a linear model: %d features, %w", count, orEOF(err))
	}
	m.grow(int(count))
	row := make([]byte, 4+n)
	weights := make([]int8, n)
	for range count {
		if _, err := io.ReadFull(r, row); err != nil {
			return nil, err
		}
		for i, x := range row[4:] {
			weights[i] = int8(x)
		}
		m.put(binary.LittleEndian.Uint32(row), weights)
	}
	return m, nil
}

func orEOF(err error) error {
	if err == nil {
		return io.ErrUnexpectedEOF
	}
	return err
}

func (m *Model) grow(features int) {
	size := 16
	for size < features*2 {
		size *= 2
	}
	m.keys = make([]uint32, size)
	m.weights = make([]int8, size*len(m.Classes))
}

func (m *Model) put(key uint32, weights []int8) {
	mask := uint32(len(m.keys) - 1)
	i := key & mask
	for m.keys[i] != 0 {
		i = (i + 1) & mask
	}
	m.keys[i] = key
	copy(m.weights[int(i)*len(m.Classes):], weights)
}
