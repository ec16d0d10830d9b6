package model

import (
	"fmt"
	"testing"
)

func TestQuery(t *testing.T) {
	told := in("a", "Courier", 20).
		event(Airstrike, october(9), "Kabul", "Pakistan>", ">Taliban").
		event(Ceasefire, october(19), "Doha", "Pakistan", "Taliban").
		bears("dam", Explicit, Raises, "", "Will Kabul dam the Kunar?")
	told.facts.Statements = []Statement{
		{ID: "1", Speaker: Speaker{Name: "Khawaja Asif", Side: "pakistan"}, Act: Warn, Text: "There will be open war.", When: october(18)},
		{ID: "2", Speaker: Speaker{Name: "a diplomat"}, Act: Comment, Text: "The truce is fragile.", When: october(20)},
	}
	s := boardOf(told)
	for _, c := range []struct {
		words                            string
		incidents, statements, questions int
	}{
		{"", 2, 2, 2},
		{"kabul", 1, 0, 2},
		{"KABUL strike", 1, 0, 0},
		{"doha", 1, 0, 0},
		{"pakistan", 2, 1, 1},
		{"war", 0, 1, 0},
		{"warn open", 0, 1, 0},
		{"raised", 0, 0, 2},
		{"ile", 0, 0, 0}, // words are found by their beginning
	} {
		q := NewQuery(c.words)
		got := fmt.Sprint(len(q.Incidents(s)), len(q.Statements(s)), len(q.Questions(s)))
		if want := fmt.Sprint(c.incidents, c.statements, c.questions); got != want {
			t.Errorf("%q: %s incidents, statements and questions, want %s", c.words, got, want)
		}
	}
	if newest := NewQuery("").Statements(s)[0]; newest.ID != "2" {
		t.Errorf("statement %s comes first, want the newest", newest.ID)
	}
}
