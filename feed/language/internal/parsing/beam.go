package parsing

import "math"

// The parser keeps a few trees at a time (a beam): where a move is not clear it
// goes on with more than one, and the likeliest tree wins in the end.
const (
	width   = 4   // trees at a time
	faint   = 0.1 // a move less likely than this is not followed
	outpace = 2.0 // a tree is dropped when another is so much likelier (natural logarithm)
)

// A hypothesis is a partial tree and how likely it is.
type hypothesis struct {
	state State
	arcs  []Arc
	score float64 // logarithm of the product of all moves' and relations' probabilities
}

func (h *hypothesis) reset(nodes *Nodes) {
	h.state.Reset(nodes)
	h.arcs = append(h.arcs[:0], make([]Arc, nodes.words)...)
	h.score = 0
}

func (h *hypothesis) copyFrom(o *hypothesis) {
	h.state.copyFrom(&o.state)
	h.arcs = append(h.arcs[:0], o.arcs...)
	h.score = o.score
}

// A candidate is a hypothesis with a move to make next.
type candidate struct {
	from  *hypothesis
	move  Move
	sure  float32
	score float64
}

// A beam is the working space of one Parse at a time.
type beam struct {
	live, next []*hypothesis
	free       []*hypothesis
	candidates []candidate // best first, at most width
}

// start drops all hypotheses and begins with one for the sentence of the nodes.
func (b *beam) start(nodes *Nodes) {
	b.free = append(b.free, b.live...)
	b.live = append(b.live[:0], b.take())
	b.live[0].reset(nodes)
}

func (b *beam) take() *hypothesis {
	if len(b.free) == 0 {
		return new(hypothesis)
	}
	h := b.free[len(b.free)-1]
	b.free = b.free[:len(b.free)-1]
	return h
}

// offer adds a candidate if it is among the best.
func (b *beam) offer(c candidate) {
	i := len(b.candidates)
	for i > 0 && b.candidates[i-1].score < c.score {
		i--
	}
	if i >= width {
		return
	}
	if len(b.candidates) < width {
		b.candidates = append(b.candidates, candidate{})
	}
	copy(b.candidates[i+1:], b.candidates[i:])
	b.candidates[i] = c
}

// advance makes the moves of the candidates, on copies where two go on from one
// hypothesis.
func (b *beam) advance(apply func(*hypothesis, candidate)) {
	last := b.candidates[0].score - outpace
	for len(b.candidates) > 1 && b.candidates[len(b.candidates)-1].score < last {
		b.candidates = b.candidates[:len(b.candidates)-1]
	}
	b.next = b.next[:0]
	for i, c := range b.candidates {
		h := c.from
		if b.wanted(h, i+1) {
			h = b.take()
			h.copyFrom(c.from)
		}
		b.next = append(b.next, h)
	}
	for _, h := range b.live {
		if !b.wanted(h, 0) {
			b.free = append(b.free, h)
		}
	}
	for i, c := range b.candidates {
		apply(b.next[i], c)
	}
	b.live, b.next = b.next, b.live
	b.candidates = b.candidates[:0]
}

// wanted reports whether a candidate from i on goes on from h.
func (b *beam) wanted(h *hypothesis, i int) bool {
	for _, c := range b.candidates[i:] {
		if c.from == h {
			return true
		}
	}
	return false
}

// best returns the likeliest hypothesis.
func (b *beam) best() *hypothesis {
	best := b.live[0]
	for _, h := range b.live {
		if h.score > best.score {
			best = h
		}
	}
	return best
}

// Parse fills arcs with the tree of a prepared sentence.
func (p *Parser) Parse(v *Sentence, arcs []Arc, w *Scratch) {
	w.prepare(p, len(v.Words))
	b := &w.beam
	for b.start(&w.nodes); !b.live[0].state.Done(); {
		for _, h := range b.live {
			p.offerMoves(v, h, w)
		}
		b.advance(func(h *hypothesis, c candidate) { p.apply(v, h, c, w) })
	}
	copy(arcs, b.best().arcs)
}

// offerMoves offers the moves that are not faint.
func (p *Parser) offerMoves(v *Sentence, h *hypothesis, w *Scratch) {
	legal := h.state.Legal()
	if len(legal) == 1 {
		w.beam.offer(candidate{h, legal[0], 1, h.score})
		return
	}
	odds := p.odds(v, &h.state, legal, w)
	for i, m := range legal {
		if sure := odds[i]; sure >= faint {
			w.beam.offer(candidate{h, m, sure, h.score + math.Log(float64(sure))})
		}
	}
}

// apply makes the move of a candidate.
func (p *Parser) apply(v *Sentence, h *hypothesis, c candidate, w *Scratch) {
	h.score = c.score
	if c.move == Shift {
		h.state.Push()
		return
	}
	head, d := h.state.Arc(c.move)
	arc := p.label(v, &h.state, c.move, w)
	h.score += arc.log
	h.state.replace(c.move, arc.head)
	if int(head) == len(v.Words) {
		head = none
	}
	h.arcs[d] = Arc{head, arc.rel, c.sure * arc.fits}
}
