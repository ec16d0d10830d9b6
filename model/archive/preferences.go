package archive

import "crisisdesk/model"

const screenFolder = "screen"

// Preferences reads how an officer has arranged the screen into v, which stays
// as it is where that is not known.
func (a *Archive) Preferences(o model.Officer, v any) error { return a.own(o, screenFolder, v) }

// SetPreferences replaces them by v, which is written as JSON.
func (a *Archive) SetPreferences(o model.Officer, v any) error { return a.setOwn(o, screenFolder, v) }
