package neural

import (
	"encoding/binary"
	"math/bits"
)

// An index says which features have a row, and where. It is small enough to stay
// at hand, unlike a table of places.
type index []span

// A span is 64 features.
type span struct {
	present uint64 // a bit for each that has a row
	before  int32  // rows of the features before them
}

// newIndex makes an index of features by a bit each, set where there is a row.
func newIndex(present []byte) index {
	padded := make([]byte, (len(present)+7)/8*8)
	copy(padded, present)
	x := make(index, len(padded)/8)
	before := 0
	for i := range x {
		x[i] = span{binary.LittleEndian.Uint64(padded[8*i:]), int32(before)}
		before += bits.OnesCount64(x[i].present)
	}
	return x
}

// row returns the number of the row of a feature, and whether it has one.
func (x index) row(feature int32) (int, bool) {
	s, bit := &x[uint32(feature)/64], uint64(1)<<(uint32(feature)%64)
	return int(s.before) + bits.OnesCount64(s.present&(bit-1)), s.present&bit != 0
}

// bytes returns what newIndex makes the index of n features of.
func (x index) bytes(n int) []byte {
	var b []byte
	for _, s := range x {
		b = binary.LittleEndian.AppendUint64(b, s.present)
	}
	return b[:(n+7)/8]
}

// rows returns how many rows there are.
func (x index) rows() int {
	if len(x) == 0 {
		return 0
	}
	last := x[len(x)-1]
	return int(last.before) + bits.OnesCount64(last.present)
}
