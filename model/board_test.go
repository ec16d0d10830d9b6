package model

import "testing"

func TestSmoke(t *testing.T) {
	b := NewBoard([]Standing{{"x", "X?"}})
	d := &Document{ID: "d1", Path: "a.txt", Published: Published{When: OnDay(NewDay(2025, 10, 10))}}
	r := Report{ID: "r", Document: "d1", Kind: Airstrike, When: OnDay(NewDay(2025, 10, 9))}
	s := b.Apply([]Update{{Path: "a.txt", Facts: &Facts{Document: d, Reports: []Report{r}, Statements: []Statement{{ID: "s"}}, Evidence: []Evidence{{Topic: "x"}}}}}, Progress{})
	if len(s.Incidents) != 1 || len(s.Statements) != 1 || len(s.Questions) != 1 || s.Statement("s") == nil {
		t.Fatal(s)
	}
	s = b.Apply([]Update{{Path: "a.txt", Removed: true}}, Progress{})
	if len(s.Incidents) != 0 || len(s.Documents) != 0 {
		t.Fatal(s)
	}
}
