package parsing

import (
	"math"

	"crisisdesk/feed/language/internal/neural"
)

// The trees of a beam come to the same decisions again and again. What has been
// worked out for a sentence is kept until the next.
type recall struct {
	positions numbers[position]
	odds      [][Moves]float32 // of the legal moves, by position
	pairs     numbers[pair]
	arcs      []labelled // by pair
	sums      [][roles]int32
	words     []uint64 // the sums of rows, one after the other; sums says where, by node and role, 0 for not yet
}

// A position is what the features of a move see of a state.
type position struct {
	nodes                [roles]int32
	third, fourth, depth int32
}

// A pair is of nodes: one that may become the head of the other.
type pair struct{ head, dependent int32 }

// A labelled arc is what comes of a pair.
type labelled struct {
	rel  int32
	fits float32 // probability of the relation
	log  float64 // its logarithm
	head int32   // the node of the head with its new child
}

// start forgets all; a sum is of width words, the first being left for totals.
func (r *recall) start(width int) {
	r.positions.reset(position{})
	r.odds = append(r.odds[:0], [Moves]float32{})
	r.pairs.reset(pair{})
	r.arcs = append(r.arcs[:0], labelled{})
	r.sums = r.sums[:0]
	r.words = append(r.words[:0], make([]uint64, width)...)
}

// odds returns the probabilities of the legal moves.
func (p *Parser) odds(v *Sentence, s *State, legal []Move, w *Scratch) []float32 {
	in := s.inRoles()
	id, fresh := w.positions.number(in[topRole], position{in, s.Top(2), s.Top(3), s.depth()})
	if fresh {
		w.recall.odds = append(w.recall.odds, [Moves]float32{})
		p.moves.Activate(p.sum(v, s, in, w), w.hidden[:p.moves.Hidden()])
		p.moves.Probabilities(legal, w.hidden[:p.moves.Hidden()], w.recall.odds[id][:])
	}
	return w.recall.odds[id][:len(legal)]
}

// sum adds up the rows of a state's features.
func (p *Parser) sum(v *Sentence, s *State, in [roles]int32, w *Scratch) []uint64 {
	width := p.moves.SumWords()
	var at [roles]int32
	for role, id := range in {
		at[role] = p.roleSum(v, role, id, w)
	}
	total := w.words[:width]
	neural.Total(total, w.words[at[topRole]:], w.words[at[secondRole]:], w.words[at[frontRole]:])
	x := s.together()
	w.rows = p.viewFeatures(w.rows[:0], v, &x)
	p.moves.Add(total, w.rows)
	return total
}

// roleSum returns where the sum of the rows of a node in a role begins: those of
// its word, which are summed once, and those of its children.
func (p *Parser) roleSum(v *Sentence, role int, id int32, w *Scratch) int32 {
	for int(id) >= len(w.sums) {
		w.sums = append(w.sums, [roles]int32{})
	}
	if at := w.sums[id][role]; at != 0 {
		return at
	}
	n, width := w.nodes.keys[id], p.moves.SumWords()
	var from int32
	if l := leaf(n.Word); id != l && id != 0 {
		from = p.roleSum(v, role, l, w)
		n = without(n)
	}
	at := int32(len(w.words))
	if from == 0 {
		w.words = append(w.words, make([]uint64, width)...)
	} else {
		w.words = append(w.words, w.words[from:int(from)+width]...)
	}
	x := n.role(role)
	w.rows = p.viewFeatures(w.rows[:0], v, &x)
	p.moves.Add(w.words[at:], w.rows)
	w.sums[id][role] = at
	return at
}

// label returns the likeliest relation of the arc that a LeftArc or RightArc
// would make.
func (p *Parser) label(v *Sentence, s *State, m Move, w *Scratch) *labelled {
	head, dependent := s.ends(m)
	id, fresh := w.pairs.number(head, pair{head, dependent})
	if fresh {
		rel, fits := p.relation(v, s, m, w)
		w.arcs = append(w.arcs, labelled{rel, fits, math.Log(float64(fits)), w.nodes.attach(head, dependent, rel, p.groups[rel])})
	}
	return &w.arcs[id]
}

// relation returns the relation of an arc and its probability.
func (p *Parser) relation(v *Sentence, s *State, m Move, w *Scratch) (int32, float32) {
	head, dependent := s.Arc(m)
	candidates := p.Candidates(v, head, dependent)
	if len(candidates) == 1 {
		return candidates[0], 1
	}
	w.rows = p.ArcFeatures(w.rows[:0], v, s, m)
	sum, hidden := w.arcSum, w.hidden[:p.arcs.Hidden()]
	clear(sum)
	p.arcs.Add(sum, w.rows)
	p.arcs.Activate(sum, hidden)
	return p.arcs.Best(candidates, hidden, w.scores)
}
