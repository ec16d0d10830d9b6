package extract

import (
	"strings"
	"testing"

	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// pageOf is a page of which all text is kept.
func pageOf(x *Extractor, text string) *page {
	return x.wholePage(&model.Document{Passages: []model.Passage{{Start: 0, End: len(text)}}}, text)
}

func TestSentencesThatLeaveSomethingOpen(t *testing.T) {
	x := New(lexicon.Default())
	for _, c := range []struct {
		text string
		form model.Form // "" where nothing is left open
	}{
		{"Will the ceasefire hold?", model.Explicit},
		{"The figures could not be independently verified.", model.Unconfirmed},
		{"Pakistan has neither confirmed nor denied the strikes.", model.Unconfirmed},
		{"The Sudanese army denied that it had shelled the camp.", model.DisputedFor},
		{"There is talk in Bamako of a coup.", model.Rumour},
		{"Unless the border opens soon, prices may rise further.", model.Forecast},
		{"The minister arrived in Doha on Monday.", ""},
		{"Nine people were killed and twenty wounded when a bomb went off in a market.", ""},
	} {
		got := x.evidence(pageOf(x, c.text), nil, nil)
		switch {
		case c.form == "" && len(got) > 0:
			t.Errorf("%q: got %s", c.text, got[0].Form)
		case c.form != "" && len(got) != 1:
			t.Errorf("%q: %d pieces of evidence, want one", c.text, len(got))
		case c.form != "" && (got[0].Form != c.form || got[0].Span.Text != c.text):
			t.Errorf("%q: got %s of %q, want %s", c.text, got[0].Form, got[0].Span.Text, c.form)
		}
	}
}

func TestEvidenceOnAStandingQuestion(t *testing.T) {
	x := New(lexicon.Default())
	for _, c := range []struct {
		text   string
		stance model.Stance
	}{
		{"Does Pakistan want a change of regime in Kabul?", model.Raises},
		{"Pakistan's Foreign Office denied that it seeks regime change in Kabul.", model.Opposes},
		{"There is talk of Pakistan looking for an alternative to the Taliban and sounding out the opposition.", model.Supports},
	} {
		got := x.evidence(pageOf(x, c.text), nil, nil)
		if len(got) != 1 {
			t.Errorf("%q: %d pieces of evidence, want one", c.text, len(got))
			continue
		}
		if got[0].Topic != "regime-change" || got[0].Stance != c.stance || got[0].Text == "" {
			t.Errorf("%q: %s %s (%q), want %s regime-change", c.text, got[0].Stance, got[0].Topic, got[0].Text, c.stance)
		}
	}
}

func TestEvidenceNamesWhoSaysSoAndWhenItAppeared(t *testing.T) {
	const text = "It denied that any such meeting had been held."
	x := New(lexicon.Default())
	p := pageOf(x, text)
	p.doc.Published.When = model.OnDay(20_000)
	said := model.Statement{
		Speaker: model.Speaker{Name: "the ministry"}, Origin: model.Origin{Key: "wire"},
		Evidence: []model.Span{{Start: 10, End: len(text)}},
	}
	got := x.evidence(p, []model.Statement{said}, nil)
	if len(got) != 1 || got[0].By != "the ministry" || got[0].Origin.Key != "wire" || got[0].When != p.doc.Published.When {
		t.Errorf("got %+v", got)
	}
}

func TestAFewWordsBelongToTheSentenceTheyCarryOn(t *testing.T) {
	const text = "The ministry denied the report about the camp. That is a lie."
	x := New(lexicon.Default())
	if got := x.evidence(pageOf(x, text), nil, nil); len(got) != 1 || got[0].Span.Text != text {
		t.Errorf("got %+v", got)
	}
}

// One sentence of a megabyte and a page of nothing but questions must end.
func TestEvidenceEndsOnHostileText(t *testing.T) {
	x := New(lexicon.Default())
	for name, text := range map[string]string{
		"one sentence":  strings.Repeat("not confirmed whether denied ", 1<<20/29),
		"all questions": strings.Repeat("Who did it? ", 20_000),
		"quotes":        strings.Repeat("“", 100_000),
		"empty":         "",
	} {
		t.Run(name, func(t *testing.T) {
			p := pageOf(x, text)
			for _, e := range x.evidence(p, nil, nil) {
				if e.Span.Start < 0 || e.Span.End > len(text) || e.Span.Start >= e.Span.End {
					t.Fatalf("span %d–%d of %d bytes", e.Span.Start, e.Span.End, len(text))
				}
			}
		})
	}
}

func TestPhrasesAreWellFormed(t *testing.T) {
	forms := map[string]int{}
	for line := range strings.Lines(questionPhrases) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		part := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(part) != 4 || part[3] == "" || (part[1] == "") != (part[2] == "") {
			t.Errorf("malformed: %q", line)
			continue
		}
		forms[part[0]]++
	}
	for _, form := range append([]string{"none"}, questionForms...) {
		if forms[form] == 0 {
			t.Errorf("no phrase of form %s", form)
		}
		delete(forms, form)
	}
	if len(forms) > 0 {
		t.Errorf("unknown forms: %v", forms)
	}
}

func BenchmarkEvidence(b *testing.B) {
	x := New(lexicon.Default())
	text := strings.Repeat("Pakistan has neither confirmed nor denied that its jets struck Kabul on Thursday night. "+
		"At least nine people were killed, a spokesman for the Taliban said, and many more were wounded.\n\n", 20)
	p := pageOf(x, text)
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		x.evidence(p, nil, nil)
	}
}
