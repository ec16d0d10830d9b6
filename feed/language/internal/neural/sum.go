package neural

import (
	"encoding/binary"
	"math"
)

const (
	// Block is what the width of a hidden layer must be a multiple of.
	Block = 8
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
// words is that of the even ones. It goes through four rows at a time: to wait
// for them is what takes longest.
func (n *Net) Add(sum []uint64, features []int32) {
	rows := features[:0]
	for _, f := range features {
		if row, ok := n.index.row(f); ok {
			rows = append(rows, int32(row*n.hidden))
		}
	}
	sum[n.hidden/4] += uint64(len(rows))
	for ; len(rows) >= 4; rows = rows[4:] {
		w := n.rows[rows[0]:][:n.hidden]
		x, y, z := n.rows[rows[1]:][:len(w)], n.rows[rows[2]:][:len(w)], n.rows[rows[3]:][:len(w)]
		for i := 0; i+8 <= len(w); i += 8 {
			a, b := binary.LittleEndian.Uint64(w[i:i+8]), binary.LittleEndian.Uint64(x[i:i+8])
			c, d := binary.LittleEndian.Uint64(y[i:i+8]), binary.LittleEndian.Uint64(z[i:i+8])
			s := sum[i/4 : i/4+2 : i/4+2]
			s[0] += a + b + c + d
			s[1] += a>>8&odd + b>>8&odd + c>>8&odd + d>>8&odd
		}
	}
	for _, r := range rows {
		row := n.rows[r:][:n.hidden]
		for i := 0; i+8 <= len(row); i += 8 {
			a := binary.LittleEndian.Uint64(row[i : i+8])
			s := sum[i/4 : i/4+2 : i/4+2]
			s[0] += a
			s[1] += a >> 8 & odd
		}
	}
}

// Activate fills h, of Hidden length, with the hidden layer for a sum of rows.
func (n *Net) Activate(sum []uint64, h []float32) {
	scale, shift := n.scale, int32(sum[n.hidden/4]*zero)
	for from := 0; from < n.hidden; from += Block {
		odds := sum[from/4+1]
		evens := sum[from/4] - odds<<8
		bias, units := n.bias[from:from+Block:from+Block], h[from:from+Block:from+Block]
		for k := 0; k < Block; k += 2 {
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
