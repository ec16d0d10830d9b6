package neural

// A Field is a run of rows: one for each value of a feature template, as "the
// tag of the next word".
type Field struct{ base, size int32 }

// Layout hands out fields one after the other.
type Layout struct{ rows int32 }

// Field makes room for size values.
func (l *Layout) Field(size int) Field {
	f := Field{l.rows, int32(size)}
	l.rows += int32(size)
	return f
}

// Rows returns the number of rows handed out.
func (l *Layout) Rows() int { return int(l.rows) }

// Row returns the row of a value; values past the field share row 0, as the
// rarest words do in a field that is kept small.
func (f Field) Row(value int32) int32 {
	if value < 0 || value >= f.size {
		value = 0
	}
	return f.base + value
}
