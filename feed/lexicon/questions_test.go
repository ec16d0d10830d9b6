package lexicon

import (
	"strings"
	"testing"
)

func TestBearings(t *testing.T) {
	l := Default()
	for _, tt := range []struct{ text, topic, lean string }{
		{"Officials waved away talk of regime change in Kabul", "regime-change", ""},
		{"Islamabad has no interest in toppling the Taliban regime", "regime-change", "no"},
		{"Torkham will not reopen until further notice , the gate remains closed", "border-reopening", "no"},
		{"The ceasefire is holding", "ceasefire", "yes"},
		{"Kabul denies that anybody may use Afghan soil against a neighbour", "militant-sanctuary", "no"},
		{"He said India was pulling the strings of proxies", "india-proxies", "yes"},
		{"Noor Wali Mehsud may have been killed in the strike", "ttp-chief-fate", "yes"},
		{"The death toll could not be verified", "casualties", ""},
		{"The weather was fine in Lahore", "", ""},
	} {
		lean := map[string]string{"": ""}
		for _, b := range l.Bearings(l.Fold(strings.Fields(tt.text))) {
			switch {
			case b.Supports > b.Opposes:
				lean[b.Question.Topic] = "yes"
			case b.Opposes > b.Supports:
				lean[b.Question.Topic] = "no"
			default:
				lean[b.Question.Topic] = ""
			}
		}
		got, ok := lean[tt.topic]
		if !ok || tt.topic == "" && len(lean) > 1 || tt.lean != "" && got != tt.lean {
			t.Errorf("%q: bears on %v, want %s leaning %q", tt.text, lean, tt.topic, tt.lean)
		}
	}
}

func TestPartsMayComeInAnyOrder(t *testing.T) {
	l, err := Load(General(), desk("[[question]]\nid = \"dam\"\ntext = \"Will it be built?\"\nabout = [\"dam|barrage + build + river\"]"))
	if err != nil {
		t.Fatal(err)
	}
	bears := func(text string) bool {
		for _, b := range l.Bearings(l.Fold(strings.Fields(text))) {
			if b.Question.ID == "dam" && b.Weight == 3 {
				return true
			}
		}
		return false
	}
	if !bears("On the river they are building two barrages") || bears("They are building dams") {
		t.Error("all three parts have to occur, in any order and form")
	}
}
