package linear

import "math"

// Softmax turns the scores of classes, one or more, into their probabilities.
func Softmax[F float32 | float64](x []F) {
	top := x[0]
	for _, v := range x {
		top = max(top, v)
	}
	var sum F
	for i, v := range x {
		x[i] = F(math.Exp(float64(v - top)))
		sum += x[i]
	}
	for i := range x {
		x[i] /= sum
	}
}
