package model

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestQueryAsksForEveryWordInSomeField(t *testing.T) {
	strike := &Incident{
		Kind: Airstrike, Summary: "jets hit a camp", Status: Claimed,
		Places: []Place{{Name: "Kabul"}}, Actors: []Actor{{Name: "Tehreek-e-Taliban Pakistan"}},
		Origins: []Origin{{Name: "Radio Frontier"}},
	}
	for text, want := range map[string]int{
		"":                 1,
		"kab":              1,
		"KABUL air":        1,
		"camp frontier":    1,
		"taliban pakistan": 1,
		"claimed":          1,
		"air kandahar":     0,
		"kabull":           0,
	} {
		if got := query(t, text).Incidents(ListOf(strike)).Len(); got != want {
			t.Errorf("%q accepts %d", text, got)
		}
	}
	denial := Statement{Text: "no such plan", Act: Deny, Speaker: Speaker{Name: "Shehbaz Sharif", Role: "prime minister"}}
	said := &keep(&Facts{Document: &Document{}, Statements: []Statement{denial}}).said[0]
	if query(t, "deny sharif minister").Statements(ListOf(said)).Len() != 1 {
		t.Error("a statement is not found by its act, speaker and role")
	}
	open := &Question{Text: "Is the ceasefire holding?", State: Contested, Topic: "ceasefire"}
	if query(t, "contested holding").Questions(ListOf(open)).Len() != 1 {
		t.Error("a question is not found by its state and text")
	}
}

// query is a query that makes sense.
func query(t rapid.TB, text string) Query {
	t.Helper()
	q, err := ParseQuery(text)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func TestQueryFields(t *testing.T) {
	strike := &Incident{
		ID: "i", Kind: Airstrike, Status: Claimed, When: OnDay(NewDay(2025, 10, 9)),
		Places:  []Place{{Name: "Kabul", ID: "kabul", Within: []string{"afghanistan"}}},
		Actors:  []Actor{{Name: "Pakistan", ID: "pakistan"}},
		Origins: []Origin{{Key: "courier", Name: "The Courier"}},
		Reports: toldOf(Report{ID: "r", ClaimedBy: "Taliban"}),
	}
	marks := Marks{
		Unread: func(i Item) bool { return i == IncidentItem("i") },
		Work:   Fold([]Entry{{Officer: "user:1", Seq: 1, Time: time.Unix(1, 0), Action: Star, Of: []Item{ReportItem("r")}}}),
	}
	for text, want := range map[string]int{
		"actor:pakistan":           1,
		"actor:ttp,pak":            1,
		"-actor:pakistan":          0,
		"place:afghanistan":        1,
		"place:kandahar":           0,
		"kind:strike kind:violent": 1,
		`kind:"air strike"`:        1,
		"act:deny":                 0,
		"outlet:courier":           1,
		"claimed:taliban":          1,
		"state:claimed":            1,
		"since:2025-10":            1,
		"since:2025-10-10":         0,
		"until:2025-10-09":         1,
		"until:2025-09":            0,
		"is:unread is:starred":     1,
		"is:disputed":              0,
		"-is:disputed place:KABUL": 1,
		"-kabul":                   0,
		`"kabul"`:                  1,
		"kabul -kandahar":          1,
	} {
		if got := query(t, text).Under(marks).Incidents(ListOf(strike)).Len(); got != want {
			t.Errorf("%s accepts %d", text, got)
		}
	}
	if query(t, "is:unread").Incidents(ListOf(strike)).Len() != 0 {
		t.Error("something is unread where nobody knows")
	}
}

func TestQueryErrors(t *testing.T) {
	for text, want := range map[string]string{
		"kabul knd:talks":  "at character 7: knd: is none of actor, place, kind, act, outlet, claimed, state, since, until, is; quotation marks make a word of it",
		"kind:":            "at character 1: kind: of what?",
		"a since:tuesday":  `at character 3: not a date of the form 2025-10-09, 2025-10 or 2025: "tuesday"`,
		"is:red":           "at character 1: is:red is none of is:unread, is:starred, is:disputed",
		`kabul "two words`: "at character 7: the quotation mark is not closed",
	} {
		if _, err := ParseQuery(text); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

// What a longer text of the same beginning accepts, the shorter accepts.
func TestQueryThatNarrows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.StringOf(rapid.RuneFrom([]rune("ab ")))
		line := rapid.Map(rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "-", " ", " ", "state:", ","}), 0, 8),
			func(parts []string) string { return strings.Join(parts, "") })
		x := &Question{Text: letters.Draw(t, "text"), State: State(letters.Draw(t, "state"))}
		old, err := ParseQuery(line.Draw(t, "old"))
		if err != nil {
			t.Skip("it makes no sense")
		}
		q, err := ParseQuery(old.String() + line.Draw(t, "more"))
		if err != nil {
			t.Skip("it makes no sense")
		}
		if q.Narrows(old) && q.Questions(ListOf(x)).Len() > old.Questions(ListOf(x)).Len() {
			t.Fatalf("%q accepts %q, and %q does not", q, x.Text, old)
		}
	})
}

func TestContainsFold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom([]rune("abAB 中é"))).Draw(t, "s")
		word := strings.ToLower(rapid.StringOfN(rapid.RuneFrom([]rune("abAB中")), 1, 4, -1).Draw(t, "word"))
		if got, want := containsFold(s, word), strings.Contains(strings.ToLower(s), word); got != want {
			t.Fatalf("containsFold(%q, %q) = %v", s, word, got)
		}
	})
}
