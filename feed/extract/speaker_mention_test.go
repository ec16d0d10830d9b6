package extract

import (
	"slices"
	"strings"
	"testing"

	"crisisdesk/feed/lexicon"
)

func TestPhrasesThatMayNameSomebody(t *testing.T) {
	x := New(lexicon.Default())
	for _, c := range []struct{ name, text, want string }{
		{"a title says who counts", "UNAMA: 42 civilians dead", "UNAMA, 42 civilians"},
		{"what says it belongs to a name", "TTP statement: 15 soldiers lost", "TTP, TTP statement, 15 soldiers"},
		{"a dateline names nobody", "PESHAWAR: Two policemen died.", "Two policemen"},
		{"so one of the capital", "KABUL: Two policemen died.", "Two policemen"},
		{"a number opens a phrase", "According to the district hospital four women died.", "the district hospital, four women"},
		{"a place behind a date", "15 Oct. Spin Boldak: two farmers die.", "15 Oct., Spin Boldak, two farmers"},
		{"a name is whole", "The United Nations mission counted 75 civilians.", "The United Nations mission, 75 civilians"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := discourseOf(x, c.text)
			var got []string
			for k := range d.mentions {
				got = append(got, d.textOf(d.mentions[k].stretch))
			}
			if !slices.Equal(got, strings.Split(c.want, ", ")) {
				t.Errorf("%s\n got %q\nwant %s", c.text, got, c.want)
			}
		})
	}
}

// An acronym that the page spells out is no other body's of the lexicon.
func TestAnAcronymIsWhatThePageSpellsOut(t *testing.T) {
	d := discourseOf(New(lexicon.Default()), "The Border Trade Council met. The UN left. The Rapid Support Forces denied it. The RSF called it an invention.")
	for _, e := range d.entities {
		if e.name == "RSF" {
			t.Errorf("RSF stands alone: %+v", e)
		}
	}
}
