package archive

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math"
	"math/bits"
	"slices"
	"strings"
)

// errDamaged says that bytes are not those of an encoding.
var errDamaged = errors.New("the stored facts are damaged")

// A body of facts is a checksum, a heap of strings, and the fields in the
// order in which facts.go walks them. Numbers are varints; a string is a
// length and, unless that is 0, a place in the heap. Words that lie within
// other words are stored once, and reading a body makes one string, of which
// all others are parts.
//
// One walk serves both directions, so they cannot differ.
type walk struct {
	step   step
	texts  map[string]int // gathering: every string; writing: its place in the heap
	heap   string
	fields []byte // written, or still to be read
	failed bool   // reading: the fields are not such as were written
}

type step uint8

const (
	gathering step = iota
	writing
	reading
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// encode writes what walkAll walks.
func encode(walkAll func(*walk)) []byte {
	w := &walk{step: gathering, texts: map[string]int{}}
	walkAll(w)
	w.pack()
	w.step = writing
	walkAll(w)
	out := binary.AppendUvarint(nil, uint64(len(w.heap)))
	return checked(slices.Concat(out, []byte(w.heap), w.fields))
}

// checked puts the checksum of body before it.
func checked(body []byte) []byte {
	sum := binary.LittleEndian.AppendUint32(nil, crc32.Checksum(body, castagnoli))
	return append(sum, body...)
}

// decode reads body into what walkAll walks. It keeps nothing of body.
func decode(body []byte, walkAll func(*walk)) error {
	if len(body) < 4 || crc32.Checksum(body[4:], castagnoli) != binary.LittleEndian.Uint32(body) {
		return errDamaged
	}
	size, n := binary.Uvarint(body[4:])
	if n <= 0 || size > uint64(len(body)-4-n) {
		return errDamaged
	}
	rest := body[4+n:]
	w := &walk{step: reading, heap: string(rest[:size]), fields: rest[size:]}
	walkAll(w)
	if w.failed || len(w.fields) > 0 {
		return errDamaged
	}
	return nil
}

// pack lays the gathered strings into the heap, the longest first, so that one
// that lies within another is found there.
func (w *walk) pack() {
	all := make([]string, 0, len(w.texts))
	for s := range w.texts {
		all = append(all, s)
	}
	slices.SortFunc(all, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	var heap strings.Builder
	for _, s := range all {
		at := strings.Index(heap.String(), s)
		if at < 0 {
			at = heap.Len()
			heap.WriteString(s)
		}
		w.texts[s] = at
	}
	w.heap = heap.String()
}

// number walks an unsigned number.
func (w *walk) number(n uint64) uint64 {
	switch w.step {
	case writing:
		w.fields = binary.AppendUvarint(w.fields, n)
	case reading:
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

func integer[T ~int | ~int32](w *walk, n *T) {
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

func text[S ~string](w *walk, s *S) {
	if w.step == gathering {
		w.texts[string(*s)] = 0
		return
	}
	size := w.number(uint64(len(*s)))
	if size == 0 {
		*s = ""
		return
	}
	at := w.number(uint64(w.texts[string(*s)]))
	if w.step == reading {
		if size > uint64(len(w.heap)) || at > uint64(len(w.heap))-size {
			w.fail()
			return
		}
		*s = S(w.heap[at : at+size])
	}
}

// longestStart bounds what is allocated on the word of a length alone.
const longestStart = 64

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
