package extract

import (
	"testing"

	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

func TestDeadThatTwoSidesGiveAreThoseOfOneFight(t *testing.T) {
	x := New(lexicon.Default())
	for _, c := range []struct {
		text  string
		fight bool
	}{
		{"Kabul says that it killed 31 soldiers, while Islamabad claims to have killed more than 150 fighters.", true},
		{"The army claims to have killed 150 rebels; the rebels say that they killed 31 soldiers.", true},
		{"Kabul says that it killed 31 soldiers and wounded 40.", false},
		{"Kabul says that it killed 31 soldiers, while Islamabad keeps silent.", false},
	} {
		e := x.readEvents(pageOf(x, c.text), &heard{})
		for i := range e.tellings {
			e.tellings[i].kind, e.tellings[i].keep = model.Attack, 1
		}
		e.exchanges()
		fights := 0
		for i := range e.tellings {
			fights += one(e.tellings[i].kind == model.Clash)
		}
		if (fights == 2) != c.fight || !c.fight && fights > 0 {
			t.Errorf("%q: %d tellings of a fight", c.text, fights)
		}
	}
}
