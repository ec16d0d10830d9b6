package model

import "testing"

func TestWeightOfEvidence(t *testing.T) {
	pakistan := Speaker{Name: "Khawaja Asif", ActorID: "khawaja-asif", Side: "pakistan"}
	question := Standing{Topic: "regime-change", Parties: []string{"pakistan", "afghanistan"}, Accused: []string{"pakistan"}}
	for _, c := range []struct {
		name     string
		speaker  *Speaker
		mode     Mode
		cue      string
		form     Form
		stance   Stance
		words    string
		access   Access
		interest Interest
		turn     Turn
	}{
		{name: "the author reasons", form: Argument, stance: Supports, access: Inference},
		{name: "the author reports", form: Unconfirmed, stance: Supports, access: SecondHand},
		{name: "a minister denies in his own words", speaker: &pakistan, mode: Direct, form: DisputedFor, stance: Opposes, access: DirectWord, interest: Party},
		{name: "a minister is said to deny", speaker: &pakistan, mode: Indirect, form: DisputedFor, stance: Opposes, access: Insider, interest: Party},
		{
			name: "unnamed officers of a party", speaker: &Speaker{Name: "military sources", Side: "pakistan"}, mode: Direct,
			form: Unconfirmed, stance: Opposes, access: Insider, interest: Party,
		},
		{
			name: "a party says what hurts it", speaker: &pakistan, mode: Direct, form: Unconfirmed, stance: Supports,
			words: "There were exploratory contacts.", access: DirectWord, interest: Party, turn: Admission,
		},
		{
			name: "the other party concedes a point", speaker: &Speaker{Name: "Zabihullah Mujahid", ActorID: "zm", Side: "afghanistan"}, mode: Indirect, cue: "conceded",
			form: Unconfirmed, stance: Supports, access: Insider, interest: Party, turn: Admission,
		},
		{
			name: "neither yes nor no", speaker: &pakistan, mode: Indirect, form: DisputedFor, stance: Opposes,
			words: "He neither accepted nor denied the rumours.", access: Insider, interest: Party, turn: NonDenial,
		},
		{
			name: "somebody once of a party", speaker: &Speaker{Name: "Maleeha Lodhi", Role: "former ambassador"}, mode: Direct,
			form: Unconfirmed, stance: Opposes, access: SecondHand, interest: Near,
		},
		{
			name: "a scholar", speaker: &Speaker{Name: "Farzana Shaikh", Role: "associate fellow", Affiliation: "Chatham House"}, mode: Direct,
			form: Rumour, stance: Raises, access: SecondHand,
		},
		{name: "a witness", speaker: &Speaker{Name: "a resident of Khost"}, mode: Direct, form: Unconfirmed, stance: Supports, access: DirectWord},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := &Facts{Document: &Document{}, Evidence: []Evidence{{Span: Span{End: 10, Text: c.words}, Form: c.form, Stance: c.stance}}}
			if c.speaker != nil {
				f.Statements = []Statement{{Speaker: *c.speaker, Mode: c.mode, Cue: Span{Text: c.cue}, Evidence: []Span{{Start: 2, End: 9}}}}
			}
			k := keep(f)
			e := Testimony{Piece: &k.evidence[0]}
			e.weigh(k.speakerOf(e.Piece), question)
			if e.Access != c.access || e.Interest != c.interest || e.Turn != c.turn {
				t.Errorf("%s, %s, %q; want %s, %s, %q", e.Access, e.Interest, e.Turn, c.access, c.interest, c.turn)
			}
		})
	}
}

func TestANonDenialLeansNeitherWay(t *testing.T) {
	s := in("a", "Courier", 10).bears("regime-change", DisputedFor, Opposes, "", "The general neither accepted nor denied the rumours.")
	if q := boardOf(s).Question("regime-change"); q.Against != 0 || q.State != Raised {
		t.Errorf("%s with %d against, want raised and none", q.State, q.Against)
	}
}
