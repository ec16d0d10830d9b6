package model

import "testing"

func TestLifeOfAQuestion(t *testing.T) {
	const topic = "regime-change"
	says := func(path string, published int, form Form, stance Stance, source string) *story {
		return in(path, path, published).bears(topic, form, stance, source, "words")
	}
	for _, c := range []struct {
		name         string
		stories      []*story
		state        State
		for_, contra int
	}{
		{"nobody has spoken", nil, Raised, 0, 0},
		{"talk alone", []*story{says("a", 10, Rumour, Supports, ""), says("b", 11, Rumour, Supports, "")}, Raised, 2, 0},
		{"one source echoed", []*story{says("a", 10, Unconfirmed, Supports, "magazine"), says("b", 11, Unconfirmed, Supports, "magazine")}, Raised, 1, 0},
		{"two sources that say they know", []*story{says("a", 10, Unconfirmed, Supports, ""), says("b", 11, Unconfirmed, Supports, "")}, Corroborated, 2, 0},
		{"for and against", []*story{says("a", 10, Rumour, Supports, ""), says("b", 11, DisputedFor, Opposes, "")}, Contested, 1, 1},
		{"only denied", []*story{says("a", 10, DisputedFor, Opposes, "")}, DeniedState, 0, 1},
		{"three weeks without a new origin", []*story{says("a", 1, Rumour, Supports, "magazine"), says("b", 23, Rumour, Supports, "magazine")}, Dormant, 1, 0},
		{"a new origin wakes it", []*story{says("a", 1, Rumour, Supports, ""), says("b", 23, Rumour, Raises, "")}, Raised, 1, 0},
		{"undated evidence does not sleep", []*story{says("a", 0, Rumour, Supports, ""), in("b", "b", 30)}, Raised, 1, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			q := boardOf(c.stories...).Question(topic)
			if q == nil {
				t.Fatal("the standing question is not on the board")
			}
			if q.State != c.state || q.For != c.for_ || q.Against != c.contra {
				t.Errorf("%s, %d for and %d against; want %s, %d and %d", q.State, q.For, q.Against, c.state, c.for_, c.contra)
			}
		})
	}
}

func TestQuestionsThatEvidenceOpens(t *testing.T) {
	s := boardOf(
		in("a", "Courier", 10).bears("dam", Rumour, Supports, "", "Officials in Kabul are said to plan a dam on the Kunar."),
		in("b", "Wire", 12).bears("dam", Explicit, Raises, "", "Will Kabul dam the Kunar?"),
		in("c", "Herald", 12).bears("truce", Forecast, Opposes, "", "The truce may not last."),
	)
	want := []struct{ id, text string }{
		{"regime-change", standing[0].Text},
		{"dam", "Will Kabul dam the Kunar?"},
		{"truce", "The truce may not last."},
	}
	if len(s.Questions) != len(want) {
		t.Fatalf("%d questions, want %d", len(s.Questions), len(want))
	}
	for i, w := range want {
		if q := s.Questions[i]; string(q.ID) != w.id || q.Text != w.text {
			t.Errorf("question %d: %s %q, want %s %q", i, q.ID, q.Text, w.id, w.text)
		}
	}
}
