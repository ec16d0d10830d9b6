package dense

import "testing"

func TestLayerSumsWeightsTimesInputs(t *testing.T) {
	const inputs, units = 5, 11
	l := newLayer(inputs, units)
	for unit := range units {
		w := make([]float32, inputs)
		for i := range w {
			w[i] = float32(10*unit + i)
		}
		l.setRow(unit, w)
	}
	var h [units]float32
	l.sums([]float32{0, 2, 0, 0, -1}, h[:])
	for unit, got := range h {
		if want := 2*float32(10*unit+1) - float32(10*unit+4); got != want {
			t.Errorf("unit %d: %v, want %v", unit, got, want)
		}
	}
}
