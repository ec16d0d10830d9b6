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
	child    [10]neural.Field
	rel      [10]neural.Field
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
	fields(&l, f.child[:], p.tags)
	fields(&l, f.rel[:], firstOf+len(p.Relations))
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
		return &rootWord
	}
	return &v.Words[i]
}

var rootWord = lexis.Word{ID: lexis.Root, Prefix: lexis.Root, Suffix: [3]int32{lexis.Root, lexis.Root, lexis.Root}}

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

// moveFeatures appends the features of a state.
func (p *Parser) moveFeatures(rows []int32, v *Sentence, s *State) []int32 {
	f := &p.move
	s0, s1, s2, b0, b1 := s.Top(0), s.Top(1), s.Top(2), s.Next(0), s.Next(1)
	n0, n1, nb := s.node(s0), s.node(s1), s.node(b0)
	w0, w1, wb := v.word(s0), v.word(s1), v.word(b0)
	rows = append(rows,
		f.word[0].Row(w0.ID), f.word[1].Row(w1.ID), f.word[2].Row(wb.ID), f.word[3].Row(v.word(b1).ID),
		f.far[0].Row(v.word(s2).ID), f.far[1].Row(v.word(s.Next(2)).ID),
		f.far[2].Row(v.word(n0.Left).ID), f.far[3].Row(v.word(n0.Right).ID),
		f.far[4].Row(v.word(n1.Right).ID), f.far[5].Row(v.word(nb.Left).ID),
		f.suffix[0].Row(w0.Suffix[1]), f.suffix[1].Row(w1.Suffix[1]), f.suffix[2].Row(wb.Suffix[1]),
		f.tag[0].Row(v.tag(s0)), f.tag[1].Row(v.tag(s1)), f.tag[2].Row(v.tag(s2)), f.tag[3].Row(v.tag(s.Top(3))),
		f.tag[4].Row(v.tag(b0)), f.tag[5].Row(v.tag(b1)), f.tag[6].Row(v.tag(s.Next(2))), f.tag[7].Row(v.tag(s.Next(3))),
	)
	children := [...]int32{n0.Left, n0.Left2, n0.Right, n0.Right2, n1.Left, n1.Left2, n1.Right, n1.Right2, nb.Left, nb.Left2}
	for i, c := range children {
		rows = append(rows, f.child[i].Row(v.tag(c)), f.rel[i].Row(s.rel(c)))
	}
	c0, c1, cb := p.coarseTag(v, s0), p.coarseTag(v, s1), p.coarseTag(v, b0)
	wide := int32(p.coarse)
	rows = append(rows,
		f.pair[0].Row(c0*wide+cb), f.pair[1].Row(c1*wide+c0), f.pair[2].Row(c1*wide+cb), f.pair[3].Row(cb*wide+p.coarseTag(v, b1)),
		f.distance[0].Row(distance(s0, b0)), f.distance[1].Row(distance(s1, s0)),
		f.valency[0].Row(n0.valency()), f.valency[1].Row(n1.valency()), f.valency[2].Row(nb.valency()),
		f.has[0].Row(int32(n0.Has)), f.has[1].Row(int32(n1.Has)), f.has[2].Row(int32(nb.Has)),
		f.quoted.Row(v.quoted(s0)+3*v.quoted(s1)+9*v.quoted(b0)),
		f.depth.Row(int32(min(len(s.stack), 7))),
	)
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

// arcFeatures appends the features of the arc from h to d.
func (p *Parser) arcFeatures(rows []int32, v *Sentence, s *State, h, d int32) []int32 {
	f := &p.arc
	nh, nd := s.node(h), s.node(d)
	wh, wd := v.word(h), v.word(d)
	side := int32(0)
	if h > d {
		side = 1
	}
	rows = append(rows,
		f.word[0].Row(wh.ID), f.word[1].Row(wd.ID), f.suffix[0].Row(wh.Suffix[1]), f.suffix[1].Row(wd.Suffix[1]),
	)
	far := [...]int32{nd.Left, nd.Left2, nd.Right, nh.Left, nh.Right, d - 1, d + 1, h - 1}
	for i, c := range far {
		rows = append(rows, f.far[i].Row(v.word(c).ID))
	}
	tags := [...]int32{h, d, nd.Left, nd.Left2, nd.Right, nh.Left, nh.Left2, nh.Right, h - 1, h + 1, d - 1, d + 1}
	for i, c := range tags {
		rows = append(rows, f.tag[i].Row(v.tag(c)))
	}
	rels := [...]int32{nd.Left, nd.Left2, nd.Right, nh.Left, nh.Left2, nh.Right, nh.Right2}
	for i, c := range rels {
		rows = append(rows, f.rel[i].Row(s.rel(c)))
	}
	return append(rows,
		f.pair.Row((p.coarseTag(v, h)*int32(p.coarse)+p.coarseTag(v, d))*2+side),
		f.distance.Row(distance(h, d)*2+side),
		f.has[0].Row(int32(nh.Has)), f.has[1].Row(int32(nd.Has)),
		f.quoted.Row(v.quoted(h)*3+v.quoted(d)),
	)
}
