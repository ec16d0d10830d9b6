package model

// shared is something that many reports have in common: it is in memory once,
// and is compared once with what they are all compared with.
type shared[T any, D comparable] struct {
	what  T
	name  string // equal for equal ones
	users int    // reports that have it from a pool

	with   *shared[T, D] // that which it was last compared with
	degree D             // to which the two agreed
}

// against is the degree to which s and o agree by a rule that does not ask
// which of the two comes first. It is quick where s is compared with one o after
// another of many.
func (s *shared[T, D]) against(o *shared[T, D], compare func(a, b T) D) D {
	if s.with != o {
		s.with, s.degree = o, compare(s.what, o.what)
	}
	return s.degree
}

// pool has by name what reports share.
type pool[T any, D comparable] map[string]*shared[T, D]

// take is x, or what others have that is equal.
func (p pool[T, D]) take(x *shared[T, D]) *shared[T, D] {
	if known := p[x.name]; known != nil {
		x = known
	} else {
		p[x.name] = x
	}
	x.users++
	return x
}

// leave gives x back.
func (p pool[T, D]) leave(x *shared[T, D]) {
	if x.users--; x.users == 0 {
		delete(p, x.name)
		x.with = nil
	}
}
