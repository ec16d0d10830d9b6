package archive

import (
	"encoding/binary"
	"math"
	"math/bits"
	"strings"
)

// walk goes through the fields of facts in one order, whether they are written
// or read, so that the two cannot differ.
type walk struct {
	step   step
	words  table
	terms  table
	fields []byte // written, or still to be read
	failed bool   // reading: the fields are not such as were written
}

type step uint8

const (
	gathering step = iota // the strings, for the tables
	writing
	reading
)

// number walks an unsigned number.
func (w *walk) number(n uint64) uint64 {
	switch w.step {
	case writing:
		w.fields = binary.AppendUvarint(w.fields, n)
	case reading:
		if len(w.fields) > 0 && w.fields[0] < 0x80 { // most are as small as that
			n = uint64(w.fields[0])
			w.fields = w.fields[1:]
			return n
		}
		read, size := binary.Uvarint(w.fields)
		if size <= 0 {
			w.fail()
			return 0
		}
		w.fields = w.fields[size:]
		return read
	}
	return n
}

// fail makes all that is still to be read empty.
func (w *walk) fail() {
	w.failed, w.fields = true, nil
}

// length reads how many of what follows there are: never more than bytes are left.
func (w *walk) length() uint64 {
	n := w.number(0)
	if n > uint64(len(w.fields)) {
		w.fail()
		return 0
	}
	return n
}

// bytes reads a length and so many bytes.
func (w *walk) bytes() []byte {
	n := w.length()
	read := w.fields[:n]
	w.fields = w.fields[n:]
	return read
}

func integer[T ~int | ~int32 | ~uint16](w *walk, n *T) {
	x := int64(*n)
	x = unzigzag(w.number(uint64(x<<1) ^ uint64(x>>63)))
	if *n = T(x); int64(*n) != x {
		w.fail()
	}
}

func unzigzag(n uint64) int64 { return int64(n>>1) ^ -int64(n&1) }

func small[T ~uint8](w *walk, n *T) {
	x := w.number(uint64(*n))
	if *n = T(x); uint64(*n) != x {
		w.fail()
	}
}

// float walks the bits of f from the other end: those of round numbers are few.
func (w *walk) float(f *float64) {
	*f = math.Float64frombits(bits.Reverse64(w.number(bits.Reverse64(math.Float64bits(*f)))))
}

func (w *walk) float32(f *float32) {
	x := w.number(uint64(bits.Reverse32(math.Float32bits(*f))))
	*f = math.Float32frombits(bits.Reverse32(uint32(x)))
}

// text walks words of the document's own.
func text[S ~string](w *walk, s *S) { stringOf(w, &w.words, s) }

// own walks words of the document's own that stay in memory when others go.
func own[S ~string](w *walk, s *S) {
	if text(w, s); w.step == reading {
		*s = S(strings.Clone(string(*s)))
	}
}

// term walks a name, or a word of some vocabulary.
func term[S ~string](w *walk, s *S) { stringOf(w, &w.terms, s) }

func stringOf[S ~string](w *walk, t *table, s *S) {
	switch w.step {
	case gathering:
		t.gather(string(*s))
	case writing:
		w.number(t.numbers[string(*s)])
	case reading:
		n := w.number(0)
		if n >= uint64(len(t.list)) {
			w.fail()
			return
		}
		*s = S(t.list[n])
	}
}

// sharedList walks a list that many documents have in common: of equal ones
// that are read all are the same.
func sharedList[T any](w *walk, l *[]T, each func(*walk, *T), of *lists[T]) {
	list(w, l, each)
	if w.step == reading && len(*l) > 0 {
		*l = of.share(*l)
	}
}

// longestStart bounds what is allocated on the word of a length alone.
const longestStart = 128

// list walks a list; one that is nil stays nil, one that is empty stays empty.
func list[T any](w *walk, l *[]T, each func(*walk, *T)) {
	if w.step != reading {
		if *l == nil {
			w.number(0)
			return
		}
		w.number(uint64(len(*l)) + 1)
		for i := range *l {
			each(w, &(*l)[i])
		}
		return
	}
	size := w.number(0)
	if size == 0 {
		*l = nil
		return
	}
	size--
	*l = make([]T, 0, min(size, longestStart))
	for range size {
		var zero T
		*l = append(*l, zero)
		if each(w, &(*l)[len(*l)-1]); w.failed {
			return
		}
	}
}
