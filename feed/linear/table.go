package linear

import "encoding/binary"

// table finds the weights of features by open addressing. A slot holds a key,
// little-endian, and behind it, where the processor has them at hand once it
// has looked at the key, a signed byte for each class; key 0 is none.
type table struct {
	wide  int // bytes of a slot
	mask  uint32
	slots []byte
}

// keySize is the bytes of a key.
const keySize = 4

// newTable has room for so many features at least.
func newTable(features, classes int) table {
	size := 16
	for size < features*2 {
		size *= 2
	}
	wide := keySize + classes
	return table{wide, uint32(size - 1), make([]byte, size*wide)}
}

func (t *table) slot(i uint32) []byte {
	at := int(i) * t.wide
	return t.slots[at : at+t.wide]
}

// of is the weights of a feature, none where the table does not have it.
func (t *table) of(key uint32) []byte {
	for i := key & t.mask; ; i = (i + 1) & t.mask {
		s := t.slot(i)
		switch binary.LittleEndian.Uint32(s) {
		case key:
			return s[keySize:]
		case 0:
			return nil
		}
	}
}

// put adds what a slot is to hold.
func (t *table) put(slot []byte) {
	i := binary.LittleEndian.Uint32(slot) & t.mask
	for binary.LittleEndian.Uint32(t.slot(i)) != 0 {
		i = (i + 1) & t.mask
	}
	copy(t.slot(i), slot)
}

// taken lists the slots that hold something.
func (t *table) taken() [][]byte {
	var out [][]byte
	for i := range t.mask + 1 {
		if s := t.slot(i); binary.LittleEndian.Uint32(s) != 0 {
			out = append(out, s)
		}
	}
	return out
}
