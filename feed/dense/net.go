package dense

import (
	"encoding/binary"
	"errors"
	"io"
	"math"
	"sync"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/gonum"

	"crisisdesk/feed/linear"
)

// Net scores classes. Weights of the hidden layer are kept as one signed byte
// each in a file, with a scale for each unit.
type Net struct {
	Classes []string
	inputs  int
	hidden  int
	in      []float32 // hidden × inputs
	inBias  []float32
	out     []float32 // classes × hidden
	outBias []float32
}

// The most classes, hidden units and inputs of a network.
const maxClasses, maxHidden, maxInputs = 256, 128, 1024

// room is where the numbers of one question stand while it is answered. The
// kernel lets what it is given escape: rooms are used again.
type room struct {
	x [maxInputs]float32
	h [maxHidden]float32
	p [maxClasses]float32
}

var rooms = sync.Pool{New: func() any { return new(room) }}

// Probabilities writes the probability of each class into p, which must hold
// len(Classes) numbers, given x, which must hold as many numbers as the network takes.
func (n *Net) Probabilities(x, p []float32) {
	r := rooms.Get().(*room)
	in, h, out := r.x[:n.inputs], r.h[:n.hidden], r.p[:len(n.Classes)]
	copy(in, x)
	copy(h, n.inBias)
	n.addInputs(in, h)
	for j := range h {
		h[j] = max(0, h[j])
	}
	n.score(h, out)
	copy(p, out)
	rooms.Put(r)
}

func (n *Net) score(h, p []float32) {
	copy(p, n.outBias)
	add(n.out, n.hidden, h, p)
	linear.Softmax(p)
}

// stride is how many inputs are left out together where all are zero, as
// those of a missing word are.
const stride = 48

// addInputs adds what the inputs give to the sums of the hidden layer.
func (n *Net) addInputs(x, h []float32) {
	for from := 0; from < len(x); {
		to := from
		for to < len(x) && lit(x[to:min(to+stride, len(x))]) {
			to += stride
		}
		if to > from {
			add(n.in[from:], n.inputs, x[from:min(to, len(x))], h)
		}
		from = to + stride
	}
}

// lit reports whether any input is not zero.
func lit(x []float32) bool {
	for _, v := range x {
		if v != 0 {
			return true
		}
	}
	return false
}

// add adds to each of the sums the inner product of its row of weights with x;
// the rows start so far apart.
func add(rows []float32, apart int, x, sums []float32) {
	kernel.Sgemv(blas.NoTrans, len(sums), len(x), 1, rows, apart, x, 1, 1, sums, 1)
}

// Dot is the inner product of a with as many first numbers of b.
func Dot(a, b []float32) float32 { return kernel.Sdot(len(a), a, 1, b, 1) }

// kernel adds up whole rows of numbers, several at a time where the processor can.
var kernel gonum.Implementation

// Write writes the network, all numbers little-endian.
func (n *Net) Write(w io.Writer) error {
	b := binary.LittleEndian.AppendUint32(nil, uint32(len(n.Classes)))
	for _, c := range n.Classes {
		b = append(append(b, byte(len(c))), c...)
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(n.inputs))
	b = binary.LittleEndian.AppendUint32(b, uint32(n.hidden))
	for j := range n.hidden {
		row := n.row(j)
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

// row is the weights of a hidden unit.
func (n *Net) row(j int) []float32 { return n.in[j*n.inputs:][:n.inputs] }

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
	classes := f.number(maxClasses)
	for range classes {
		n.Classes = append(n.Classes, string(f.bytes(int(f.bytes(1)[0]))))
	}
	n.inputs, n.hidden = f.number(maxInputs), f.number(maxHidden)
	n.in = make([]float32, n.hidden*n.inputs)
	for j := range n.hidden {
		row, scale := n.row(j), f.float()
		for i, x := range f.bytes(n.inputs) {
			row[i] = float32(int8(x)) * scale
		}
	}
	n.inBias, n.out, n.outBias = f.floats(n.hidden), f.floats(classes*n.hidden), f.floats(classes)
	if f.err == nil && (classes == 0 || n.hidden == 0 || n.inputs == 0) {
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
