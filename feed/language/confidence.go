package language

// A calibration says what share of the arcs of a raw score are right; its points
// lie evenly from 0 to 1.
type calibration []float32

// at returns the share for a raw score, between the two points next to it.
func (c calibration) at(score float32) float32 {
	x := max(0, min(1, score)) * float32(len(c)-1)
	i := min(int(x), len(c)-2)
	part := x - float32(i)
	return c[i]*(1-part) + c[i+1]*part
}
