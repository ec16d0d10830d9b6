package train

import (
	"math"
	"math/rand/v2"
	"slices"

	"crisisdesk/feed/language/internal/lexis"
	"crisisdesk/feed/language/internal/parsing"
)

var parserSchedule = schedule{hidden: 96, arcs: 64, epochs: 6, rate: 0.06, dropout: 0.25}

// relations lists the relations, and which of them pairs of words stand in.
func relations(data []sample, v *lexis.Vocabulary, tags []string) parsing.Inventory {
	counts := map[string]int{}
	for _, s := range data {
		for _, w := range s.tree.Words {
			counts[w.Rel]++
		}
	}
	inv := parsing.Inventory{Relations: frequent(counts, 5)}
	number := numbers(inv.Relations)
	p := parsing.New(v, tags, inv)
	seen := make([]map[int32]int, parsing.Pairs)
	for _, s := range data {
		sentence := parsing.Sentence{Words: s.words, Tags: s.tags}
		for d, w := range s.tree.Words {
			if rel, ok := number[w.Rel]; ok {
				pair := p.Pair(&sentence, s.head(d), int32(d))
				if seen[pair] == nil {
					seen[pair] = map[int32]int{}
				}
				seen[pair][rel]++
			}
		}
	}
	b := classBuilder{}
	all := make([]int32, len(inv.Relations))
	for i := range all {
		all[i] = int32(i)
	}
	b.add(all)
	for _, rels := range seen {
		inv.ByPair = append(inv.ByPair, b.relations(rels))
	}
	inv.Classes = b.classes
	return inv
}

// relations returns the class of relations seen at least twice, 0 for a pair
// hardly ever seen.
func (b *classBuilder) relations(seen map[int32]int) int32 {
	often := total(seen)
	rels := frequent(seen, 2+often/1000)
	if often < 20 || len(rels) == 0 {
		return 0
	}
	return b.add(rels)
}

func numbers(names []string) map[string]int32 {
	m := map[string]int32{}
	for i, n := range names {
		m[n] = int32(i)
	}
	return m
}

// head returns the gold head of word d, the number behind the last for the root.
func (s *sample) head(d int) int32 {
	if h := s.tree.Words[d].Head; h >= 0 {
		return int32(h)
	}
	return int32(len(s.words))
}

// An oracle knows which moves still lead to the best tree that can be reached
// (Goldberg and Nivre's dynamic oracle for arc-hybrid).
type oracle struct {
	heads []int32
	rels  []int32 // -1 for one that is not in the inventory
}

func (o *oracle) set(s *sample, number map[string]int32) {
	o.heads, o.rels = o.heads[:0], o.rels[:0]
	for d, w := range s.tree.Words {
		rel, ok := number[w.Rel]
		if !ok {
			rel = -1
		}
		o.heads, o.rels = append(o.heads, s.head(d)), append(o.rels, rel)
	}
}

// cost returns how many gold arcs a move puts out of reach.
func (o *oracle) cost(s *parsing.State, m parsing.Move) int {
	cost := 0
	next, top := s.Next(), s.Top(0)
	if m == parsing.Shift {
		for i := 0; s.Top(i) >= 0; i++ {
			w := s.Top(i)
			if o.heads[w] == next || i > 0 && o.heads[next] == w {
				cost++
			}
		}
		return cost
	}
	head := o.heads[top]
	if m == parsing.LeftArc {
		if head > next || head == s.Top(1) {
			cost++
		}
	} else if head >= next {
		cost++
	}
	for d := int(next); d < len(o.heads); d++ {
		if o.heads[d] == top {
			cost++
		}
	}
	return cost
}

// parserTrainer trains the networks of moves and of relations together.
type parserTrainer struct {
	parser      *parsing.Parser
	moves, arcs *network
	number      map[string]int32
	random      *rand.Rand

	oracle oracle
	nodes  parsing.Nodes
	state  parsing.State
	rows   []int32
	words  []lexis.Word
	good   [parsing.Moves]bool
}

