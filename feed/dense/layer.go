package dense

// layer holds the weights of units for inputs, cut into strips of four units:
// the first strip for all inputs, then the second. One pass over the inputs
// works on the sums of a strip, all of which the processor keeps at hand.
type layer struct {
	inputs int
	strips [][wide]float32
}

// wide is how many units a strip has; missing ones weigh nothing.
const wide = 4

func newLayer(inputs, units int) layer {
	return layer{inputs, make([][wide]float32, inputs*((units+wide-1)/wide))}
}

// of is the strip that holds a unit, for all inputs.
func (l *layer) of(unit int) [][wide]float32 {
	return l.strips[unit/wide*l.inputs:][:l.inputs]
}

// row copies the weights of a unit into w.
func (l *layer) row(unit int, w []float32) {
	for i, s := range l.of(unit) {
		w[i] = s[unit%wide]
	}
}

func (l *layer) setRow(unit int, w []float32) {
	strip := l.of(unit)
	for i := range strip {
		strip[i][unit%wide] = w[i]
	}
}

// lit is an input that is not zero, and its value.
type lit struct {
	at    int32
	value float32
}

// sums writes into h, for each unit, the sum of its weights times the inputs
// x. Inputs that are zero, as those of missing words and of flags that are not
// set, cost nothing.
func (l *layer) sums(x, h []float32) {
	var room [maxInputs]lit
	n := 0
	for i, v := range x[:l.inputs] {
		if v != 0 {
			room[n] = lit{int32(i), v}
			n++
		}
	}
	for unit := 0; unit < len(h); unit += wide {
		s := strip(l.of(unit)).sums(room[:n])
		copy(h[unit:], s[:])
	}
}

// strip holds the weights of four units for each input.
type strip [][wide]float32

func (s strip) sums(x []lit) [wide]float32 {
	var a, b, c, d float32
	for _, in := range x {
		w, v := &s[in.at], in.value
		a += w[0] * v
		b += w[1] * v
		c += w[2] * v
		d += w[3] * v
	}
	return [wide]float32{a, b, c, d}
}
