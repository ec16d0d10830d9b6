package extract

import (
	"crisisdesk/feed/dense"
	"crisisdesk/feed/language/vectors"
	"crisisdesk/model"
)

// The words whose vectors, averaged, the network sees of a naming beside a
// telling: the telling, the naming, what stands between them, and their heads
// in the tree.
const (
	slotTelling = iota
	slotNaming
	slotBetween
	slotTellingHead
	slotNamingHead
	roleSlots
)

// rolePrepositions are those that the network is told of.
var rolePrepositions = [...]string{"by", "on", "against", "in", "of", "with", "between", "from", "to", "at", "for", "after", "and"}

const roleFlags = 20 + len(rolePrepositions)

const roleInputs = roleSlots*vectors.Dim + len(kindNames) + roleFlags

// roleSense writes what the network is to see of a naming beside a telling
// into x, which must hold roleInputs zeros.
func (e *events) roleSense(t *telling, sentence int, n *naming, kind model.Kind, x []float32) {
	slot := func(k int) *blend { return &blend{sum: x[k*vectors.Dim:][:vectors.Dim]} }
	s, told := e.sentence(sentence), e.sentence(t.sentence)
	at, verb := headToken(s, n.start, n.end), headToken(told, t.start, t.end)
	slot(slotTelling).add(&told.Tokens[verb])
	slot(slotNaming).all(s.Tokens[n.start:n.end], nil)
	if h := told.Tokens[verb].Head; h >= 0 {
		slot(slotTellingHead).add(&told.Tokens[h])
	}
	if h := s.Tokens[at].Head; h >= 0 {
		slot(slotNamingHead).add(&s.Tokens[h])
	}
	rest := x[roleSlots*vectors.Dim:]
	rest[kindIndex[kind]] = 1
	f := rest[len(kindNames):]
	f[0] = bit(n.actor != "")
	f[1] = bit(n.place != "")
	f[2] = bit(n.people != "")
	f[3] = bit(n.proper)
	f[4] = bit(sentence != t.sentence)
	f[5] = bit(t.verb)
	f[6] = bit(e.dateline(sentence, n))
	if sentence != t.sentence {
		return
	}
	from, to := n.end, t.start
	if n.start >= t.end {
		from, to = t.end, n.start
	}
	if from < to {
		slot(slotBetween).all(s.Tokens[from:to], nil)
	}
	f[7] = bit(n.end <= t.start)
	f[8] = bit(n.start >= t.end)
	f[9] = bit(to-from <= 1)
	f[10] = bit(to-from <= 5)
	f[11] = bit(to-from <= 12)
	f[12] = bit(t.verb && passive(s, t))
	f[13] = bit(s.Tokens[at].Head == verb)
	f[14] = bit(s.Tokens[at].Rel == "nsubj")
	f[15] = bit(s.Tokens[at].Rel == "nsubj:pass")
	f[16] = bit(s.Tokens[at].Rel == "obj")
	f[17] = bit(s.Tokens[at].Rel == "obl" || s.Tokens[at].Rel == "nmod")
	f[18] = bit(s.Tokens[at].Rel == "nmod:poss" || s.Tokens[at].Rel == "amod")
	f[19] = bit(e.order(sentence, n) == 0)
	prep := e.preposition(s, n)
	for i, w := range rolePrepositions {
		f[20+i] = bit(prep == w)
	}
}

// roleShare is how much the network has to say on a role, beside the linear model.
const roleShare = 0.6

// weighRole mixes what the network makes of a naming into the probabilities of its roles.
func (e *events) weighRole(t *telling, sentence int, n *naming, kind model.Kind, p *[3]float32) {
	var x [roleInputs]float32
	var q [3]float32
	e.roleSense(t, sentence, n, kind, x[:])
	e.x.models.incidents.roleSense.Probabilities(x[:], q[:])
	blendInto(p[:], q[:], roleShare)
}

var roleSenseOptions = dense.Options{Hidden: 64, Epochs: 15, Rate: 0.001, Decay: 0.01, Dropout: 0.5, Group: vectors.Dim, Seed: 29}