// explored is how often training follows the parser's own choice, from the
// second epoch on, instead of a right one.
const explored = 0.9

// trainParser trains a parser on the samples as they are tagged.
func trainParser(data []sample, v *lexis.Vocabulary, tags []string, inv parsing.Inventory, seed uint64) *parsing.Parser {
	p := parsing.New(v, tags, inv)
	plan := parserSchedule
	moveRows, arcRows := p.Rows()
	t := &parserTrainer{
		parser: p, number: numbers(inv.Relations), random: rand.New(rand.NewPCG(seed, 4)),
		moves: newNetwork(moveRows, plan.hidden, int(parsing.Moves), seed),
		arcs:  newNetwork(arcRows, plan.arcs, len(inv.Relations), seed+1),
	}
	t.moves.dropout, t.arcs.dropout = plan.dropout, plan.dropout
	order := t.random.Perm(len(data))
	for epoch := range plan.epochs {
		t.moves.rate, t.arcs.rate = plan.at(epoch), plan.at(epoch)
		t.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			t.learn(&data[k], v, epoch > 0)
		}
	}
	least := int32(rarely * plan.epochs)
	p.SetNets(t.moves.quantise(least), t.arcs.quantise(least))
	return p
}

// learn goes through one sentence.
func (t *parserTrainer) learn(s *sample, v *lexis.Vocabulary, explore bool) {
	t.words = blank(s.words, t.words, t.random, v)
	sentence := parsing.Sentence{Words: t.words, Tags: s.tags}
	t.parser.Prepare(&sentence)
	t.oracle.set(s, t.number)
	t.nodes.Reset(len(s.words))
	t.state.Reset(&t.nodes)
	for !t.state.Done() {
		move := t.move(&sentence, explore)
		if move == parsing.Shift {
			t.state.Push()
			continue
		}
		rel := t.relation(&sentence, move)
		t.state.Attach(move, rel, t.parser.Group(rel))
	}
}

// move learns from the state and returns the move to go on with.
func (t *parserTrainer) move(v *parsing.Sentence, explore bool) parsing.Move {
	legal := t.state.Legal()
	if len(legal) == 1 {
		return legal[0]
	}
	t.mark(legal)
	t.rows = t.parser.MoveFeatures(t.rows[:0], v, &t.state)
	choice := legal[likeliest(t.moves.rehearse(t.rows, legal))]
	t.moves.correct(t.rows, legal, func(m int32) bool { return t.good[m] })
	if t.good[choice] || explore && t.random.Float32() < explored {
		return choice
	}
	for _, m := range legal {
		if t.good[m] {
			choice = m
		}
	}
	return choice
}

// mark marks the moves that cost least.
func (t *parserTrainer) mark(legal []parsing.Move) {
	least := math.MaxInt
	var costs [parsing.Moves]int
	for _, m := range legal {
		costs[m] = t.oracle.cost(&t.state, m)
		least = min(least, costs[m])
	}
	for _, m := range legal {
		t.good[m] = costs[m] == least
	}
}

// relation learns the relation of the arc that a move makes, where it is right,
// and returns the likeliest.
func (t *parserTrainer) relation(v *parsing.Sentence, m parsing.Move) int32 {
	h, d := t.state.Arc(m)
	candidates := t.parser.Candidates(v, h, d)
	t.rows = t.parser.ArcFeatures(t.rows[:0], v, &t.state, m)
	gold := t.oracle.rels[d]
	if t.oracle.heads[d] != h || !slices.Contains(candidates, gold) {
		return candidates[likeliest(t.arcs.predict(t.rows, candidates))]
	}
	choice := candidates[likeliest(t.arcs.rehearse(t.rows, candidates))]
	t.arcs.correct(t.rows, candidates, func(c int32) bool { return c == gold })
	return choice
}
