package model

// Standing is a question that the desk asks before any document does.
type Standing struct {
	Topic   string
	Text    string
	Parent  string   // topic of the broader question, "" for none
	Sleeps  int      // days without a new origin after which it is dormant, 0 for dormantAfter
	Parties []string // sides that the answer concerns; none: whoever speaks for a side
	Accused []string // those of them whom a yes would hurt
	Waits   bool     // it is on the board only once evidence bears on it
}

// dormantAfter is for how many days a question stays awake without a new
// origin where nobody says otherwise.
const dormantAfter = 21
