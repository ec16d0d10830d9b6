package parsing

import (
	"strings"

	"crisisdesk/feed/language/internal/lexis"
	"crisisdesk/feed/language/internal/neural"
	"crisisdesk/feed/language/internal/pack"
)

// Inventory holds the relations, and which of them a pair of words may stand in.
type Inventory struct {
	Relations []string
	Classes   [][]int32 // sets of relations; class 0 holds them all
	ByPair    []int32   // class of each pair of parts of speech and side, see Pair
}

// A Parser parses sentences. It does not change and may be shared.
type Parser struct {
	Inventory
	words, suffixes, tags int
	coarse                int             // number of coarse tags
	coarser               []int32         // coarse tag of each tag, as features number them
	universal             []int32         // universal part of speech of each tag
	marks                 map[int32]uint8 // kinds of marks, by word
	verb                  []bool          // whether a tag is that of a verb
	groups                []uint8         // group of each relation
	move                  moveFields
	arc                   arcFields
	moveRows, arcRows     int
	moves, arcs           *neural.Net
}

// coarseTags is how many tags keep apart in features of pairs.
const coarseTags = 44

// New makes a parser without networks, to extract features with. Tags are those
// of the tagger ("VERB VBD"), the most frequent first.
func New(v *lexis.Vocabulary, tags []string, inv Inventory) *Parser {
	p := &Parser{
		Inventory: inv, words: v.Words(), suffixes: v.Suffixes(), tags: firstOf + len(tags),
		coarse: firstOf + coarseTags, coarser: []int32{noValue, rootValue}, universal: []int32{0, 1},
		marks: markKinds(v),
	}
	first, upos := map[string]int32{}, map[string]int32{}
	for i, t := range tags {
		u, _, _ := strings.Cut(t, " ")
		if _, ok := first[u]; !ok {
			first[u], upos[u] = int32(i), int32(len(upos))
		}
		c := int32(i)
		if i >= coarseTags {
			c = min(first[u], coarseTags-1)
		}
		p.coarser = append(p.coarser, firstOf+c)
		p.universal = append(p.universal, 2+upos[u])
		p.verb = append(p.verb, u == "VERB" || u == "AUX")
	}
	for _, r := range inv.Relations {
		p.groups = append(p.groups, group(r))
	}
	p.moveRows, p.arcRows = p.layoutMoves(), p.layoutArcs()
	return p
}

// universals is an upper bound of the numbers in Parser.universal.
const universals = 20

// group returns the bit under which a head remembers a child of that relation.
func group(rel string) uint8 {
	base, _, _ := strings.Cut(rel, ":")
	switch base {
	case "nsubj", "csubj", "expl":
		return 1
	case "obj", "iobj", "ccomp", "xcomp":
		return 2
	case "aux", "cop":
		return 4
	case "case":
		return 8
	case "mark":
		return 16
	case "cc":
		return 32
	case "det", "nummod", "nmod":
		return 64
	case "punct":
		return 128
	}
	return 0
}

// SetNets completes a parser made by New.
func (p *Parser) SetNets(moves, arcs *neural.Net) { p.moves, p.arcs = moves, arcs }

// Rows returns how many features the two networks must know.
func (p *Parser) Rows() (moves, arcs int) { return p.moveRows, p.arcRows }

// Pairs is how many values Pair may have.
const Pairs = universals * universals * 2

// Pair numbers an arc from h to d by their parts of speech and the side that the
// head is on.
func (p *Parser) Pair(v *Sentence, h, d int32) int32 {
	side := int32(0)
	if h > d {
		side = 1
	}
	return (p.universal[v.tag(h)]*universals+p.universal[v.tag(d)])*2 + side
}

// Candidates returns the relations that an arc from h to d may have.
func (p *Parser) Candidates(v *Sentence, h, d int32) []int32 {
	return p.Classes[p.ByPair[p.Pair(v, h, d)]]
}

// Group returns the bit under which a head remembers a child of that relation.
func (p *Parser) Group(rel int32) uint8 { return p.groups[rel] }

// An Arc is what Parse finds for a word.
type Arc struct {
	Head int32 // -1 for the root
	Rel  int32
	Conf float32
}

// Scratch is the working space of one Parse at a time.
type Scratch struct {
	beam  beam
	nodes Nodes
	recall
	rows           []int32
	arcSum         []uint64
	hidden, scores []float32
}

// prepare makes the space ready for a sentence of n words.
func (w *Scratch) prepare(p *Parser, n int) {
	if w.hidden == nil {
		w.arcSum = make([]uint64, p.arcs.SumWords())
		w.hidden = make([]float32, max(p.moves.Hidden(), p.arcs.Hidden()))
		w.scores = make([]float32, len(p.Relations))
	}
	w.nodes.Reset(n)
	w.recall.start(p.moves.SumWords())
}

// Append writes the parser.
func (p *Parser) Append(w *pack.Writer) {
	w.Strings(p.Relations)
	w.Classes(p.Classes, p.ByPair)
	p.moves.Append(w)
	p.arcs.Append(w)
}

// Read reads a parser for a vocabulary and the tags of a tagger.
func Read(r *pack.Reader, v *lexis.Vocabulary, tags []string) (*Parser, error) {
	inv := Inventory{Relations: r.Strings()}
	inv.Classes, inv.ByPair = r.Classes(Pairs, len(inv.Relations))
	p := New(v, tags, inv)
	var err error
	if p.moves, err = neural.Read(r); err != nil {
		return nil, err
	}
	if p.arcs, err = neural.Read(r); err != nil {
		return nil, err
	}
	if p.moves.Rows() != p.moveRows || p.arcs.Rows() != p.arcRows ||
		p.moves.Outputs() != int(Moves) || p.arcs.Outputs() != len(p.Relations) {
		return nil, pack.ErrDamaged
	}
	return p, nil
}
