package archive

import (
	"cmp"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"slices"
	"strings"
)

// errDamaged says that bytes are not those of an encoding.
var errDamaged = errors.New("the stored facts are damaged")

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

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// encode writes what walkAll walks as a body: a checksum, a heap of words, a
// table of the strings in it, a table of terms, and the fields as walkAll goes
// through them. Numbers are varints, and a string is its number in its table, 0
// for the empty one. Words that lie within other words are in the heap once, and
// reading a body makes one string, of which all others are parts. Terms are the
// strings that many documents have in common, and are the same string in all that
// are read.
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
	heap := string(w.bytes())
	count := w.length()
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
	count := w.length()
	w.terms.list = make([]string, 1, count+1)
	for range count {
		w.terms.list = append(w.terms.list, common.term(w.bytes()))
		if w.failed {
			return
		}
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
