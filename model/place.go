package model

// Place is where something happened: an entry of the lexicon, or a name met in text.
type Place struct {
	ID      string // entry of the lexicon, "" for a name no lexicon knows
	Name    string
	Country string // ISO 3166-1 alpha-2, "" where unknown
	Kind    string // country, province, district, city, town, crossing, feature, region
	Lat     float64
	Lon     float64
	Within  []string // IDs of the places that hold it, nearest first
	Doubt   Doubt    // in a report: whether the event was there
}

// Doubt is how sure it is that a report means what is made of its words. A
// place in doubt excludes no other, and an unlikely one says nothing; unlikely
// days say no more than that it was before it was told.
type Doubt uint8

// The doubts, least first.
const (
	Sure     Doubt = iota // as far as words are
	Doubtful              // it may well be otherwise
	Unlikely              // it is the best guess there is
)

// Covers reports whether p is o or holds it: Afghanistan covers Kabul.
func (p Place) Covers(o Place) bool {
	if p.ID == "" || o.ID == "" {
		return p.Name == o.Name
	}
	if p.ID == o.ID {
		return true
	}
	for _, id := range o.Within {
		if id == p.ID {
			return true
		}
	}
	return false
}
