package archive

import (
	"cmp"
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

// A body of facts is a checksum, a heap of words, a table of the strings in it,
// a table of terms, and the fields in the order in which facts.go walks them.
// Numbers are varints, and a string is its number in its table, 0 for the empty
// one. Words that lie within other words are in the heap once, and reading a
// body makes one string, of which all others are parts. Terms are the strings
// that many documents have in common, and are the same string in all that are read.
//
// One walk serves both directions, so they cannot differ.
type walk struct {
	step   step
	words  table
	terms  table
	fields []byte // written, or still to be read
	failed bool   // reading: the fields are not such as were written
}

// table numbers strings.
type table struct {
	list    []string
	numbers map[string]uint64 // while gathering and writing
}

func newTable() table { return table{[]string{""}, map[string]uint64{"": 0}} }

func (t *table) gather(s string) {
	if _, known := t.numbers[s]; !known {
		t.numbers[s] = uint64(len(t.list))
		t.list = append(t.list, s)
	}
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
	w := &walk{step: gathering, words: newTable(), terms: newTable()}
	walkAll(w)
	heap, places := pack(w.words.list)
	out := binary.AppendUvarint(nil, uint64(len(heap)))
	out = append(out, heap...)
	out = binary.AppendUvarint(out, uint64(len(w.words.list)-1))
	for _, s := range w.words.list[1:] {
		out = binary.AppendUvarint(out, uint64(len(s)))
		out = binary.AppendUvarint(out, uint64(places[s]))
	}
	out = binary.AppendUvarint(out, uint64(len(w.terms.list)-1))
	for _, s := range w.terms.list[1:] {
		out = binary.AppendUvarint(out, uint64(len(s)))
		out = append(out, s...)
	}
	w.step, w.fields = writing, out
	walkAll(w)
	return checked(w.fields)
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
	w := &walk{step: reading, fields: body[4:]}
	w.readWords()
	w.readTerms()
	walkAll(w)
	if w.failed || len(w.fields) > 0 {
		return errDamaged
	}
	return nil
}

func (w *walk) readWords() {
	size := w.number(0)
	if size > uint64(len(w.fields)) {
		w.fail()
		return
	}
	heap := string(w.fields[:size])
	w.fields = w.fields[size:]
	count := w.number(0)
	if count > uint64(len(w.fields)) {
		w.fail()
		return
	}
	w.words.list = make([]string, 1, count+1)
	for range count {
		size, at := w.number(0), w.number(0)
		if size > uint64(len(heap)) || at > uint64(len(heap))-size {
			w.fail()
			return
		}
		w.words.list = append(w.words.list, heap[at:at+size])
	}
}

func (w *walk) readTerms() {
	count := w.number(0)
	if count > uint64(len(w.fields)) {
		w.fail()
		return
	}
	w.terms.list = make([]string, 1, count+1)
	for range count {
		size := w.number(0)
		if size > uint64(len(w.fields)) {
			w.fail()
			return
		}
		w.terms.list = append(w.terms.list, common.term(w.fields[:size]))
		w.fields = w.fields[size:]
	}
}

// pack lays strings into one, the longest first, so that one that lies within
// another is found there. It returns where each stands.
func pack(table []string) (heap string, places map[string]int) {
	byLength := slices.SortedFunc(slices.Values(table), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a, b))
	})
	var b strings.Builder
	places = make(map[string]int, len(table))
	for _, s := range byLength {
		at := strings.Index(b.String(), s)
		if at < 0 {
			at = b.Len()
			b.WriteString(s)
		}
		places[s] = at
	}
	return b.String(), places
}

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
