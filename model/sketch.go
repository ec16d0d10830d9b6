package model

import (
	"hash/fnv"
	"strings"
	"unicode"
)

// Sketch stands for the words of a text: how many of its numbers two sketches
// share is about how many of their three-word shingles two texts share (MinHash:
// Broder, 1997; of each number the low bits alone: Li and König, 2010). It is
// nil for a text too short to tell a copy by.
type Sketch []uint16

const (
	sketchSize  = 96     // numbers of a sketch
	fewShingles = 30     // below which a text has no sketch
	mostWords   = 20_000 // of a text that are looked at
)

// NewSketch reads the words of texts, one after the other, whatever their case
// and the signs between them.
func NewSketch(texts ...string) Sketch {
	var s least
	for i := range s {
		s[i] = ^uint32(0)
	}
	var last [3]uint64
	words := 0
	for _, text := range texts {
		for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			last = [3]uint64{last[1], last[2], wordSum(word)}
			if words++; words > mostWords {
				return s.sketch()
			}
			if words > 2 {
				s.add(last[0]*0x9E3779B97F4A7C15 ^ last[1]*0xC2B2AE3D27D4EB4F ^ last[2]*0x165667B19E3779F9)
			}
		}
	}
	if words < fewShingles+2 {
		return nil
	}
	return s.sketch()
}

// least are the numbers of a sketch in the making.
type least [sketchSize]uint32

func (l *least) sketch() Sketch {
	s := make(Sketch, sketchSize)
	for i, x := range l {
		s[i] = uint16(x)
	}
	return s
}

func wordSum(word string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(strings.ToLower(word)))
	return h.Sum64()
}

// add takes a shingle in: each number is the least that its own scrambling
// makes of any shingle.
func (l *least) add(shingle uint64) {
	for i := range l {
		x := (shingle ^ uint64(i)*0x9E3779B97F4A7C15) * 0xFF51AFD7ED558CCD
		x ^= x >> 33
		x *= 0xC4CEB9FE1A85EC53
		l[i] = min(l[i], uint32(x>>32))
	}
}

// Likeness is about the share of their shingles that two texts have in common,
// 0 where one has no sketch.
func (s Sketch) Likeness(o Sketch) float64 {
	if len(s) != len(o) || len(s) == 0 {
		return 0
	}
	same := 0
	for i := range s {
		if s[i] == o[i] {
			same++
		}
	}
	return float64(same) / float64(len(s))
}
