package export

import "crisisdesk/model"

// unrated is the letter of a source that nobody has judged.
const unrated = "F"

// letter is the Admiralty letter of a source as officers gave it, F where none did.
func letter(s *model.Snapshot, key string) string {
	if e := s.Work.Last(model.RateOutlet, model.OutletItem(key)); e != nil {
		return e.Value
	}
	return unrated
}

// documentLetter is the letter of the outlet of a document.
func documentLetter(s *model.Snapshot, d *model.Document) string {
	return letter(s, model.OriginIn(d, model.Origin{}).Key)
}
