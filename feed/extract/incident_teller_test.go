package extract

import (
	"testing"

	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// What is told happened on the day that is said of it; the day on which
// somebody told it holds where no other is said, and tells nothing of whether
// two words tell of one event.
func TestTheDayOfTheTellingIsNotThatOfWhatIsTold(t *testing.T) {
	x := New(lexicon.Default())
	for _, c := range []struct {
		text, word, day string
		own             bool
	}{
		{"The ministry said on Sunday that it had killed five people.", "kill", "2025-10-12", false},
		{"The ministry said on Sunday that it had killed five people late on Friday.", "kill", "2025-10-10", true},
		{"Five people were killed on Friday, the ministry said on Sunday.", "kill", "2025-10-10", true},
		{"Five people were killed on Friday.", "kill", "2025-10-10", true},
	} {
		p := pageOf(x, c.text)
		p.doc.Published.When = model.OnDay(model.NewDay(2025, 10, 14))
		e := x.readEvents(p, x.hear(p))
		found := false
		for i := range e.tellings {
			if a := &e.tellings[i]; a.lemma == c.word {
				found = true
				if got := a.said.From.String(); got != c.day || a.ownDate() != c.own {
					t.Errorf("%q: on %s, its own: %v; want %s, %v", c.text, got, a.ownDate(), c.day, c.own)
				}
			}
		}
		if !found {
			t.Errorf("%q: nothing tells of %q", c.text, c.word)
		}
	}
}

func TestACountIsOfTheEventThatThePageTells(t *testing.T) {
	x := New(lexicon.Default())
	const attack = "Gunmen attacked a checkpoint on the road to Bannu on Saturday. "
	for _, c := range []struct {
		text  string
		count bool
	}{
		{attack + "On Monday the governor said that 12 officers were killed.", true},
		{attack + "Twelve officers died.", true},
		{attack + "On Monday 12 officers were killed.", false},        // on another day
		{attack + "The governor said that officers had died.", false}, // how many nobody says
	} {
		p := pageOf(x, c.text)
		p.doc.Published.When = model.OnDay(model.NewDay(2025, 10, 14))
		e := x.readEvents(p, x.hear(p))
		var first, second []int
		for i := range e.tellings {
			e.tellings[i].family = model.Violent
			if e.tellings[i].sentence == 0 {
				first = append(first, i)
			} else {
				second = append(second, i)
			}
		}
		if got := e.reckoning(first, second); got != c.count {
			t.Errorf("%q: a count is %v, want %v", c.text, got, c.count)
		}
	}
}
