package extract

import (
	"crisisdesk/feed/dense"
	"crisisdesk/feed/language/vectors"
	"crisisdesk/model"
)

// placeFlags are yes-or-no facts about the name of a place, beside those of
// any naming: the sort of place, how far before the telling it stands, and
// whether a better one is named.
const placeFlags = 16

const placeInputs = roleInputs + placeFlags

// placeSorts are the sorts of places that the network is told of.
var placeSorts = [...]string{"country", "province", "district", "city", "town", "crossing", "tehsil"}

// placeSense writes what the network is to see of the name of a place beside a
// telling into x, which must hold placeInputs zeros.
func (e *events) placeSense(t *telling, sentence int, n *naming, kind model.Kind, x []float32) {
	e.roleSense(t, sentence, n, kind, x[:roleInputs])
	f := x[roleInputs:]
	p, known := e.x.lex.Place(e.placeID(n))
	for i, sort := range placeSorts {
		f[i] = bit(known && p.Kind == sort)
	}
	gap := t.sentence - sentence
	f[7] = bit(gap == 1)
	f[8] = bit(gap > 1 && gap <= placesBefore)
	f[9] = bit(gap > placesBefore)
	f[10] = bit(e.located(sentence, n))
	f[11] = bit(e.hasPlace(t.sentence))
	f[12] = bit(e.dateline(sentence, n) && e.hasPlace(sentence))
	f[13] = bit(!known)
	f[14] = bit(n.actor != "" && e.located(sentence, n))
	f[15] = bit(gap == 0 && !e.dateline(sentence, n))
}

// placeShare is how much the network has to say on a place, beside the linear model.
const placeShare = 0.6

var placeSenseOptions = dense.Options{Hidden: 64, Epochs: 15, Rate: 0.001, Decay: 0.01, Dropout: 0.5, Group: vectors.Dim, Seed: 31}
