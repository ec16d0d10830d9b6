package neural

import (
	"encoding/binary"
	"math"
)

const (
	// Block is what the width of a hidden layer must be a multiple of.
	Block = 16
	// MaxFeatures is how many rows may be summed: 16-bit lanes hold no more bytes.
	MaxFeatures = 256
)

// SumWords returns how many words a sum of rows takes: one for every four bytes,
// in lanes of 16 bits, and one for how many rows there are. A sum begins as zeros
// and may be of MaxFeatures; sums are added up word by word.
func (n *Net) SumWords() int { return n.hidden/4 + 1 }

// Total sets a sum to that of three others, which may be longer.
func Total(sum, a, b, c []uint64) {
	a, b, c = a[:len(sum)], b[:len(sum)], c[:len(sum)]
	for i := range sum {
		sum[i] = a[i] + b[i] + c[i]
	}
}

const odd = 0x00ff00ff00ff00ff // every other byte of a word, once it is moved by one

// Add adds the rows of the features, which it uses up, to a sum. Of eight bytes
// the sum gets the whole word and, apart, the odd ones: less these, a sum of
// words is that of the even ones.
func (n *Net) Add(sum []uint64, features []int32) {
	rows := features[:0]
	for _, f := range features {
		if row, ok := n.index.row(f); ok {
			rows = append(rows, int32(row*n.hidden))
		}
	}
	sum[n.hidden/4] += uint64(len(rows))
	for from := 0; from < n.hidden; from += Block {
		var w0, w1, o0, o1 uint64
		for _, r := range rows {
			at := int(r) + from
			row := n.rows[at : at+Block : at+Block]
			a := binary.LittleEndian.Uint64(row)
			b := binary.LittleEndian.Uint64(row[8:])
			w0 += a
			o0 += a >> 8 & odd
			w1 += b
			o1 += b >> 8 & odd
		}
		s := sum[from/4 : from/4+Block/4 : from/4+Block/4]
		s[0] += w0
		s[1] += o0
		s[2] += w1
		s[3] += o1
	}
}

// Activate fills h, of Hidden length, with the hidden layer for a sum of rows.
func (n *Net) Activate(sum []uint64, h []float32) {
	scale, shift := n.scale, int32(sum[n.hidden/4]*zero)
	for from := 0; from < n.hidden; from += 8 {
		odds := sum[from/4+1]
		evens := sum[from/4] - odds<<8
		bias, units := n.bias[from:from+8:from+8], h[from:from+8:from+8]
		for k := 0; k < 8; k += 2 {
			units[k] = rectified(float32(int32(evens&0xffff)-shift)*scale + bias[k])
			units[k+1] = rectified(float32(int32(odds&0xffff)-shift)*scale + bias[k+1])
			evens >>= 16
			odds >>= 16
		}
	}
}

// rectified returns x, or 0 where it is negative: without a branch, as there is
// no telling which it will be.
func rectified(x float32) float32 {
	b := math.Float32bits(x)
	return math.Float32frombits(b &^ uint32(int32(b)>>31))
}
