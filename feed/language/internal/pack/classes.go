package pack

// Classes writes sets of numbers, and for each member which set is its.
func (w *Writer) Classes(classes [][]int32, of []int32) {
	w.Int(len(classes))
	for _, c := range classes {
		w.Ints(c)
	}
	w.Ints(of)
}

// Classes reads what Writer.Classes wrote for a number of members. No class is
// empty or holds a number of limit or more, and each member is of one there is.
func (r *Reader) Classes(members, limit int) (classes [][]int32, of []int32) {
	for range r.Int() {
		c := r.Ints()
		if r.err != nil || len(c) == 0 || beyond(c, limit) {
			r.rest, r.err = nil, ErrDamaged
			return nil, nil
		}
		classes = append(classes, c)
	}
	of = r.Ints()
	if len(of) != members || beyond(of, len(classes)) {
		r.rest, r.err = nil, ErrDamaged
	}
	return classes, of
}

func beyond(v []int32, limit int) bool {
	for _, n := range v {
		if int(n) >= limit {
			return true
		}
	}
	return false
}
