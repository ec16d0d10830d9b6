package model

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// Whatever a document tells, a board keeps all of it.
func TestABoardKeepsAllOfAStatement(t *testing.T) {
	words := rapid.SampledFrom([]string{"", "Pakistan", "said", "Pakistan will not", "will not", "“We will not go,” said Pakistan.", "officials"})
	rapid.Check(t, func(t *rapid.T) {
		span := func(name string) Span {
			start := rapid.IntRange(0, 8<<20).Draw(t, name)
			return Span{Document: "d", Start: start, End: start + 10, Text: words.Draw(t, name+" words")}
		}
		want := Statement{
			ID: "d:s1", Document: "d", Act: Deny, Mode: Direct, Text: words.Draw(t, "text"), Addressee: words.Draw(t, "addressee"),
			Speaker: Speaker{Name: words.Draw(t, "name"), ActorID: "pakistan", Side: "pakistan", Role: "minister", Affiliation: words.Draw(t, "affiliation"), Surface: span("surface")},
			When:    Between(0, Day(rapid.IntRange(1, 30_000).Draw(t, "to"))), Cue: span("cue"), Evidence: []Span{span("first"), span("second")},
			Origin: Origin{Key: "wire", Name: "The Wire"}, Finding: Finding{By: "quote", Confidence: 0.5},
		}
		k := keep(&Facts{Document: &Document{ID: "d"}, Statements: []Statement{{ID: "d:s0", Text: "said"}, want}})
		if got := *k.said[1].Statement(); !reflect.DeepEqual(got, want) {
			t.Errorf("%+v\nbecame %+v", want, got)
		}
	})
}

func TestABoardKeepsAllOfAReport(t *testing.T) {
	at := func(start int, words string) Span {
		return Span{Document: "d", Start: start, End: start + len(words), Text: words}
	}
	want := Report{
		ID: "d-r1", Document: "d", Kind: Airstrike, Summary: "Jets hit Kabul, killing 20 militants.", When: OnDay(NewDay(2025, 10, 9)), Doubt: Doubtful,
		Places: []Place{{ID: "kabul", Name: "Kabul"}}, Actors: []Actor{{Name: "Pakistan", Role: Initiator}},
		Status: Claimed, ClaimedBy: "Pakistan", Origin: Origin{Key: "wire", Name: "The Wire"}, Finding: Finding{By: "tell", Confidence: 0.5},
		Evidence:   []Span{at(10, "Jets hit Kabul, killing 20 militants."), at(90, "the strike")},
		Casualties: []Casualty{{Who: "militants", Side: "ttp", Outcome: Killed, ClaimedBy: "Pakistan", Min: 20, Max: 20, Evidence: at(27, "20 militants")}},
	}
	k := keep(&Facts{Document: &Document{ID: "d"}, Reports: []Report{{ID: "d-r0", Summary: "the strike"}, want}})
	if got := *k.told[1].Report(); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v\nbecame %+v", want, got)
	}
}

// toldOf are reports as a board keeps them.
func toldOf(reports ...Report) (told []*Told) {
	k := keep(&Facts{Document: &Document{}, Reports: reports})
	for i := range k.told {
		told = append(told, &k.told[i])
	}
	return told
}
