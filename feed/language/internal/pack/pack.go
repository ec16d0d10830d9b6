package pack

import (
	"encoding/binary"
	"errors"
	"math"
	"strings"
)

// ErrDamaged is returned for a file that is cut short or is no weights file.
var ErrDamaged = errors.New("damaged weights")

// A Writer gathers sections.
type Writer struct{ Bytes []byte }

// Int writes a number that is not negative.
func (w *Writer) Int(n int) { w.Bytes = binary.AppendUvarint(w.Bytes, uint64(n)) }

// Raw writes bytes.
func (w *Writer) Raw(b []byte) {
	w.Int(len(b))
	w.Bytes = append(w.Bytes, b...)
}

// Strings writes strings that hold no line feed.
func (w *Writer) Strings(s []string) { w.Raw([]byte(strings.Join(s, "\n"))) }

// Ints writes numbers that are not negative.
func (w *Writer) Ints(v []int32) {
	w.Int(len(v))
	for _, n := range v {
		w.Int(int(n))
	}
}

// Floats writes 32-bit floats.
func (w *Writer) Floats(v []float32) {
	w.Int(len(v))
	for _, f := range v {
		w.Bytes = binary.LittleEndian.AppendUint32(w.Bytes, math.Float32bits(f))
	}
}

// A Reader takes sections in the order they were written.
type Reader struct {
	rest []byte
	err  error
}

// NewReader reads from b, which it keeps and does not change.
func NewReader(b []byte) *Reader { return &Reader{rest: b} }

// Err returns ErrDamaged if any section could not be read.
func (r *Reader) Err() error { return r.err }

// Int reads a number.
func (r *Reader) Int() int {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 || n > math.MaxInt32 {
		r.rest, r.err = nil, ErrDamaged
		return 0
	}
	r.rest = r.rest[size:]
	return int(n)
}

// Raw reads bytes, without a copy.
func (r *Reader) Raw() []byte { return r.take(r.Int()) }

func (r *Reader) take(n int) []byte {
	if n > len(r.rest) {
		r.rest, r.err = nil, ErrDamaged
		return nil
	}
	b := r.rest[:n:n]
	r.rest = r.rest[n:]
	return b
}

// Strings reads strings, which share one copy of the section.
func (r *Reader) Strings() []string {
	b := r.Raw()
	if len(b) == 0 {
		return nil
	}
	return strings.Split(string(b), "\n")
}

// Ints reads numbers.
func (r *Reader) Ints() []int32 {
	n := r.Int()
	if n > len(r.rest) {
		r.rest, r.err = nil, ErrDamaged
		return nil
	}
	v := make([]int32, n)
	for i := range v {
		v[i] = int32(r.Int())
	}
	return v
}

// Floats reads 32-bit floats.
func (r *Reader) Floats() []float32 {
	b := r.take(4 * r.Int())
	v := make([]float32, len(b)/4)
	for i := range v {
		v[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return v
}
