package extract

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"crisisdesk/feed/document"
	"crisisdesk/feed/language"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// statementsIn reads a text that is all body.
func statementsIn(x *Extractor, text string) []model.Statement {
	doc := &model.Document{ID: "d", Passages: []model.Passage{{Start: 0, End: len(text)}}}
	return x.hear(x.wholePage(doc, text)).statements
}

// ruled is an extractor without models: what its rules find changes with no training.
func ruled() *Extractor {
	return &Extractor{lex: lexicon.Default(), lang: language.Default(), models: untrained()}
}

func show(statements []model.Statement) string {
	var b strings.Builder
	for _, s := range statements {
		fmt.Fprintf(&b, "%s [%s %s]: %s\n", s.Speaker.Name, s.Mode, s.Cue.Text, s.Text)
	}
	return b.String()
}

// Who stands between commas says the sentence around them; its subject does not.
func TestAsides(t *testing.T) {
	x := New(lexicon.Default())
	for _, c := range []struct{ text, speaker, said string }{
		{"The Taliban, said Defence Minister Khawaja Asif, had agreed to the text.", "Khawaja Asif", "The Taliban … had agreed to the text"},
		{"Kabul, says a senior Pakistani official, cannot be trusted.", "a senior Pakistani official", "Kabul … cannot be trusted"},
		{"The army, one officer says, has no plans to withdraw.", "one officer", "The army … has no plans to withdraw"},
		{"Pakistan, the spokesman told reporters on Monday, would respond to any attack.", "the spokesman", "Pakistan … would respond to any attack"},
		{"The deal, Zabihullah Mujahid claimed, was dead.", "Zabihullah Mujahid", "The deal … was dead"},
		{"The minister, who spoke on Monday, said that he was ill.", "The minister", "he was ill"},
		{"The minister, who said that he was ill, has left.", "The minister", "he was ill"},
	} {
		if got := statementsIn(x, c.text); len(got) != 1 || got[0].Speaker.Name != c.speaker || got[0].Text != c.said {
			t.Errorf("%s\n got %swant %s: %s", c.text, show(got), c.speaker, c.said)
		}
	}
}

func TestStatements(t *testing.T) {
	x := New(lexicon.Default())
	if x.models.statements.layout == nil {
		t.Skip("no weights of statements are embedded")
	}
	for _, c := range []struct{ name, text, want string }{
		{"indirect", "The ministry said that two bridges had been shut.",
			"The ministry [indirect said]: two bridges had been shut\n"},
		{"time before that", "The ministry said on Sunday that five people had been killed.",
			"The ministry [indirect said]: five people had been killed\n"},
		{"that sort of thing", "India accused Kabul of that sort of thing for decades.",
			"India [indirect accused]: Kabul of that sort of thing for decades\n"},
		{"quotation before", "“We saw smoke over the bridge,” Omar Sahil told reporters.",
			"Omar Sahil [direct told reporters]: We saw smoke over the bridge\n"},
		{"split quotation", "“The talks,” she said, “have failed.”",
			"she [direct said]: The talks … have failed\n"},
		{"adverbial", "At least nine farmers were killed in the raid, according to local officials.",
			"local officials [indirect according to]: At least nine farmers were killed in the raid\n"},
		{"two verbs, one speaker", "Omar Sahil denied the charge and accused the army of shelling the town.",
			"Omar Sahil [indirect denied]: Omar Sahil denied the charge\nOmar Sahil [indirect accused]: the army of shelling the town\n"},
		{"pronoun", "Omar Sahil, the governor, visited the camp. He said that the road was open.",
			"Omar Sahil [indirect said]: the road was open\n"},
		{"nobody speaks", "The river rose by two metres and the road was washed away.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := show(statementsIn(x, c.text)); got != c.want {
				t.Errorf("%s\n got %swant %s", c.text, got, c.want)
			}
		})
	}
}

func TestStatementsByRule(t *testing.T) {
	got := statementsIn(ruled(), "“We saw smoke,” said Omar Sahil. The ministry denied that a bridge had been hit.")
	want := "Omar Sahil [direct said]: We saw smoke\nThe ministry [indirect denied]: a bridge had been hit\n"
	if s := show(got); s != want {
		t.Errorf("got %swant %s", s, want)
	}
}

func TestSpeakerIsFilledIn(t *testing.T) {
	text := "Khawaja Asif, the defence minister of Pakistan, told the assembly that patience had run out."
	got := statementsIn(New(lexicon.Default()), text)
	if len(got) != 1 {
		t.Fatalf("%d statements in %q", len(got), text)
	}
	s := got[0]
	if s.Speaker.Name != "Khawaja Asif" || s.Speaker.Role != "defence minister" || s.Speaker.Affiliation != "Pakistan" ||
		s.Speaker.Side != "pakistan" || s.Addressee != "the assembly" {
		t.Errorf("speaker %+v, addressee %q", s.Speaker, s.Addressee)
	}
	for _, e := range append(s.Evidence, s.Cue, s.Speaker.Surface) {
		if text[e.Start:e.End] != e.Text {
			t.Errorf("span %+v does not hold its words", e)
		}
	}
}

