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
	nodes *Nodes
	stack []int32 // nodes
	front int32   // node of the next word
	next  int32
}

// Reset prepares the state for the sentence that the nodes are of.
func (s *State) Reset(nodes *Nodes) {
	s.nodes, s.stack, s.front, s.next = nodes, s.stack[:0], leaf(0), 0
}

func (s *State) copyFrom(o *State) {
	s.nodes, s.stack, s.front, s.next = o.nodes, append(s.stack[:0], o.stack...), o.front, o.next
}

// Done reports whether the tree is complete.
func (s *State) Done() bool { return int(s.next) == s.nodes.words && len(s.stack) == 0 }

// top returns the node i below the top of the stack, that of no word where there
// is none.
func (s *State) top(i int) int32 {
	if i >= len(s.stack) {
		return 0
	}
	return s.stack[len(s.stack)-1-i]
}

// Top returns the word i below the top of the stack, -1 where there is none.
func (s *State) Top(i int) int32 { return s.nodes.keys[s.top(i)].Word }

// Next returns the next word, the root behind the last word.
func (s *State) Next() int32 { return s.next }

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
	if int(s.next) < s.nodes.words {
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

// ends returns the nodes of the head and of the dependent that a LeftArc or
// RightArc would join.
func (s *State) ends(m Move) (head, dependent int32) {
	if m == LeftArc {
		return s.front, s.top(0)
	}
	return s.top(1), s.top(0)
}

// Arc returns the head and the dependent that a LeftArc or RightArc would join.
func (s *State) Arc(m Move) (head, dependent int32) {
	h, d := s.ends(m)
	return s.nodes.keys[h].Word, s.nodes.keys[d].Word
}

// Push makes a Shift.
func (s *State) Push() {
	s.stack = append(s.stack, s.front)
	s.next++
	s.front = leaf(s.next)
}

// Attach makes a LeftArc or RightArc with a relation and the group it is of.
func (s *State) Attach(m Move, rel int32, group uint8) {
	h, d := s.ends(m)
	s.replace(m, s.nodes.attach(h, d, rel, group))
}

// replace makes a LeftArc or RightArc, given the head with its new child.
func (s *State) replace(m Move, head int32) {
	s.stack = s.stack[:len(s.stack)-1]
	if m == LeftArc {
		s.front = head
	} else {
		s.stack[len(s.stack)-1] = head
	}
}
