package dense_test

import (
	"bytes"
	"testing"

	"crisisdesk/feed/dense"
)

var classes = []string{"same sign", "other sign"}

// examples cannot be told apart by a sum: the product of two inputs decides.
func examples() []dense.Example {
	var out []dense.Example
	for _, c := range []struct {
		x, y  float32
		class int
	}{{1, 1, 0}, {-1, -1, 0}, {1, -1, 1}, {-1, 1, 1}, {.8, .9, 0}, {-.7, -1, 0}, {.9, -.8, 1}, {-1, .7, 1}} {
		for range 8 {
			out = append(out, dense.Example{Inputs: []float32{c.x, c.y}, Class: c.class, Weight: 1})
		}
	}
	return out
}

var options = dense.Options{Hidden: 16, Epochs: 200, Rate: 0.02, Dropout: 0.1, Seed: 1}

func TestNetLearnsWhatNoSumCanTell(t *testing.T) {
	n := dense.Train(classes, examples(), options)
	p := make([]float32, 2)
	for _, e := range examples() {
		if n.Probabilities(e.Inputs, p); p[e.Class] < 0.8 {
			t.Errorf("Probabilities(%v) = %v, want class %d", e.Inputs, p, e.Class)
		}
	}
}

func TestTrainingIsDeterministicAndSurvivesTheFile(t *testing.T) {
	var a, b, again bytes.Buffer
	if err := dense.Train(classes, examples(), options).Write(&a); err != nil {
		t.Fatal(err)
	}
	if err := dense.Train(classes, examples(), options).Write(&b); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Fatal("two trainings on the same examples differ")
	}
	n, err := dense.Read(bytes.NewReader(a.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if err := n.Write(&again); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), again.Bytes()) {
		t.Fatal("a network read and written again differs")
	}
}

func TestReadRefusesWhatIsNoNetwork(t *testing.T) {
	for _, in := range []string{"", "abc", "\x00\x00\x00\x00", "\x01\x00\x00\x00\x01a\xff\xff\xff\xff"} {
		if _, err := dense.Read(bytes.NewReader([]byte(in))); err == nil {
			t.Errorf("Read(%q) gave no error", in)
		}
	}
}

// BenchmarkProbabilities shows a network twelve words of fifty numbers, four of them missing.
func BenchmarkProbabilities(b *testing.B) {
	x := make([]float32, 600)
	for i := range x {
		if i/50%3 > 0 {
			x[i] = float32(i%7) - 3
		}
	}
	n := dense.Train(classes, []dense.Example{{Inputs: x, Weight: 1}}, dense.Options{Hidden: 64, Epochs: 1, Rate: 0.01})
	p := make([]float32, 2)
	b.ReportAllocs()
	for b.Loop() {
		n.Probabilities(x, p)
	}
}