func TestInterviewTurns(t *testing.T) {
	text := `Omar Sahil ran the border police for a decade. By Hira Lodi

Q: Is the road open?

A: It never was. The guards let through whom they like.

Q: And the trucks?

A: They wait.`
	var got []string
	for _, s := range statementsIn(ruled(), text) {
		got = append(got, s.Speaker.Name+": "+s.Text)
	}
	want := "Omar Sahil: It never was … The guards let through whom they like|Omar Sahil: They wait"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("got %s\nwant %s", s, want)
	}
}

// Hostile input must cost no more than its length.
func TestStatementsOfHostileText(t *testing.T) {
	x := New(lexicon.Default())
	for name, text := range map[string]string{
		"one long sentence":   strings.Repeat("he said ", 20_000),
		"quotation marks":     strings.Repeat("“", 50_000),
		"names without end":   strings.Repeat("Abu Bakr Khan, ", 10_000) + "said.",
		"labels without end":  strings.Repeat("Q: why?\n\nA: he said no.\n\n", 3_000),
		"not UTF-8":           "He said \xff\xfe that \x80.",
		"nothing but a colon": ":",
	} {
		t.Run(name, func(t *testing.T) {
			for _, s := range statementsIn(x, text) {
				if len(s.Evidence) == 0 || s.Evidence[0].Text == "" {
					t.Fatalf("a statement without words: %+v", s)
				}
			}
		})
	}
}

func FuzzStatements(f *testing.F) {
	f.Add("KABUL: “We saw it,” he said. Mujahid: it is over.")
	f.Add("Q: Why?\nA: He said: “no")
	x := New(lexicon.Default())
	f.Fuzz(func(t *testing.T, text string) {
		for _, s := range statementsIn(x, text) {
			for _, e := range s.Evidence {
				if text[e.Start:e.End] != e.Text {
					t.Errorf("span %+v does not hold its words", e)
				}
			}
		}
	})
}

// BenchmarkStatements counts the words of the sample documents, read and annotated beforehand.
func BenchmarkStatements(b *testing.B) {
	x := New(lexicon.Default())
	files, err := filepath.Glob("../../seeds/*.txt")
	if err != nil || len(files) == 0 {
		b.Skip("no sample documents")
	}
	var pages []*page
	words := 0
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		doc := &model.Document{ID: "d", Passages: []model.Passage{{Start: 0, End: len(text)}}}
		pages = append(pages, x.wholePage(doc, string(text)))
		words += len(strings.Fields(string(text)))
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range pages {
			x.hear(p)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func TestQuotationOverSeveralParagraphsIsOneStatement(t *testing.T) {
	const text = "The road has been shut for a month.\n\n“My father drove it when it was dust.\n\n“I used to believe that it always opens,” said Zarwali Khan, a driver."
	got := statementsIn(New(lexicon.Default()), text)
	if len(got) != 1 || got[0].Speaker.Name != "Zarwali Khan" || !strings.HasPrefix(got[0].Text, "My father") || !strings.HasSuffix(got[0].Text, "opens") {
		t.Errorf("got %s", show(got))
	}
}

// What no lexicon knows of must still be read: who said what, when, and how
// many died.
func TestACrisisThatNoLexiconKnows(t *testing.T) {
	const text = "BAMARI, 3 March 2024 (Wire) — At least 14 people were killed on Friday when gunmen stormed a market in Olugo.\n\n" +
		"\"They came before dawn,\" said Ekene Dawo, the district officer. The Liro Front denied any part in the raid."
	general, err := lexicon.Load(lexicon.General())
	if err != nil {
		t.Fatal(err)
	}
	doc, _, err := document.Read("a.txt", []byte(text), nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, lex := range map[string]*lexicon.Lexicon{"general words alone": general, "the lexicon of another crisis": lexicon.Default()} {
		f, err := New(lex).Extract(t.Context(), doc, text)
		if err != nil {
			t.Fatal(err)
		}
		if len(f.Statements) == 0 || f.Statements[0].Speaker.Name != "Ekene Dawo" || f.Statements[0].Text != "They came before dawn" {
			t.Errorf("%s: statements %+v", name, f.Statements)
		}
		if len(f.Reports) == 0 {
			t.Errorf("%s: no incident", name)
			continue
		}
		r := &f.Reports[0]
		if r.Kind != model.Attack || r.When.EDTF() != "2024-03-01" {
			t.Errorf("%s: %s on %s", name, r.Kind, r.When.EDTF())
		}
		if len(r.Casualties) != 1 || r.Casualties[0].Min != 14 || r.Casualties[0].Outcome != model.Killed {
			t.Errorf("%s: casualties %+v", name, r.Casualties)
		}
	}
}
