package lexicon

import (
	"strings"
	"testing"
	"testing/fstest"
)

func desk(text string) fstest.MapFS { return fstest.MapFS{"desk.toml": {Data: []byte(text)}} }

func TestProblems(t *testing.T) {
	base := desk(`
state = [{ iso = "PK", name = "Pakistan", at = [30.0, 69.4] }]

[[actor]]
id = "ttp"
name = "TTP"
kind = "armed_group"
`)
	if _, err := Load(base); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, text, want string }{
		{"syntax", "[[actor]]\nid = ", "desk.toml:2"},
		{"unknown key", "[[actor]]\nid = \"a\"\nnmae = \"A\"", "desk.toml:3: unknown key actor.nmae"},
		{"id", "[[actor]]\nid = \"A b\"", "an id is lower-case"},
		{"twice", "[[actor]]\nid = \"a\"\nname = \"A\"\nkind = \"party\"\n[[actor]]\nid = \"a\"", "taken in this layer"},
		{"kind", "\n[[actor]]\nid = \"a\"\nname = \"A\"\nkind = \"club\"", "desk.toml:3: actor a: kind \"club\""},
		{"side", "[[actor]]\nid = \"a\"\nname = \"A\"\nkind = \"party\"\nside = \"b\"", "side \"b\" is unknown"},
		{"circle", "[[actor]]\nid = \"a\"\nname = \"A\"\nkind = \"party\"\nside = \"b\"\n[[actor]]\nid = \"b\"\nname = \"B\"\nkind = \"party\"\nside = \"a\"", "circle"},
		{"office", "[[actor]]\nid = \"a\"\nname = \"A\"\nkind = \"person\"\noffices = [{ office = \"ttp\" }]", "no actor of kind office"},
		{"date", "[[actor]]\nid = \"a\"\nname = \"A\"\nkind = \"person\"\noffices = [{ office = \"ttp\", from = \"May\" }]", "a date is"},
		{"reckoned", "[desk]\nreckon_from = \"July\"", "reckon_from \"July\" is no day"},
		{"within", "place = [{ id = \"p\", name = \"P\", kind = \"town\", at = [1, 2], within = \"nowhere\" }]", "within \"nowhere\""},
		{"globe", "place = [{ id = \"p\", name = \"P\", kind = \"town\", at = [100.0, 2.0] }]", "latitude"},
		{"country", "place = [{ id = \"p\", name = \"P\", kind = \"town\", at = [1, 2], country = \"ZZ\" }]", "\"ZZ\" is no ISO"},
		{"letter", "outlet = [{ id = \"o\", name = \"O\", kind = \"wire\", reliability = \"G\" }]", "from A to F"},
		{"parent", "[[question]]\nid = \"q\"\ntext = \"Q\"\nparent = \"r\"", "parent \"r\""},
		{"event", "[[event]]\nkind = \"party\"\nwords = [\"x\"]", "event: \"party\" is none of"},
		{"nothing to drop", "[[actor]]\nid = \"a\"\ndrop = true", "nothing to drop"},
		{"type", "[[actor]]\nid = 5", "desk.toml"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Load(base, desk(tt.text))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
		})
	}
	if _, err := Load(General(), fstest.MapFS{}); err == nil {
		t.Error("a layer without files loads")
	}
	if _, err := Crisis("atlantis"); err == nil {
		t.Error("a crisis that is not built in is found")
	}
}

func TestDeskLayer(t *testing.T) {
	l, err := Load(General(), layer(defaultCrisis), desk(`
[[actor]]
id = "ttp"
aliases = ["Movement of Test"]

[[actor]]
id = "imtiaz-gul"
drop = true

[[outlet]]
id = "dawn"
reliability = "B"

[[place]]
id = "torkham"
at = [34.0, 71.0]

[[event]]
kind = "closure"
pos = "verb"
strong = true
words = ["padlock"]
`))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := shown(l, "Movement of Test , TTP , Imtiaz Gul"), "Movement of Test=actor:ttp | TTP=actor:ttp"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if o, _ := l.Outlet("dawn"); o.Reliability != "B" || o.Owner == "" {
		t.Errorf("Dawn is %+v", o)
	}
	if p, _ := l.Place("torkham"); p.Lat() != 34.0 || len(p.At) != 2 || p.Kind != "crossing" {
		t.Errorf("Torkham is %+v", p)
	}
	if f := l.Events(l.Fold([]string{"padlocked"})); len(f) != 1 || f[0].Entries[0].Kind != "closure" {
		t.Errorf("padlocked: %+v", f)
	}
	if got := shown(Default(), "Movement of Test"); got != "" {
		t.Errorf("the lexicon below has changed: %s", got)
	}
	if a, _ := Default().Actor("ttp"); strings.Contains(strings.Join(a.Aliases, " "), "Test") {
		t.Error("the actor below has changed")
	}
}

func TestSides(t *testing.T) {
	l := Default()
	for _, tt := range []struct{ actor, side string }{
		{"zabihullah-mujahid", "afghanistan"}, {"ispr", "pakistan"}, {"noor-wali-mehsud", "ttp"}, {"majeed-brigade", "bla"}, {"nrf", "nrf"},
	} {
		if got, _ := l.Side(tt.actor); got.ID != tt.side {
			t.Errorf("%s speaks for %s, want %s", tt.actor, got.ID, tt.side)
		}
	}
}

func TestForms(t *testing.T) {
	in := inflector{verbs: map[string][]string{"strike": {"struck"}}, nouns: map[string][]string{"man": {"men"}}}
	for _, tt := range []struct{ pos, word, want string }{
		{Verb, "strike", "strike strikes striking struck"},
		{Verb, "stop", "stop stops stopping stopped"},
		{Verb, "deny", "deny denies denying denied"},
		{Verb, "free", "free frees freeing freed"},
		{Verb, "open fire", "open fire opens fire opening fire opened fire"},
		{Noun, "exchange of fire", "exchange of fire exchanges of fire"},
		{Noun, "man", "man men"},
		{Noun, "clash", "clash clashes"},
		{Adverbial, "according to", "according to"},
	} {
		if got := strings.Join(in.forms(tt.word, tt.pos), " "); got != tt.want {
			t.Errorf("%s %s: %s, want %s", tt.pos, tt.word, got, tt.want)
		}
	}
}
