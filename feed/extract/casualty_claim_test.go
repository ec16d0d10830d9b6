package extract

import (
	"fmt"
	"strings"
	"testing"

	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// claimsIn reads a text that is all body and lists its figures, of two and
// more, with who gives each.
func claimsIn(x *Extractor, text string) string {
	doc := &model.Document{ID: "d", Passages: []model.Passage{{Start: 0, End: len(text)}}}
	p := x.wholePage(doc, text)
	e := x.readEvents(p, x.hear(p))
	var out []string
	for i := range e.sentences {
		for _, v := range e.victimsOf(i) {
			if v.min > 1 {
				out = append(out, fmt.Sprintf("%d by %s", v.min, e.claimedBy(i, &v)))
			}
		}
	}
	return strings.Join(out, "; ")
}

func TestWhoGivesAFigure(t *testing.T) {
	x := New(lexicon.Default())
	if x.models.casualties.claimant == nil {
		t.Skip("no weights of casualties are embedded")
	}
	for _, c := range []struct{ name, text, want string }{
		{"the text itself", "A mine went off on the road to the dam. Four shepherds were killed.", "4 by "},
		{"who says the statement", "Omar Sahil, the mayor, said that nine people had been killed by shells.", "9 by Omar Sahil"},
		{"behind the figure", "At least nine farmers were killed in the raid, according to local officials.", "9 by local officials"},
		{"a description", "Eleven soldiers died in the ambush, a senior police officer told reporters.", "11 by a senior police officer"},
		{"a pronoun", "“The market is gone,” said Omar Sahil, the mayor. He put the number of dead at 14.", "14 by Omar Sahil"},
		{"the media wing", "The army's media wing said that 12 soldiers had been killed in the attack.", "12 by Inter-Services Public Relations"},
		{"a title", "UNAMA: 42 civilians dead", "42 by UNAMA"},
		{"a number behind the source", "According to the district hospital four women died.", "4 by the district hospital"},
		{"a verb like a noun", "Islamabad speaks of 297 dead fighters.", "297 by Islamabad"},
		{"the head of a list", "Omar Sahil, the mayor, said:\n\n- 25 farmers killed near Dabar\n\n- 14 herders killed at Sum", "25 by Omar Sahil; 14 by Omar Sahil"},
		{"a part of a figure", "The mayor, Omar Sahil, said 56 civilians had been killed in the raids. Twenty-four of them were children.", "56 by Omar Sahil; 24 by Omar Sahil"},
		{"two who differ", "Kabul said that 40 people had been killed; Islamabad said that 15 militants had died.", "40 by Kabul; 15 by Islamabad"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := claimsIn(x, c.text); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

func TestWhoGivesAFigureByRule(t *testing.T) {
	got := claimsIn(ruled(), "Omar Sahil said that nine people had been killed. Four shepherds died on Monday.")
	if want := "9 by Omar Sahil; 4 by "; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A list is claimed by who is named at its head.
func TestClaimantsOfAList(t *testing.T) {
	text := "The rights office listed these:\n\n- nine men killed at the dam;\n- six women hurt in the market."
	x := ruled()
	doc := &model.Document{ID: "d", Passages: []model.Passage{{Start: 0, End: len(text)}}}
	p := x.wholePage(doc, text)
	e := x.readEvents(p, x.hear(p))
	for i := range e.sentences {
		for _, v := range e.victimsOf(i) {
			c := e.heard.claim(i, &v)
			found := false
			for _, k := range c.claimants() {
				found = found || k.how == byAhead && e.nameOf(&c, k) == "The rights office"
			}
			if !found {
				t.Errorf("nobody heads the list for %q", e.text[e.sentence(i).Start:e.sentence(i).End])
			}
		}
	}
}

func TestDescribedActor(t *testing.T) {
	x := New(lexicon.Default())
	for _, c := range []struct{ text, want string }{
		{"The army's media wing said that it was quiet.", "ispr"},
		{"The UN mission said that it was quiet.", "unama"},
		{"The army said that it was quiet.", ""},
		{"KARACHI: The army said that it was quiet.", "pk-army"},
		{"The North Kordofan government said that it was quiet.", ""},
	} {
		got := statementsIn(x, c.text)
		if len(got) != 1 || got[0].Speaker.ActorID != c.want {
			t.Errorf("%s: %+v, want %q", c.text, got, c.want)
		}
	}
}

// A family name that is also the name of a place is still that of a person.
func TestPersonNamedLikeAPlace(t *testing.T) {
	got := statementsIn(New(lexicon.Default()), "“This was a home,” said Mustaghfir Gurbaz, the governor's spokesman. He said that three of the dead were children.")
	if len(got) != 2 || got[1].Speaker.Name != "Mustaghfir Gurbaz" {
		t.Errorf("%s", show(got))
	}
}

// Numbers and days say nothing.
func TestNumbersAndDaysDoNotSpeak(t *testing.T) {
	for _, text := range []string{
		"Rebels killed at least 25 people in the village last Wednesday, a civil society leader said.",
		"The toll stood at 46, a civil society leader said.",
	} {
		for _, s := range statementsIn(New(lexicon.Default()), text) {
			if s.Speaker.Name != "a civil society leader" {
				t.Errorf("%s: %s", text, show([]model.Statement{s}))
			}
		}
	}
}
