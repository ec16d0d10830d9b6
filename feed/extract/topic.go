package extract

import "crisisdesk/feed/lexicon"

// otherTopic gathers what no question of the lexicon covers.
const otherTopic = "other"

// topic is the question of the lexicon that sentence i bears on most, nil
// where it bears on none: by its own words, else by those of the sentence
// before it, which a bare "That could not be checked" points back to.
func (x *Extractor) topic(p *page, i int) *lexicon.Bearing {
	for j := i; j >= max(0, i-1); j-- {
		if b := heaviest(x.lex.Bearings(p.marks[j].text)); b != nil {
			return b
		}
	}
	return nil
}

// heaviest is the bearing whose pattern has the most parts, the first of
// equals; nil for none.
func heaviest(bearings []lexicon.Bearing) *lexicon.Bearing {
	var best *lexicon.Bearing
	for i := range bearings {
		if best == nil || bearings[i].Weight > best.Weight {
			best = &bearings[i]
		}
	}
	return best
}
