package dense

import (
	"encoding/binary"
	"errors"
	"io"
	"math"

	"crisisdesk/feed/linear"
)

// Net scores classes. Weights of the hidden layer are kept as one signed byte
// each in a file, with a scale for each unit.
type Net struct {
	Classes []string
	inputs  int
	hidden  int
	in      layer
	inBias  []float32
	out     []float32 // classes × hidden
	outBias []float32
}

// maxHidden is the widest hidden layer, maxInputs the most numbers that one takes.
const maxHidden, maxInputs = 128, 1024

// Probabilities writes the probability of each class into p, which must hold
// len(Classes) numbers, given x, which must hold as many numbers as the network takes.
func (n *Net) Probabilities(x, p []float32) {
	var room [maxHidden]float32
	h := room[:n.hidden]
	n.in.sums(x, h)
	for j := range h {
		h[j] = max(0, n.inBias[j]+h[j])
	}
	n.score(h, p)
}

func (n *Net) score(h, p []float32) {
	for k := range p {
		p[k] = n.outBias[k] + Dot(n.out[k*n.hidden:][:n.hidden], h)
	}
	linear.Softmax(p)
}

// Dot is the inner product of a with as many first numbers of b.
func Dot(a, b []float32) float32 {
	var s, t, u, v float32
	b = b[:len(a)]
	for ; len(a) >= 4; a, b = a[4:], b[4:] {
		s += a[0] * b[0]
		t += a[1] * b[1]
		u += a[2] * b[2]
		v += a[3] * b[3]
	}
	for i := range a {
		s += a[i] * b[i]
	}
	return s + t + u + v
}

// Write writes the network, all numbers little-endian.
func (n *Net) Write(w io.Writer) error {
	b := binary.LittleEndian.AppendUint32(nil, uint32(len(n.Classes)))
	for _, c := range n.Classes {
		b = append(append(b, byte(len(c))), c...)
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(n.inputs))
	b = binary.LittleEndian.AppendUint32(b, uint32(n.hidden))
	row := make([]float32, n.inputs)
	for j := range n.hidden {
		n.in.row(j, row)
		scale := step(row)
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(scale))
		for _, x := range row {
			b = append(b, byte(int8(math.Round(float64(x/scale)))))
		}
	}
	for _, part := range [][]float32{n.inBias, n.out, n.outBias} {
		for _, x := range part {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
		}
	}
	_, err := w.Write(b)
	return err
}

// step is the weight of one step of a byte for a row of weights.
func step(row []float32) float32 {
	top := float32(1e-6)
	for _, x := range row {
		top = max(top, x, -x)
	}
	return top / math.MaxInt8
}

var errDamaged = errors.New("not a network")

// Read reads what Write wrote, from r up to the network's end.
func Read(r io.Reader) (*Net, error) {
	f := file{r: r}
	n := &Net{}
	classes := f.number(256)
	for range classes {
		n.Classes = append(n.Classes, string(f.bytes(int(f.bytes(1)[0]))))
	}
	n.inputs, n.hidden = f.number(maxInputs), f.number(maxHidden)
	n.in = newLayer(n.inputs, n.hidden)
	row := make([]float32, n.inputs)
	for j := range n.hidden {
		scale := f.float()
		for i, x := range f.bytes(n.inputs) {
			row[i] = float32(int8(x)) * scale
		}
		n.in.setRow(j, row)
	}
	n.inBias, n.out, n.outBias = f.floats(n.hidden), f.floats(classes*n.hidden), f.floats(classes)
	if f.err == nil && (classes == 0 || n.hidden == 0) {
		f.err = errDamaged
	}
	return n, f.err
}

// file reads numbers until the first error, and zeros after it.
type file struct {
	r   io.Reader
	err error
}

func (f *file) bytes(n int) []byte {
	b := make([]byte, n)
	if f.err == nil {
		if _, err := io.ReadFull(f.r, b); err != nil {
			f.err = errors.Join(errDamaged, err)
			clear(b)
		}
	}
	return b
}

// number reads one that must be below a limit, or equal to it.
func (f *file) number(limit int) int {
	n := binary.LittleEndian.Uint32(f.bytes(4))
	if n > uint32(limit) {
		f.err = errDamaged
	}
	if f.err != nil {
		return 0
	}
	return int(n)
}

func (f *file) float() float32 {
	return math.Float32frombits(binary.LittleEndian.Uint32(f.bytes(4)))
}

func (f *file) floats(n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = f.float()
	}
	return out
}
