package dense

import (
	"slices"
	"testing"
)

// TestEveryInputIsWeighed shows sums of the hidden layer: stretches of zeros
// are stepped over, nothing else is.
func TestEveryInputIsWeighed(t *testing.T) {
	const inputs, hidden = 4*stride + 5, 2
	for _, set := range [][]int{{}, {0}, {inputs - 1}, {stride - 1, stride}, {2 * stride}, {1, 3*stride + 2, inputs - 1}} {
		n := Net{inputs: inputs, hidden: hidden, in: make([]float32, hidden*inputs)}
		for i := range n.in {
			n.in[i] = float32(i)
		}
		x, want := make([]float32, inputs), []float32{1, 2}
		for _, i := range set {
			x[i] = 2
			want[0] += 2 * n.row(0)[i]
			want[1] += 2 * n.row(1)[i]
		}
		h := []float32{1, 2}
		if n.addInputs(x, h); !slices.Equal(h, want) {
			t.Errorf("with inputs %v lit: sums %v, want %v", set, h, want)
		}
	}
}
