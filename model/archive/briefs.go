package archive

import (
	"time"

	"crisisdesk/model"
)

const briefFolder = "brief"

// LastBrief says when an officer last made a brief; the zero time where that is
// not known.
func (a *Archive) LastBrief(o model.Officer) (time.Time, error) {
	var at time.Time
	err := a.own(o, briefFolder, &at)
	return at, err
}

// SetLastBrief replaces it.
func (a *Archive) SetLastBrief(o model.Officer, at time.Time) error {
	return a.setOwn(o, briefFolder, at)
}
