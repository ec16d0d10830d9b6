package parsing

import (
	"crisisdesk/feed/language/internal/lexis"
	"crisisdesk/feed/language/internal/neural"
)

// Values of a feature about a missing word or the root come first.
const (
	noValue   = 0
	rootValue = 1
	firstOf   = 2
)

// A Sentence is what the parser sees of a sentence.
type Sentence struct {
	Words  []lexis.Word
	Tags   []int32
	ahead  []int32 // tag of the next verb behind each word and how far it is
	comma  []uint8 // kind of the next mark behind each word
	quotes []uint8 // whether each word is within quotation marks
}

// Sizes of the vocabularies of the fields.
const (
	nearWords  = 5000 // of the words next to the point of decision
	childWords = 1500 // of their children and neighbours
)

// moveFields are the features of a state.
type moveFields struct {
	word     [4]neural.Field // top, second, next, the one behind
	far      [6]neural.Field // third, next but two, outer children
	suffix   [3]neural.Field
	tag      [8]neural.Field
	beside   [6]neural.Field // tags of the neighbours, in the order of the text
	child    [10]neural.Field
	rel      [10]neural.Field
	grand    [4]neural.Field // relations of children's children
	pair     [4]neural.Field
	distance [2]neural.Field
	valency  [3]neural.Field
	has      [3]neural.Field
	ahead    neural.Field
	comma    neural.Field
	quoted   neural.Field
	depth    neural.Field
}

func (p *Parser) layoutMoves() int {
	var l neural.Layout
	f := &p.move
	fields(&l, f.word[:], min(nearWords, p.words))
	fields(&l, f.far[:], min(childWords, p.words))
	fields(&l, f.suffix[:], p.suffixes)
	fields(&l, f.tag[:], p.tags)
	fields(&l, f.beside[:], p.tags)
	fields(&l, f.child[:], p.tags)
	fields(&l, f.rel[:], firstOf+len(p.Relations))
	fields(&l, f.grand[:], firstOf+len(p.Relations))
	fields(&l, f.pair[:], p.coarse*p.coarse)
	fields(&l, f.distance[:], distances)
	fields(&l, f.valency[:], 64)
	fields(&l, f.has[:], 256)
	f.ahead = l.Field(p.tags * 4)
	f.comma = l.Field(marks)
	f.quoted = l.Field(27)
	f.depth = l.Field(8)
	return l.Rows()
}

func fields(l *neural.Layout, f []neural.Field, size int) {
	for i := range f {
		f[i] = l.Field(size)
	}
}

// word returns what is seen of word i, which may be missing or the root.
func (v *Sentence) word(i int32) *lexis.Word {
	switch {
	case i < 0:
		return &lexis.Absent
	case int(i) >= len(v.Words):
		return &lexis.AtRoot
	}
	return &v.Words[i]
}

func (v *Sentence) tag(i int32) int32 {
	switch {
	case i < 0:
		return noValue
	case int(i) >= len(v.Tags):
		return rootValue
	}
	return firstOf + v.Tags[i]
}

func (p *Parser) coarseTag(v *Sentence, i int32) int32 { return p.coarser[v.tag(i)] }

func (v *Sentence) quoted(i int32) int32 {
	if i < 0 || int(i) >= len(v.quotes) {
		return 0
	}
	return int32(v.quotes[i])
}

// missing is the node of a word that is not there.
var missing = Node{Head: none, Rel: none, Left: none, Left2: none, Right: none, Right2: none}

func (s *State) node(i int32) *Node {
	if i < 0 {
		return &missing
	}
	return &s.Nodes[i]
}

func (s *State) rel(i int32) int32 {
	if i < 0 {
		return noValue
	}
	return firstOf + s.Nodes[i].Rel
}

const distances = 8

// distance puts the number of words between two into one of eight bins.
func distance(a, b int32) int32 {
	if a < 0 || b < 0 {
		return 0
	}
	d := b - a
	if d < 0 {
		d = -d
	}
	switch {
	case d <= 4:
		return d
	case d <= 7:
		return 5
	case d <= 14:
		return 6
	}
	return 7
}

// appendSeen appends the row of a value unless it is 0: that there is nothing to
// see needs no row of its own.
func appendSeen(rows []int32, f neural.Field, value int32) []int32 {
	if value == 0 {
		return rows
	}
	return append(rows, f.Row(value))
}

// appendTags appends the tags of the words that there are.
func (v *Sentence) appendTags(rows []int32, f []neural.Field, words []int32) []int32 {
	for i, w := range words {
		if w >= 0 {
			rows = append(rows, f[i].Row(v.tag(w)))
		}
	}
	return rows
}

// appendWords appends the words that there are.
func (v *Sentence) appendWords(rows []int32, f []neural.Field, words []int32) []int32 {
	for i, w := range words {
		if w >= 0 {
			rows = append(rows, f[i].Row(v.word(w).ID))
		}
	}
	return rows
}

// appendRels appends the relations of the children that there are.
func (s *State) appendRels(rows []int32, f []neural.Field, children []int32) []int32 {
	for i, c := range children {
		if c >= 0 {
			rows = append(rows, f[i].Row(s.rel(c)))
		}
	}
	return rows
}

// before and after return the neighbours of a word in the text; none of none.
func before(i int32) int32 { return max(i-1, none) }

func after(i int32) int32 {
	if i < 0 {
		return none
	}
	return i + 1
}

