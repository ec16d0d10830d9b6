package extract

import (
	"slices"
	"strings"
	"testing"

	"crisisdesk/feed/lexicon"
)

func TestWhoseANounIs(t *testing.T) {
	x := &Extractor{lex: lexicon.Default(), lang: New(lexicon.Default()).lang, models: untrained()}
	for _, c := range []struct {
		name, text, noun string
		want             string // entry of the lexicon, "" where the noun is no name
	}{
		{"by the places of the page", "A bomb went off in Quetta. Four men were killed, the army said.", "army", "pk-army"},
		{"by the nearest names", "Kabul protested. In Pakistan, the foreign ministry said that it had heard nothing.", "foreign ministry", "pk-foreign-ministry"},
		{"by the dateline", "NEW DELHI: The defence minister is to visit the base.", "defence minister", "in-defence-minister"},
		{"by whom it describes", "Pakistan heard it. Amir Khan Muttaqi, the foreign minister, said no.", "foreign minister", "af-foreign-minister"},
		{"the only one that has it", "The UN mission counted them.", "UN mission", "unama"},
		{"beside its side", "Pakistan said so. The army of Afghanistan denied it.", "army", "af-army"},
		{"not where its side is far", "In Kandahar, in Zabul and in Kabul the army was at rest.", "army", ""},
		{"of a country that no lexicon has an army for", "Bamako was quiet. In Mali the army said that the convoy, from Senegal, was safe.", "army", ""},
		{"of no country at all", "The army said so.", "army", ""},
		{"the title of a stranger", "In Islamabad, Interior Minister Omar Sahil said no.", "Interior Minister", ""},
		{"the title of somebody known", "In Islamabad, Defence Minister Khawaja Asif said no.", "Defence Minister", ""},
		{"a lesser one", "In Quetta the provincial government was silent.", "government", ""},
		{"not that of whom it deals with", "PORT SUDAN: Sudan waited. Port Sudan was quiet. The foreign ministry accused the United Arab Emirates.", "foreign ministry", ""},
		{"any", "In Pakistan no government had dared it.", "government", ""},
		{"what it describes has the article", "In Quetta a government building was hit.", "government", "pk-government"},
		{"an hour", "Islamabad, 1:12 PM", "PM", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := pageOf(x, c.text)
			got := ""
			for i := range p.marks {
				for _, f := range p.marks[i].names {
					ts := p.sentences[i].Tokens
					if words := c.text[ts[f.Start].Start:ts[f.End-1].End]; strings.Contains(words, c.noun) {
						got = f.Entries[0].ID
					}
				}
			}
			if got != c.want {
				t.Errorf("%s\n %q is %q, want %q", c.text, c.noun, got, c.want)
			}
		})
	}
}

func TestNounsOfNobodyKnownAreParties(t *testing.T) {
	x := New(lexicon.Default())
	for _, c := range []struct{ text, party, kind string }{
		{"In Mali the army bombed a market.", "army", "military"},
		{"In Mali the Rapid Support Forces were seen.", "Rapid Support Forces", ""},
		{"In Islamabad, Interior Minister Omar Sahil said no.", "Omar Sahil", ""},
	} {
		p := pageOf(x, c.text)
		var found []string
		for _, n := range p.namings(0) {
			if n.actor == "" && n.place == "" && n.people == c.kind {
				found = append(found, p.nameText(0, &n))
			}
		}
		if !slices.Equal(found, []string{c.party}) {
			t.Errorf("%s\n got %q, want %q of kind %q", c.text, found, c.party, c.kind)
		}
	}
}
