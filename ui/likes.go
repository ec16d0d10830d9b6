package ui

import tea "charm.land/bubbletea/v2"

// Preferences are how an officer has arranged the screen. They are kept from
// one run to the next, and cheap to lose.
type Preferences struct {
	Sizes     Sizes         `json:"sizes,omitzero"`
	ByArrival bool          `json:"by_arrival,omitempty"`
	Filters   []SavedFilter `json:"filters,omitempty"` // by name
}

// SavedFilter is a filter that an officer gave a name.
type SavedFilter struct {
	Name  string `json:"name"`
	Query string `json:"query"` // as it is typed
}

// saveLikes keeps the preferences, in the background; saved says that it did.
func (a *app) saveLikes(saved string) tea.Cmd {
	if a.Desk == nil || a.Desk.SavePreferences == nil {
		a.notice = saved + ", until you quit: there is no desk folder"
		return nil
	}
	save, likes := a.Desk.SavePreferences, a.likes
	return func() tea.Msg {
		if err := save(likes); err != nil {
			return saidMsg("NOT kept: " + err.Error())
		}
		return saidMsg(saved)
	}
}

// saidMsg is a notice of what was done in the background.
type saidMsg string