// MoveFeatures appends the features of a state.
func (p *Parser) MoveFeatures(rows []int32, v *Sentence, s *State) []int32 {
	f := &p.move
	s0, s1, s2, b0, b1, b2 := s.Top(0), s.Top(1), s.Top(2), s.Next(0), s.Next(1), s.Next(2)
	n0, n1, nb := s.node(s0), s.node(s1), s.node(b0)
	rows = v.appendWords(rows, f.word[:], []int32{s0, s1, b0, b1})
	rows = v.appendWords(rows, f.far[:], []int32{s2, b2, n0.Left, n0.Right, n1.Right, nb.Left})
	rows = v.appendTags(rows, f.tag[:], []int32{s0, s1, s2, s.Top(3), b0, b1, b2, s.Next(3)})
	children := []int32{n0.Left, n0.Left2, n0.Right, n0.Right2, n1.Left, n1.Left2, n1.Right, n1.Right2, nb.Left, nb.Left2}
	rows = v.appendTags(rows, f.child[:], children)
	rows = s.appendRels(rows, f.rel[:], children)
	rows = s.appendRels(rows, f.grand[:], []int32{s.node(n0.Left).Left, s.node(n0.Right).Right, s.node(n1.Right).Right, s.node(n0.Right).Left})
	rows = v.appendTags(rows, f.beside[:], []int32{before(s0), after(s0), before(s1), after(s1), before(b0), s.Next(4)})
	for i, w := range [...]int32{s0, s1, b0} {
		n := s.node(w)
		rows = appendSeen(rows, f.suffix[i], v.word(w).Suffix[2])
		rows = appendSeen(rows, f.valency[i], n.valency())
		rows = appendSeen(rows, f.has[i], int32(n.Has))
	}
	c0, c1, cb := p.coarseTag(v, s0), p.coarseTag(v, s1), p.coarseTag(v, b0)
	wide := int32(p.coarse)
	rows = append(rows,
		f.pair[0].Row(c0*wide+cb), f.pair[1].Row(c1*wide+c0), f.pair[2].Row(c1*wide+cb), f.pair[3].Row(cb*wide+p.coarseTag(v, b1)),
		f.distance[0].Row(distance(s0, b0)), f.distance[1].Row(distance(s1, s0)), f.depth.Row(int32(min(len(s.stack), 7))),
	)
	rows = appendSeen(rows, f.quoted, v.quoted(s0)+3*v.quoted(s1)+9*v.quoted(b0))
	if int(b0) < len(v.Words) {
		rows = append(rows, f.ahead.Row(v.ahead[b0]), f.comma.Row(int32(v.comma[b0])))
	}
	return rows
}

func (n *Node) valency() int32 { return int32(n.Lefts)*8 + int32(n.Rights) }

// arcFields are the features of an arc whose relation is sought.
type arcFields struct {
	word     [2]neural.Field // head, dependent
	far      [8]neural.Field
	suffix   [2]neural.Field
	tag      [12]neural.Field
	rel      [7]neural.Field
	pair     neural.Field
	distance neural.Field
	has      [2]neural.Field
	quoted   neural.Field
}

func (p *Parser) layoutArcs() int {
	var l neural.Layout
	f := &p.arc
	fields(&l, f.word[:], min(nearWords, p.words))
	fields(&l, f.far[:], min(childWords, p.words))
	fields(&l, f.suffix[:], p.suffixes)
	fields(&l, f.tag[:], p.tags)
	fields(&l, f.rel[:], firstOf+len(p.Relations))
	f.pair = l.Field(p.coarse * p.coarse * 2)
	f.distance = l.Field(2 * distances)
	fields(&l, f.has[:], 256)
	f.quoted = l.Field(9)
	return l.Rows()
}

// ArcFeatures appends the features of the arc from h to d, whose relation is sought.
func (p *Parser) ArcFeatures(rows []int32, v *Sentence, s *State, h, d int32) []int32 {
	f := &p.arc
	nh, nd := s.node(h), s.node(d)
	side := int32(0)
	if h > d {
		side = 1
	}
	rows = v.appendWords(rows, f.word[:], []int32{h, d})
	rows = v.appendWords(rows, f.far[:], []int32{nd.Left, nd.Left2, nd.Right, nh.Left, nh.Right, d - 1, d + 1, h - 1})
	rows = v.appendTags(rows, f.tag[:], []int32{h, d, nd.Left, nd.Left2, nd.Right, nh.Left, nh.Left2, nh.Right, h - 1, h + 1, d - 1, d + 1})
	rows = s.appendRels(rows, f.rel[:], []int32{nd.Left, nd.Left2, nd.Right, nh.Left, nh.Left2, nh.Right, nh.Right2})
	rows = appendSeen(rows, f.suffix[0], v.word(h).Suffix[2])
	rows = appendSeen(rows, f.suffix[1], v.word(d).Suffix[2])
	rows = appendSeen(rows, f.has[0], int32(nh.Has))
	rows = appendSeen(rows, f.has[1], int32(nd.Has))
	rows = appendSeen(rows, f.quoted, v.quoted(h)*3+v.quoted(d))
	return append(rows,
		f.pair.Row((p.coarseTag(v, h)*int32(p.coarse)+p.coarseTag(v, d))*2+side),
		f.distance.Row(distance(h, d)*2+side),
	)
}
