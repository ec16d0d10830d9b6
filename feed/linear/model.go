package linear

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"slices"
)

// Model scores classes. Weights are one signed byte for each feature and
// class, times a scale for the whole model.
type Model struct {
	Classes []string
	scale   float32
	bias    []float32
	table   table
}

// Scores writes the log-odds of each class into out, which must hold
// len(Classes) numbers.
func (m *Model) Scores(f *Features, out []float32) {
	copy(out, m.bias)
	for _, k := range f.keys {
		for c, w := range m.table.of(k) {
			out[c] += float32(int8(w)) * m.scale
		}
	}
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
	slots := m.table.taken()
	slices.SortFunc(slots, func(s, t []byte) int {
		return cmp.Compare(binary.LittleEndian.Uint32(s), binary.LittleEndian.Uint32(t))
	})
	b = binary.LittleEndian.AppendUint32(b, uint32(len(slots)))
	for _, s := range slots {
		b = append(b, s...)
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
	m.table = newTable(int(count), int(n))
	slot := make([]byte, keySize+n)
	for range count {
		if _, err := io.ReadFull(r, slot); err != nil {
			return nil, err
		}
		m.table.put(slot)
	}
	return m, nil
}

func orEOF(err error) error {
	if err == nil {
		return io.ErrUnexpectedEOF
	}
	return err
}
