package watch

// queue holds the changes that wait to be received, at most one for each path,
// in the order in which the paths first came.
type queue struct {
	order   []string
	changes map[string]Change
}

// push adds c, or puts it in the place of an older change of the same path.
func (q *queue) push(c Change) {
	if q.changes == nil {
		q.changes = map[string]Change{}
	}
	if _, ok := q.changes[c.Path]; !ok {
		q.order = append(q.order, c.Path)
	}
	q.changes[c.Path] = c
}

// head is the change to hand on next.
func (q *queue) head() (Change, bool) {
	if len(q.order) == 0 {
		return Change{}, false
	}
	return q.changes[q.order[0]], true
}

// pop forgets the head.
func (q *queue) pop() {
	delete(q.changes, q.order[0])
	if q.order = q.order[1:]; len(q.order) == 0 {
		q.order = nil
	}
}

func (q *queue) len() int { return len(q.order) }
