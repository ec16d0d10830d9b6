package parsing

import "crisisdesk/feed/language/internal/neural"

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

// ArcFeatures appends the features of the arc that a LeftArc or RightArc would
// make, whose relation is sought.
func (p *Parser) ArcFeatures(rows []int32, v *Sentence, s *State, m Move) []int32 {
	head, dependent := s.ends(m)
	f, nh, nd := &p.arc, &s.nodes.keys[head], &s.nodes.keys[dependent]
	h, d := nh.Word, nd.Word
	side := int32(0)
	if h > d {
		side = 1
	}
	rows = v.appendWords(rows, f.word[:], h, d)
	rows = v.appendWords(rows, f.far[:], nd.Left.Word, nd.Left2.Word, nd.Right.Word, nh.Left.Word, nh.Right.Word, d-1, d+1, h-1)
	rows = v.appendTags(rows, f.tag[:],
		h, d, nd.Left.Word, nd.Left2.Word, nd.Right.Word, nh.Left.Word, nh.Left2.Word, nh.Right.Word, h-1, h+1, d-1, d+1)
	rows = appendRels(rows, f.rel[:],
		nd.Left.Rel, nd.Left2.Rel, nd.Right.Rel, nh.Left.Rel, nh.Left2.Rel, nh.Right.Rel, nh.Right2.Rel)
	rows = appendSeen(rows, f.suffix[0], v.word(h).Suffix[2])
	rows = appendSeen(rows, f.suffix[1], v.word(d).Suffix[2])
	rows = appendSeen(rows, f.has[0], int32(nh.Has))
	rows = appendSeen(rows, f.has[1], int32(nd.Has))
	rows = appendSeen(rows, f.quoted, v.quoted(h)*3+v.quoted(d))
	return append(rows,
		f.pair.Row(p.coarsePair(v, h, d)*2+side),
		f.distance.Row(distance(h, d)*2+side),
	)
}
