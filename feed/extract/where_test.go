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
	} {
		e := x.readEvents(pageOf(x, c.text), &heard{})
		var got []string
		e.placesOf(&telling{}, 0, func(_ *telling, sentence int, n *naming) { got = append(got, e.nameText(sentence, n)) })
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q, want %q", c.text, got, c.want)
		}
	}
}
