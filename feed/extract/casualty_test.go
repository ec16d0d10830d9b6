package extract

import (
	"testing"

	"crisisdesk/feed/lexicon"
)

func TestWhatAFigureCounts(t *testing.T) {
	x := New(lexicon.Default())
	for _, c := range []struct{ text, who string }{
		{"The blast killed 12 Pakistani soldiers near the gate.", "Pakistani soldiers"},
		{"Five of the raiders were shot.", "raiders"},
		{"They put to death 10 of 214 men.", "men"},
		{"The governor put it at 2,000 within two days.", "people"},
		{"In all, 40 died.", "people"},
	} {
		e := x.readEvents(pageOf(x, c.text), &heard{})
		if got := e.victimsOf(0); len(got) == 0 || got[0].who != c.who {
			t.Errorf("%s\n got %+v, want %q", c.text, got, c.who)
		}
	}
}

func TestAnArmyIsNoVictim(t *testing.T) {
	x := New(lexicon.Default())
	e := x.readEvents(pageOf(x, "In Mali the army killed 14 traders."), &heard{})
	if got := e.victimsOf(0); len(got) != 1 || got[0].min != 14 {
		t.Errorf("%+v, want the traders and no more", got)
	}
}
