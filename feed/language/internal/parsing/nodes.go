package parsing

// A Node is a word with the children it has got so far, as far as features look
// at them. Nodes do not change: where one gets a child, there is a new one. So
// trees of a beam share what they have in common, and what was worked out for
// one holds for all.
type Node struct {
	Word          int32 // -1 for that of no word
	Left, Left2   Child // outermost and second outermost children
	Right, Right2 Child
	Lefts, Rights uint8 // how many children
	Has           uint8 // what children there are, bits of groups
}

// A Child is a child of a node; its numbers are -1 where there is none.
type Child struct {
	Word, Rel   int32
	Left, Right int32 // relations of its own outermost children; of an outermost child only
}

var (
	noChild = Child{none, none, none, none}
	noNode  = Node{Word: none, Left: noChild, Left2: noChild, Right: noChild, Right2: noChild}
)

// second is a child that another takes the outermost place of.
func (c Child) second() Child { return Child{c.Word, c.Rel, none, none} }

func (n *Node) valency() int32 { return int32(n.Lefts)*8 + int32(n.Rights) }

// Nodes numbers the nodes of a sentence. Number 0 is the node of no word, then
// come those of the words without children and that of the root.
type Nodes struct {
	numbers[Node]
	words int
}

// Reset drops all nodes and makes those of n words and the root.
func (s *Nodes) Reset(n int) {
	s.words = n
	s.numbers.reset(noNode)
	leaf := noNode
	for w := range int32(n + 1) {
		leaf.Word = w
		s.number(w, leaf)
	}
}

// leaf returns the node of a word without children.
func leaf(word int32) int32 { return word + 1 }

// attach returns the node of head with one more child.
func (s *Nodes) attach(head, dependent, rel int32, group uint8) int32 {
	n, d := s.keys[head], &s.keys[dependent]
	child := Child{d.Word, rel, d.Left.Rel, d.Right.Rel}
	n.Has |= group
	if d.Word < n.Word {
		n.Left, n.Left2 = child, n.Left.second()
		n.Lefts = min(n.Lefts+1, 7)
	} else {
		n.Right, n.Right2 = child, n.Right.second()
		n.Rights = min(n.Rights+1, 7)
	}
	id, _ := s.number(n.Word, n)
	return id
}

// numbers gives keys numbers from 1 on, each one once. Number 0 is for no key.
type numbers[K comparable] struct {
	keys  []K
	next  []int32 // key to try next, 0 for none
	first []int32 // key to try first in each bin
}

// reset forgets all keys; none takes the place of a key 0.
func (t *numbers[K]) reset(none K) {
	t.keys, t.next, t.first = append(t.keys[:0], none), append(t.next[:0], 0), t.first[:0]
}

// number returns the number of a key, and whether the key is new. Keys are
// sought in the bin that they are said to be in; bins should be small.
func (t *numbers[K]) number(bin int32, key K) (id int32, fresh bool) {
	for int(bin) >= len(t.first) {
		t.first = append(t.first, 0)
	}
	for i := t.first[bin]; i != 0; i = t.next[i] {
		if t.keys[i] == key {
			return i, false
		}
	}
	id = int32(len(t.keys))
	t.keys = append(t.keys, key)
	t.next = append(t.next, t.first[bin])
	t.first[bin] = id
	return id, true
}
