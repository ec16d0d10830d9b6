package model

import (
	"cmp"
	"strings"
)

// sideOf is what an actor is compared by: the side it acts for, else itself.
func sideOf(a Actor) string {
	if id := cmp.Or(a.Side, a.ID); id != "" {
		return id
	}
	return fold(a.Name)
}

// sideNamed is the side of the actor whose name stands in the text, at the
// start of a word: "Pakistani soldiers" names Pakistan. It is "" where none does.
func sideNamed(text string, actors []Actor) string {
	if text == "" {
		return ""
	}
	padded := " " + fold(text)
	for _, a := range actors {
		if a.Name != "" && strings.Contains(padded, " "+fold(a.Name)) {
			return sideOf(a)
		}
	}
	return ""
}

// sideAmong is the side whose people c counts: that which the text gives, else
// that of the actor that the words for them name.
func (c Casualty) sideAmong(actors []Actor) string { return cmp.Or(c.Side, sideNamed(c.Who, actors)) }

// claimantOf is what somebody who claims something is compared by: the side of
// the actor named, else the name.
func claimantOf(by string, actors []Actor) string {
	if side := sideNamed(by, actors); side != "" {
		return side
	}
	return fold(by)
}
