package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestLifeOfAQuestion(t *testing.T) {
	const topic = "regime-change"
	tells := func(path string, published int, form Form, stance Stance, source string) *story {
		return in(path, path, published).bears(topic, form, stance, source, "words")
	}
	for _, c := range []struct {
		name         string
		stories      []*story
		state        State
		for_, contra int
	}{
		{"nobody has spoken", nil, Raised, 0, 0},
		{"talk alone", []*story{tells("a", 10, Rumour, Supports, ""), tells("b", 11, Rumour, Supports, "")}, Raised, 2, 0},
		{"one source echoed", []*story{tells("a", 10, Unconfirmed, Supports, "magazine"), tells("b", 11, Unconfirmed, Supports, "magazine")}, Raised, 1, 0},
		{"two sources that say they know", []*story{tells("a", 10, Unconfirmed, Supports, ""), tells("b", 11, Unconfirmed, Supports, "")}, Corroborated, 2, 0},
		{"for and against", []*story{tells("a", 10, Rumour, Supports, ""), tells("b", 11, DisputedFor, Opposes, "")}, Contested, 1, 1},
		{"only denied", []*story{tells("a", 10, DisputedFor, Opposes, "")}, DeniedState, 0, 1},
		{"three weeks without a new origin", []*story{tells("a", 1, Rumour, Supports, "magazine"), tells("b", 23, Rumour, Supports, "magazine")}, Dormant, 1, 0},
		{"a new origin wakes it", []*story{tells("a", 1, Rumour, Supports, ""), tells("b", 23, Rumour, Raises, "")}, Raised, 1, 0},
		{"undated evidence does not sleep", []*story{tells("a", 0, Rumour, Supports, ""), in("b", "b", 30)}, Raised, 1, 0},
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
	if s.Questions.Len() != len(want) {
		t.Fatalf("%d questions, want %d", s.Questions.Len(), len(want))
	}
	for i, w := range want {
		if q := s.Questions.At(i); string(q.ID) != w.id || q.Text != w.text {
			t.Errorf("question %d: %s %q, want %s %q", i, q.ID, q.Text, w.id, w.text)
		}
	}
}

// leans is the story of a document of one outlet that bears on the standing question.
func leans(outlet string, published int, form Form, stance Stance) *story {
	return in(outlet, outlet, published).bears("regime-change", form, stance, "", "words")
}

func TestHistoryOfAQuestion(t *testing.T) {
	type step struct {
		to State
		on int    // of October, 0 where undated
		by string // the document, "" where time alone moved it
	}
	for _, c := range []struct {
		name    string
		stories []*story
		want    []step
	}{
		{"raised once, however often", []*story{leans("a", 3, Rumour, Raises), leans("b", 5, Rumour, Raises)}, []step{{Raised, 3, "a"}}},
		{
			"two that know, then a denial",
			[]*story{leans("a", 3, Unconfirmed, Supports), leans("b", 5, Unconfirmed, Supports), leans("c", 9, DisputedFor, Opposes)},
			[]step{{Raised, 3, "a"}, {Corroborated, 5, "b"}, {Contested, 9, "c"}},
		},
		{
			"asleep for want of a new origin, and awake again",
			[]*story{leans("a", 1, Rumour, Raises), leans("b", 28, DisputedFor, Opposes)},
			[]step{{Raised, 1, "a"}, {Dormant, 23, ""}, {DeniedState, 28, "b"}},
		},
		{
			"who has spoken before wakes nothing",
			[]*story{leans("a", 1, Rumour, Raises), in("a2", "a", 28).bears("regime-change", DisputedFor, Opposes, "", "words")},
			[]step{{Raised, 1, "a"}, {Dormant, 23, ""}},
		},
		{"the undated come first", []*story{leans("a", 4, DisputedFor, Opposes), leans("b", 0, Rumour, Supports)}, []step{{Raised, 0, "b"}, {Contested, 4, "a"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []step
			for _, h := range boardOf(c.stories...).Question("regime-change").History {
				s := step{to: h.To}
				if h.On != 0 {
					_, _, s.on = h.On.Date()
				}
				if h.By != nil {
					s.by, _, _ = strings.Cut(string(h.By.Document()), "#")
				}
				got = append(got, s)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
}

// However documents come and go, a question stands as if those that are there
// had come at once.
func TestHistoryDoesNotDependOnTheOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		outlet := rapid.StringMatching("[a-d]")
		one := func(path string) *story {
			form := rapid.SampledFrom([]Form{Rumour, Unconfirmed, DisputedFor, Argument}).Draw(t, "form")
			stance := rapid.SampledFrom([]Stance{Supports, Opposes, Raises}).Draw(t, "stance")
			return in(path, outlet.Draw(t, "outlet"), rapid.IntRange(0, 60).Draw(t, "day")).bears("regime-change", form, stance, "", "words")
		}
		board, there := NewBoard(standing), map[string]*story{}
		for i := range rapid.IntRange(1, 30).Draw(t, "changes") {
			path := fmt.Sprint("p", rapid.IntRange(0, 9).Draw(t, "path"))
			u := Update{Path: path, Removed: true}
			delete(there, path)
			if rapid.Bool().Draw(t, "comes") {
				s := one(path)
				s.facts.Document.ID = DocumentID(fmt.Sprint(path, "#", i))
				there[path], u = s, Update{Path: path, Facts: s.facts}
			}
			board.Apply([]Update{u}, Progress{})
		}
		fresh := NewBoard(standing)
		for _, s := range there {
			fresh.Apply([]Update{{Path: s.facts.Document.Path, Facts: s.facts}}, Progress{})
		}
		if got, want := lifeTold(board.Snapshot()), lifeTold(fresh.Snapshot()); got != want {
			t.Fatalf("%s\nas if all had come at once:\n%s", got, want)
		}
	})
}

// lifeTold is the life of the standing question in words.
func lifeTold(s *Snapshot) string {
	q := s.Question("regime-change")
	out := fmt.Sprint(q.State, q.For, q.Against)
	for _, h := range q.History {
		out += fmt.Sprint("; ", h.To, " ", h.On)
		if h.By != nil {
			out += " " + h.By.Origin().Key
		}
	}
	return out
}

func TestAQuestionSleepsWhenItIsTold(t *testing.T) {
	stories := []*story{leans("a", 1, Rumour, Raises), in("b", "b", 12)}
	asleep := func(days, order int) State {
		board := NewBoard([]Standing{{Topic: "regime-change", Text: "?", Sleeps: days}})
		for _, s := range stories {
			board.Apply([]Update{{Path: s.facts.Document.Path, Facts: s.facts}}, Progress{})
		}
		if order > 0 {
			board.Enter([]Entry{{Officer: "user:1", Seq: 1, Time: time.Unix(1, 0), Action: SetSleep, Of: []Item{QuestionItem("regime-change")}, Value: strconv.Itoa(order)}})
		}
		return board.Snapshot().Question("regime-change").State
	}
	for _, c := range []struct {
		name        string
		days, order int
		want        State
	}{
		{"after three weeks where nobody says otherwise", 0, 0, Raised},
		{"after the days of the lexicon", 10, 0, Dormant},
		{"after the days of an officer", 0, 7, Dormant},
		{"the officer's go before the lexicon's", 10, 30, Raised},
	} {
		if got := asleep(c.days, c.order); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
