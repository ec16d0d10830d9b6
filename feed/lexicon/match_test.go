package lexicon

import (
	"fmt"
	"strings"
	"testing"
)

// shown writes matches as "words=actor:id,place:id~metonym".
func shown(l *Lexicon, text string) string {
	tokens := strings.Fields(text)
	kinds := [...]string{"actor", "place", "outlet"}
	as := [...]string{"", "~demonym", "~metonym", "~common", "~short"}
	var out []string
	for _, f := range l.Match(l.Fold(tokens)) {
		var entries []string
		for _, e := range f.Entries {
			entries = append(entries, kinds[e.Kind]+":"+e.ID+as[e.As])
		}
		flag := ""
		if f.Obfuscated {
			flag = "!"
		}
		out = append(out, fmt.Sprintf("%s%s=%s", strings.Join(tokens[f.Start:f.End], " "), flag, strings.Join(entries, ",")))
	}
	return strings.Join(out, " | ")
}

func TestMatch(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"spelling", "the Tehrik - i - Taliban Pakistan ( TTP )", "Tehrik - i - Taliban Pakistan=actor:ttp | TTP=actor:ttp"},
		{"one token", "Tehreek-e-Taliban Pakistan’s men", "Tehreek-e-Taliban Pakistan’s=actor:ttp"},
		{"longest", "Afghan Taliban and Taliban", "Afghan Taliban=actor:taliban | Taliban=actor:taliban"},
		{"metonym and all places of the name", "blasts in Kabul", "Kabul=place:kabul,place:kabul-province,actor:afghanistan~metonym"},
		{"province by its noun", "Khost province", "Khost province=place:khost-province"},
		{"district, town or pass", "Bolan", "Bolan=place:bolan"},
		{"capitals", "tell us what the US says", "US=actor:united-states,place:united-states"},
		{"abbreviation with stops", "the U.S. envoy", "U.S.=actor:united-states,place:united-states"},
		{"capitals within", "Let LeT go", "LeT=actor:lashkar-e-taiba"},
		{"lower case is no name", "a turkey and a chad", ""},
		{"capital headline", "KABUL SAYS", "KABUL=place:kabul,place:kabul-province,actor:afghanistan~metonym"},
		{"no bare surname", "Khan spoke", ""},
		{"surname is short", "Mr Muttaqi spoke", "Muttaqi=actor:amir-khan-muttaqi~short"},
		{"demonym", "Pakistani jets", "Pakistani=actor:pakistan~demonym"},
		{"diacritics", "Türkiye and Sana’a", "Türkiye=actor:turkey,place:turkey | Sana’a=place:sanaa,actor:yemen~metonym"},
		{"zero width", "Ka\u200bbul", "Ka\u200bbul!=place:kabul,place:kabul-province,actor:afghanistan~metonym"},
		{"lookalike", "Tаliban", "Tаliban!=actor:taliban"},
		{"comma parts", "Khawaja , Asif", "Asif=actor:khawaja-asif~short"},
		{"side before noun", "Pakistan ’s foreign ministry", "Pakistan ’s foreign ministry=actor:pk-foreign-ministry"},
		{"side by capital", "Kabul's acting defence minister", "Kabul's acting defence minister=actor:af-defence-minister"},
		{"noun before side", "the foreign ministry of Iran", "foreign ministry of Iran=actor:ir-foreign-ministry"},
		{"side without such", "the Chadian foreign ministry", "Chadian=actor:chad~demonym"},
		{"outlet", "told Dawn.com and Al Jazeera", "Dawn.com=outlet:dawn | Al Jazeera=outlet:al-jazeera"},
		{"office and person", "Defence Minister Khawaja Asif", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := shown(Default(), tt.text)
			if tt.name == "office and person" {
				if !strings.HasSuffix(got, "Khawaja Asif=actor:khawaja-asif") || !strings.Contains(got, "actor:pk-defence-minister~common") {
					t.Errorf("got %s", got)
				}
				return
			}
			if got != tt.want {
				t.Errorf("%q:\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

func TestWords(t *testing.T) {
	l := Default()
	text := l.Fold(strings.Fields("According to officials , three soldiers were killed when jets reportedly struck , an allegation it denied ."))
	var got []string
	for _, f := range l.Speech(text) {
		got = append(got, fmt.Sprint(f.Start, " speech ", f.Entries[0].Act, " ", f.Entries[0].Lemma))
	}
	for _, f := range l.People(text) {
		got = append(got, fmt.Sprint(f.Start, " people ", f.Entries[0].Kind))
	}
	for _, f := range l.Tolls(text) {
		got = append(got, fmt.Sprint(f.Start, " toll ", f.Entries[0].Outcome))
	}
	for _, f := range l.Hedges(text) {
		got = append(got, fmt.Sprint(f.Start, " hedge ", f.Entries[0].Kind))
	}
	want := `0 speech claim according to
14 speech accuse allegation
16 speech deny deny
2 people official
5 people soldier
7 toll killed
8 hedge question_word
10 hedge rumour
16 hedge denial`
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
	strong := map[string]bool{}
	for _, f := range l.Events(l.Fold(strings.Fields("The air strikes hit a post and fighters clashed"))) {
		for _, e := range f.Entries {
			strong[e.Kind] = strong[e.Kind] || e.Strong
		}
	}
	if !strong["airstrike"] || !strong["clash"] || strong["attack"] {
		t.Errorf("strong evidence for %v, want airstrike and clash", strong)
	}
}

// A match lies within the text, matches come in order and do not overlap, and
// each has an entry that exists.
func FuzzMatch(f *testing.F) {
	for _, s := range []string{"Kabul", "the foreign ministry of Iran , Pakistan 's army", "U.S. Tehreek-e-Taliban", "'s - ' . \u200b é \xff", strings.Repeat("a-", 200)} {
		f.Add(s)
	}
	l := Default()
	f.Fuzz(func(t *testing.T, s string) {
		tokens := strings.Split(s, " ")
		text := l.Fold(tokens)
		last := 0
		for _, m := range l.Match(text) {
			if m.Start >= m.End || m.End > len(tokens) || m.Start < last-1 || len(m.Entries) == 0 {
				t.Fatalf("match %+v in %q", m, tokens)
			}
			last = m.End
			for _, e := range m.Entries {
				_, actor := l.Actor(e.ID)
				_, place := l.Place(e.ID)
				_, outlet := l.Outlet(e.ID)
				if !actor && !place && !outlet {
					t.Fatalf("no entry %+v", e)
				}
			}
		}
		for _, b := range l.Bearings(text) {
			if b.Start >= b.End || b.End > len(tokens) || b.Weight < 1 {
				t.Fatalf("bearing %+v in %q", b, tokens)
			}
		}
	})
}
