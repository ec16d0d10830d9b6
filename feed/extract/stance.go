package extract

import (
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// stanceByRule reads the leaning of a sentence off its form and off the words
// that the lexicon gives for the question.
func stanceByRule(form model.Form, b *lexicon.Bearing) model.Stance {
	switch {
	case form == model.Explicit:
		return model.Raises
	case b != nil && b.Supports > b.Opposes:
		return model.Supports
	case b != nil && b.Opposes > b.Supports, form == model.DisputedFor:
		return model.Opposes
	case form == model.Rumour, form == model.Argument, form == model.Forecast:
		return model.Supports
	}
	return model.Raises
}
