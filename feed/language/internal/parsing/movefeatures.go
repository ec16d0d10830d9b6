package parsing

import "crisisdesk/feed/language/internal/neural"

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

// Roles of the nodes that a move is about. Most features are about one of them.
const (
	topRole    = iota // the top of the stack
	secondRole        // the node below it
	frontRole         // the next word
	roles             // how many there are
)

// A view is what features see of a state, or of a part of it: of what is left
// out there are none. The features of all parts are those of the whole.
type view struct {
	nodes         [roles]Node
	third, fourth int32  // words of the stack
	state         *State // for features of several words together; nil where left out
}

// leftOut is the Word of a node that is left out of a view, its children apart.
const leftOut = -2

var nothing = view{nodes: [roles]Node{without(noNode), without(noNode), without(noNode)}, third: none, fourth: none}

// without returns a node of which a view sees the children only.
func without(n Node) Node {
	n.Word = leftOut
	return n
}

// role returns the view of a node in a role.
func (n *Node) role(role int) view {
	x := nothing
	x.nodes[role] = *n
	return x
}

// together returns the view of what is about several words or about none of the roles.
func (s *State) together() view {
	x := nothing
	x.third, x.fourth, x.state = s.Top(2), s.Top(3), s
	return x
}

// inRoles returns the nodes that the next move is about.
func (s *State) inRoles() [roles]int32 { return [roles]int32{s.top(0), s.top(1), s.front} }

// MoveFeatures appends the features of a state.
func (p *Parser) MoveFeatures(rows []int32, v *Sentence, s *State) []int32 {
	x := s.together()
	for role, id := range s.inRoles() {
		x.nodes[role] = s.nodes.keys[id]
	}
	return p.viewFeatures(rows, v, &x)
}

// viewFeatures appends the features of a view.
func (p *Parser) viewFeatures(rows []int32, v *Sentence, x *view) []int32 {
	f, n0, n1, nb := &p.move, &x.nodes[topRole], &x.nodes[secondRole], &x.nodes[frontRole]
	s0, s1, b0 := n0.Word, n1.Word, nb.Word
	b1, b2, b3, b4 := v.behind(b0, 1), v.behind(b0, 2), v.behind(b0, 3), v.behind(b0, 4)
	rows = v.appendWords(rows, f.word[:], s0, s1, b0, b1)
	rows = v.appendWords(rows, f.far[:], x.third, b2, n0.Left.Word, n0.Right.Word, n1.Right.Word, nb.Left.Word)
	rows = v.appendTags(rows, f.tag[:], s0, s1, x.third, x.fourth, b0, b1, b2, b3)
	if n0.valency()|n1.valency()|nb.valency() != 0 {
		rows = p.childFeatures(rows, v, n0, n1, nb)
	}
	rows = v.appendTags(rows, f.beside[:], before(s0), after(s0), before(s1), after(s1), before(b0), b4)
	for role := range x.nodes {
		n := &x.nodes[role]
		if n.Word != leftOut {
			rows = appendSeen(rows, f.suffix[role], v.word(n.Word).Suffix[2])
		}
		rows = appendSeen(rows, f.valency[role], n.valency())
		rows = appendSeen(rows, f.has[role], int32(n.Has))
	}
	if x.state != nil {
		rows = p.pairFeatures(rows, v, x.state)
	}
	if b0 >= 0 {
		rows = append(rows, f.pair[3].Row(p.coarsePair(v, b0, b1)))
	}
	if x.state != nil {
		rows = p.placeFeatures(rows, v, x.state)
	}
	if b0 >= 0 && int(b0) < len(v.Words) {
		rows = append(rows, f.ahead.Row(v.ahead[b0]), f.comma.Row(int32(v.comma[b0])))
	}
	return rows
}

// childFeatures appends the features of the children of nodes.
func (p *Parser) childFeatures(rows []int32, v *Sentence, n0, n1, nb *Node) []int32 {
	f := &p.move
	rows = v.appendTags(rows, f.child[:], n0.Left.Word, n0.Left2.Word, n0.Right.Word, n0.Right2.Word,
		n1.Left.Word, n1.Left2.Word, n1.Right.Word, n1.Right2.Word, nb.Left.Word, nb.Left2.Word)
	rows = appendRels(rows, f.rel[:], n0.Left.Rel, n0.Left2.Rel, n0.Right.Rel, n0.Right2.Rel,
		n1.Left.Rel, n1.Left2.Rel, n1.Right.Rel, n1.Right2.Rel, nb.Left.Rel, nb.Left2.Rel)
	return appendRels(rows, f.grand[:], n0.Left.Left, n0.Right.Right, n1.Right.Right, n0.Right.Left)
}

// pairFeatures appends the features of the tags of two words together.
func (p *Parser) pairFeatures(rows []int32, v *Sentence, s *State) []int32 {
	f, s0, s1, b0 := &p.move.pair, s.Top(0), s.Top(1), s.Next()
	return append(rows,
		f[0].Row(p.coarsePair(v, s0, b0)), f[1].Row(p.coarsePair(v, s1, s0)), f[2].Row(p.coarsePair(v, s1, b0)))
}

// placeFeatures appends the features of where words are: how far from each other,
// how deep on the stack, within quotation marks or not.
func (p *Parser) placeFeatures(rows []int32, v *Sentence, s *State) []int32 {
	f, s0, s1, b0 := &p.move, s.Top(0), s.Top(1), s.Next()
	rows = append(rows, f.distance[0].Row(distance(s0, b0)), f.distance[1].Row(distance(s1, s0)), f.depth.Row(s.depth()))
	return appendSeen(rows, f.quoted, v.quoted(s0)+3*v.quoted(s1)+9*v.quoted(b0))
}

// depth is how many words wait on the stack, at most 7.
func (s *State) depth() int32 { return int32(min(len(s.stack), 7)) }
