package extract

import (
	"testing"

	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

func TestFiguresFollowTheAnnotationGuide(t *testing.T) {
	const open = model.NoLimit
	for _, c := range []struct {
		text     string
		min, max int
	}{
		{"23 soldiers died", 23, 23},
		{"Twenty-three soldiers died", 23, 23},
		{"more than 200 militants", 200, open},
		{"over 200 militants", 200, open},
		{"at least 17 people", 17, open},
		{"about 70 fighters", 70, 70},
		{"15-20 people", 15, 20},
		{"between 60 and 70 fighters", 60, 70},
		{"dozens were hurt", 24, open},
		{"more than a dozen others", 12, open},
		{"hundreds died", 200, open},
		{"several hundred families", 200, open},
		{"115,000 people uprooted", 115000, 115000},
		{"11.6 million children", 11600000, 11600000},
		{"more than three hundred fighters", 300, open},
		{"three hundred and thirty-one fighters", 331, 331},
		{"107 people or more", 107, open},
		{"15 or 16 of his comrades", 15, 16},
		{"as many as 19 gunmen", 19, 19},
		{"a hundred and fifty soldiers", 150, 150},
		{"a hundred soldiers", 100, 100},
	} {
		s := sentencesOf(t, c.text)
		got := figures(&s[0], moments(&s[0]))
		if len(got) != 1 || got[0].min != c.min || got[0].max != c.max {
			t.Errorf("%q: %+v, want %d to %d", c.text, got, c.min, c.max)
		}
	}
}

func TestNumbersThatCountNobody(t *testing.T) {
	for _, text := range []string{
		"A man blew himself up at the entrance a little after ten, police said.",
		"They reached the market at about ten on Friday night.",
		"The shooting began at four in the morning.",
		"Nobody was let in until 9.",
		"A girl of nine died.",
		"None of them was below the age of fifteen.",
		"Children aged between five and seven were playing there.",
		"The botanist, Laleh Parvizi, 63, was arrested in Kerman.",
		"7. Advice.",
		"(3) The claim was false.",
	} {
		s := sentencesOf(t, text)
		if got := figures(&s[0], moments(&s[0])); len(got) != 0 {
			t.Errorf("%q: %+v, want none", text, got)
		}
	}
}

func TestNumberOfANameCountsNobody(t *testing.T) {
	x := New(lexicon.Default())
	e := x.readEvents(pageOf(x, "A bomb at a wedding killed seven people, Rescue 1122 said."), &heard{})
	if got := e.figures[0]; len(got) != 1 || got[0].min != 7 {
		t.Errorf("%+v, want seven and no more", got)
	}
}
