package vectors

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"sync"
)

// Dim is the length of a vector.
const Dim = 48

//go:embed vectors.bin
var embedded []byte

// Word is the number of a word that a table knows; 0 is none.
type Word int32

// Table holds the vectors of words.
type Table struct {
	words  map[string]Word // from 1
	values []int8          // Dim for each word
	scale  float32
}

// Default returns the embedded table, read at the first call.
var Default = sync.OnceValue(func() *Table {
	t, err := Read(bytes.NewReader(embedded))
	if err != nil {
		panic("vectors: embedded table: " + err.Error()) // the program was built wrong
	}
	return t
})

// Word is the number of a word in lower case.
func (t *Table) Word(word string) Word { return t.words[word] }

// Add adds the vector of a word to sum, which must hold Dim numbers, and
// reports whether the word has one.
func (t *Table) Add(sum []float32, w Word) bool {
	if w == 0 {
		return false
	}
	at := int(w-1) * Dim
	sum = sum[:Dim]
	for i, x := range t.values[at : at+Dim] {
		sum[i] += float32(x) * t.scale
	}
	return true
}

// length is that of every vector before it is rounded.
const length = 3

// Write writes a table of words, each with a vector of Dim numbers: a gzip
// stream of the scale, the words and their vectors.
func Write(w io.Writer, words []string, vectors [][]float32) error {
	top := float32(0)
	for _, v := range vectors {
		n := norm(v)
		for i := range v {
			if n > 0 {
				v[i] *= length / n
			}
			top = max(top, v[i], -v[i])
		}
	}
	scale := top / math.MaxInt8
	var b []byte
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(scale))
	list := strings.Join(words, "\n")
	b = binary.LittleEndian.AppendUint32(b, uint32(len(list)))
	b = append(b, list...)
	for _, v := range vectors {
		for _, x := range v {
			b = append(b, byte(int8(math.Round(float64(x/scale)))))
		}
	}
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := z.Write(b); err != nil {
		return err
	}
	return z.Close()
}

func norm(v []float32) float32 {
	var sum float64
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	return float32(math.Sqrt(sum))
}

var errDamaged = errors.New("not a table of vectors")

// Read reads what Write wrote.
func Read(r io.Reader) (*Table, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	}
	if len(b) < 8 {
		return nil, errDamaged
	}
	t := &Table{words: map[string]Word{}, scale: math.Float32frombits(binary.LittleEndian.Uint32(b))}
	size := int64(binary.LittleEndian.Uint32(b[4:]))
	if b = b[8:]; size > int64(len(b)) {
		return nil, errDamaged
	}
	for word := range strings.SplitSeq(string(b[:size]), "\n") {
		t.words[word] = Word(len(t.words) + 1)
	}
	if b = b[size:]; len(b) != len(t.words)*Dim {
		return nil, errDamaged
	}
	t.values = make([]int8, len(b))
	for i, x := range b {
		t.values[i] = int8(x)
	}
	return t, nil
}
