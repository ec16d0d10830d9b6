package parsing

// A Move is a transition.
type Move = int32

// The transitions.
const (
	Shift    Move = iota // the next word goes onto the stack
	LeftArc              // the top of the stack becomes a dependent of the next word
	RightArc             // the top of the stack becomes a dependent of the one below
	Moves                // how many there are
)

const none = -1

// A State is a partial tree of a sentence. Words are numbered from 0; the number
// behind the last stands for the root.
type State struct {
	n     int
	stack []int32
	next  int32
	Nodes []Node // a node a word, and the root
}

// A Node is a word in a partial tree. Children are numbers of words, -1 for none.
type Node struct {
	Head, Rel                  int32 // -1 where not yet known
	Left, Left2, Right, Right2 int32 // outermost and second outermost children
	Lefts, Rights              uint8 // how many children
	Has                        uint8 // what children there are, bits of groups
}

// Reset prepares the state for a sentence of n words.
func (s *State) Reset(n int) {
	s.n, s.next = n, 0
	s.stack = s.stack[:0]
	s.Nodes = s.Nodes[:0]
	for range n + 1 {
		s.Nodes = append(s.Nodes, Node{Head: none, Rel: none, Left: none, Left2: none, Right: none, Right2: none})
	}
}

func (s *State) copyFrom(o *State) {
	s.n, s.next = o.n, o.next
	s.stack = append(s.stack[:0], o.stack...)
	s.Nodes = append(s.Nodes[:0], o.Nodes...)
}

// Done reports whether the tree is complete.
func (s *State) Done() bool { return int(s.next) == s.n && len(s.stack) == 0 }

// Top returns the word i below the top of the stack, -1 where there is none.
func (s *State) Top(i int) int32 {
	if i >= len(s.stack) {
		return none
	}
	return s.stack[len(s.stack)-1-i]
}

// Next returns the word i behind the next, the root behind the last word, then -1.
func (s *State) Next(i int) int32 {
	if int(s.next)+i > s.n {
		return none
	}
	return s.next + int32(i)
}

var legal = [...][]Move{
	0:                                   {},
	1 << Shift:                          {Shift},
	1 << LeftArc:                        {LeftArc},
	1<<Shift | 1<<LeftArc:               {Shift, LeftArc},
	1 << RightArc:                       {RightArc},
	1<<Shift | 1<<RightArc:              {Shift, RightArc},
	1<<LeftArc | 1<<RightArc:            {LeftArc, RightArc},
	1<<Shift | 1<<LeftArc | 1<<RightArc: {Shift, LeftArc, RightArc},
}

// Legal returns the moves that may be made; the root takes one child.
func (s *State) Legal() []Move {
	set := 0
	if int(s.next) < s.n {
		set |= 1 << Shift
		if len(s.stack) > 0 {
			set |= 1 << LeftArc
		}
	} else if len(s.stack) == 1 {
		set |= 1 << LeftArc
	}
	if len(s.stack) > 1 {
		set |= 1 << RightArc
	}
	return legal[set]
}

// Arc returns the head and the dependent that a LeftArc or RightArc would join.
func (s *State) Arc(m Move) (head, dependent int32) {
	if m == LeftArc {
		return s.next, s.Top(0)
	}
	return s.Top(1), s.Top(0)
}

// Push makes a Shift.
func (s *State) Push() {
	s.stack = append(s.stack, s.next)
	s.next++
}

// Attach makes a LeftArc or RightArc with a relation and the group it is of.
func (s *State) Attach(m Move, rel int32, group uint8) {
	h, d := s.Arc(m)
	s.stack = s.stack[:len(s.stack)-1]
	s.Nodes[d].Head, s.Nodes[d].Rel = h, rel
	head := &s.Nodes[h]
	head.Has |= group
	if m == LeftArc {
		head.Left, head.Left2 = d, head.Left
		head.Lefts = min(head.Lefts+1, 7)
	} else {
		head.Right, head.Right2 = d, head.Right
		head.Rights = min(head.Rights+1, 7)
	}
}
