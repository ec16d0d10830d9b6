package extract

import (
	"slices"
	"testing"

	"crisisdesk/feed/lexicon"
)

func TestNamesThatMayBePlaces(t *testing.T) {
	x := New(lexicon.Default())
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Shells fell on Afghan soil near Torkham.", []string{"Afghan", "Torkham"}},
		{"Patients were shot at the Saudi Maternity Hospital in Tawila.", []string{"Tawila"}},
		{"According to Al-Noor, seven fell.", nil},
		{"They took the town of Bara from the Rapid Support Forces.", []string{"Bara"}},
	} {
		e := x.readEvents(pageOf(x, c.text), &heard{})
		var got []string
		e.placesOf(&telling{}, 0, func(_ *telling, sentence int, n *naming) { got = append(got, e.nameText(sentence, n)) })
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestATitleBeforeANameIsNoPartyOfItsOwn(t *testing.T) {
	x := New(lexicon.Default())
	e := x.readEvents(pageOf(x, "Afghan Commerce Minister Nooruddin Azizi left Delhi on Tuesday."), &heard{})
	var got []string
	for k := range e.names[0] {
		got = append(got, e.nameText(0, &e.names[0][k]))
	}
	if want := []string{"Nooruddin Azizi", "Delhi"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
