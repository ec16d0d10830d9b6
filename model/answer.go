package model

import (
	"cmp"
	"slices"
	"strings"
)

// answers are the dead of whom parties tell in the paragraph in which another
// gives the toll of r, and without a number: "the strikes had killed
// civilians" after "about 70 terrorists had been killed". They count where the
// two call the dead fighters and civilians: the same dead, or there would be
// no answer.
func (k *kept) answers(r *Report) []Casualty {
	var out []Casualty
	counts := map[string]bool{} // the sides that give a number
	for _, c := range r.Casualties {
		counts[claimantOf(c.ClaimedBy, r.Actors)] = true
	}
	for _, c := range r.Casualties {
		is := classOf(c.Who)
		if c.ClaimedBy == "" || c.Outcome != Killed || is != civilians && is != fighters {
			continue
		}
		i := slices.IndexFunc(k.document.Passages, func(p Passage) bool { return p.Start <= c.Evidence.Start && c.Evidence.Start < p.End })
		if i < 0 {
			continue
		}
		for n := range k.said {
			s := k.said[n].Statement()
			side := cmp.Or(sideNamed(s.Speaker.Name, r.Actors), s.Speaker.Side, fold(s.Speaker.Name))
			if a, ok := answer(s, is); ok && !counts[side] && within(s.Evidence, k.document.Passages[i]) {
				out = append(out, a)
			}
		}
	}
	return out
}

func within(spans []Span, p Passage) bool {
	return len(spans) > 0 && p.Start <= spans[0].Start && spans[0].Start < p.End
}

// deathWords say in a statement that people died.
var deathWords = map[string]bool{
	"killed": true, "kill": true, "killing": true, "dead": true, "died": true, "deaths": true, "martyred": true, "martyrs": true, "slain": true,
}

// answer is what a party says of dead that another calls is.
func answer(s *Statement, is class) (Casualty, bool) {
	if s.Speaker.Side == "" && s.Speaker.ActorID == "" {
		return Casualty{}, false
	}
	died, who := false, ""
	for word := range strings.FieldsFuncSeq(fold(s.Text), func(r rune) bool { return strings.ContainsRune(" ,.;:'\"“”‘’()\n\t", r) }) {
		died = died || deathWords[word]
		if c := peopleWords[word]; who == "" && c != is && (c == civilians || c == fighters) {
			who = word
		}
	}
	if !died || who == "" {
		return Casualty{}, false
	}
	return Casualty{Who: who, Outcome: Killed, Max: NoLimit, ClaimedBy: s.Speaker.Name, Evidence: s.Evidence[0]}, true
}
