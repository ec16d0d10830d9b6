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

// inRoles returns the nodes that the next move is about.
func (s *State) inRoles() [roles]int32 { return [roles]int32{s.top(0), s.top(1), s.front} }

// MoveFeatures appends the features of a state.
func (p *Parser) MoveFeatures(rows []int32, v *Sentence, s *State) []int32 {
	for role, id := range s.inRoles() {
		rows = p.roleFeatures(rows, v, role, &s.nodes.keys[id])
	}
	return p.sharedFeatures(rows, v, s)
}

// roleFeatures appends the features of a node in a role.
func (p *Parser) roleFeatures(rows []int32, v *Sentence, role int, n *Node) []int32 {
	f, w := &p.move, n.Word
	rows = appendSeen(rows, f.suffix[role], v.word(w).Suffix[2])
	rows = appendSeen(rows, f.valency[role], n.valency())
	rows = appendSeen(rows, f.has[role], int32(n.Has))
	switch role {
	case topRole:
		rows = v.appendWords(rows, f.word[0:], w)
		rows = v.appendWords(rows, f.far[2:], n.Left.Word, n.Right.Word)
		rows = v.appendTags(rows, f.tag[0:], w)
		rows = v.appendTags(rows, f.beside[0:], before(w), after(w))
		rows = v.appendTags(rows, f.child[0:], n.Left.Word, n.Left2.Word, n.Right.Word, n.Right2.Word)
		rows = appendRels(rows, f.rel[0:], n.Left.Rel, n.Left2.Rel, n.Right.Rel, n.Right2.Rel)
		rows = appendRels(rows, f.grand[0:], n.Left.Left, n.Right.Right)
		return appendRels(rows, f.grand[3:], n.Right.Left)
	case secondRole:
		rows = v.appendWords(rows, f.word[1:], w)
		rows = v.appendWords(rows, f.far[4:], n.Right.Word)
		rows = v.appendTags(rows, f.tag[1:], w)
		rows = v.appendTags(rows, f.beside[2:], before(w), after(w))
		rows = v.appendTags(rows, f.child[4:], n.Left.Word, n.Left2.Word, n.Right.Word, n.Right2.Word)
		rows = appendRels(rows, f.rel[4:], n.Left.Rel, n.Left2.Rel, n.Right.Rel, n.Right2.Rel)
		return appendRels(rows, f.grand[2:], n.Right.Right)
	}
	b1, b2, b3, b4 := v.behind(w, 1), v.behind(w, 2), v.behind(w, 3), v.behind(w, 4)
	rows = v.appendWords(rows, f.word[2:], w, b1)
	rows = v.appendWords(rows, f.far[1:], b2)
	rows = v.appendWords(rows, f.far[5:], n.Left.Word)
	rows = v.appendTags(rows, f.tag[4:], w, b1, b2, b3)
	rows = v.appendTags(rows, f.beside[4:], before(w), b4)
	rows = v.appendTags(rows, f.child[8:], n.Left.Word, n.Left2.Word)
	rows = appendRels(rows, f.rel[8:], n.Left.Rel, n.Left2.Rel)
	rows = append(rows, f.pair[3].Row(p.coarsePair(v, w, b1)))
	if int(w) < len(v.Words) {
		rows = append(rows, f.ahead.Row(v.ahead[w]), f.comma.Row(int32(v.comma[w])))
	}
	return rows
}

// sharedFeatures appends the features of a state that are not about one role.
func (p *Parser) sharedFeatures(rows []int32, v *Sentence, s *State) []int32 {
	f := &p.move
	s0, s1, s2, s3, b0 := s.Top(0), s.Top(1), s.Top(2), s.Top(3), s.Next()
	rows = v.appendWords(rows, f.far[0:], s2)
	rows = v.appendTags(rows, f.tag[2:], s2, s3)
	rows = appendSeen(rows, f.quoted, v.quoted(s0)+3*v.quoted(s1)+9*v.quoted(b0))
	return append(rows,
		f.pair[0].Row(p.coarsePair(v, s0, b0)), f.pair[1].Row(p.coarsePair(v, s1, s0)), f.pair[2].Row(p.coarsePair(v, s1, b0)),
		f.distance[0].Row(distance(s0, b0)), f.distance[1].Row(distance(s1, s0)), f.depth.Row(s.depth()),
	)
}

// depth is how many words wait on the stack, at most 7.
func (s *State) depth() int32 { return int32(min(len(s.stack), 7)) }
