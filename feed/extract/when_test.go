package extract

import (
	"slices"
	"testing"
	"time"

	"crisisdesk/feed/extract/gold"
	"crisisdesk/feed/language"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// sentencesOf are the sentences of a text that is one passage.
func sentencesOf(t *testing.T, text string) []language.Sentence {
	t.Helper()
	s, err := language.Default().Annotate(t.Context(), text, language.Blocks(text, 0, len(text)))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// noYear is a desk that does not say from when it reckons.
func noYear(time.Month, int) int { return 0 }

// Published on Friday 17 October 2025; the event told last was on the 9th.
func TestTimeExpressionsCountFromPublicationAndFromTheStory(t *testing.T) {
	c := clock{
		published: model.OnDay(model.NewDay(2025, time.October, 17)),
		story:     model.NewDay(2025, time.October, 9),
		desk:      noYear,
	}
	for _, e := range []struct{ text, from, to string }{
		{"on October 9, 2025", "2025-10-09", "2025-10-09"},
		{"on 2025-10-09", "2025-10-09", "2025-10-09"},
		{"06.03.2025", "2025-03-06", "2025-03-06"},
		{"on the night between Oct 11 and 12", "2025-10-11", "2025-10-12"},
		{"from 25 to 30 September", "2025-09-25", "2025-09-30"},
		{"on Oct. 11-12", "2025-10-11", "2025-10-12"},
		{"30 September to 2 October", "2025-09-30", "2025-10-02"},
		{"on Dec. 24", "2024-12-24", "2024-12-24"},
		{"on the sixth of February", "2025-02-06", "2025-02-06"},
		{"in the early hours of Oct 15", "2025-10-15", "2025-10-15"},
		{"early October", "2025-10-01", "2025-10-10"},
		{"mid-October", "2025-10-11", "2025-10-17"},
		{"at the end of September", "2025-09-21", "2025-09-30"},
		{"in October", "2025-10-01", "2025-10-17"},
		{"in May last year", "2024-05-01", "2024-05-31"},
		{"in November", "2024-11-01", "2024-11-30"},
		{"in 2021", "2021-01-01", "2021-12-31"},
		{"since Oct 11", "2025-10-11", "2025-10-17"},
		{"in the third quarter of 2025", "2025-07-01", "2025-09-30"},
		{"late on Thursday", "2025-10-16", "2025-10-16"},
		{"Friday", "2025-10-17", "2025-10-17"},
		{"last Friday", "2025-10-10", "2025-10-10"},
		{"Tuesday, October 14", "2025-10-14", "2025-10-14"},
		{"Sunday 15 October", "2023-10-15", "2023-10-15"},
		{"midnight between Saturday and Sunday", "2025-10-11", "2025-10-12"},
		{"yesterday", "2025-10-16", "2025-10-16"},
		{"last night", "2025-10-16", "2025-10-17"},
		{"last week", "2025-10-06", "2025-10-12"},
		{"earlier in the week", "2025-10-11", "2025-10-17"},
		{"this month", "2025-10-01", "2025-10-17"},
		{"last month", "2025-09-01", "2025-09-30"},
		{"over the weekend", "2025-10-11", "2025-10-12"},
		{"two weeks ago", "2025-09-30", "2025-10-06"},
		{"three days ago", "2025-10-14", "2025-10-14"},
		{"in the past two months", "2025-08-17", "2025-10-17"},
		{"the same day", "2025-10-09", "2025-10-09"},
		{"two nights later", "2025-10-11", "2025-10-11"},
		{"the next day", "2025-10-10", "2025-10-10"},
		{"a night earlier", "2025-10-08", "2025-10-08"},
		{"hours later", "2025-10-09", "2025-10-10"},
		{"two nights on, they fought", "2025-10-11", "2025-10-11"},
		{"from the first of October to the seventh", "2025-10-01", "2025-10-07"},
		{"it fell on the 12th", "2025-10-12", "2025-10-12"},
		{"on the night of the twenty-sixth they came", "2025-09-26", "2025-09-26"},
		{"on the 3rd of this month", "2025-10-03", "2025-10-03"},
		{"last summer", "2025-06-01", "2025-08-31"},
		{"last autumn", "2024-09-01", "2024-11-30"},
		{"in the winter", "2024-12-01", "2025-02-28"},
		{"in the spring of 2023", "2023-03-01", "2023-05-31"},
	} {
		s := sentencesOf(t, e.text)
		ms := moments(&s[0])
		if len(ms) != 1 {
			t.Errorf("%q: %d expressions, want 1: %+v", e.text, len(ms), ms)
			continue
		}
		if w := c.resolve(&ms[0]); w.From.String() != e.from || w.To.String() != e.to {
			t.Errorf("%q is %s to %s, want %s to %s", e.text, w.From, w.To, e.from, e.to)
		}
	}
}

func TestWhatIsNoDateYieldsNone(t *testing.T) {
	for _, text := range []string{
		"they may march on the capital", "more than 2,000 people", "12 soldiers", "a 48-hour truce", "the sun rose",
		"a three-year-old child", "the second attack", "men of the 5th Corps", "on the third attempt", "a spring of water", "Rs 2025 was paid",
	} {
		s := sentencesOf(t, text)
		if ms := moments(&s[0]); len(ms) != 0 {
			t.Errorf("%q: %+v, want none", text, ms)
		}
	}
}

// Without a date of publication, a day without a year is that of the twelve
// months of the crisis, or of a year that the text is about.
func TestDaysWithoutAYearAreOfTheCrisis(t *testing.T) {
	desk := func(month time.Month, _ int) int { // since July 2025
		if month < time.July {
			return 2026
		}
		return 2025
	}
	for _, e := range []struct{ text, want string }{
		{"They fought on 9 October.", "2025-10-09"},
		{"They fought on 9 March.", "2026-03-09"},
		{"In April 2025 they met. They fought on 9 March.", "2025-03-09"},
		{"In April 2025 they met. They fought on 9 October.", "2025-10-09"},
		{"They fled in 2021. They fought on 9 October.", "2025-10-09"},
		{"They fled in 2031. They fought on 9 October.", "2031-10-09"},
	} {
		var dates [][]moment
		for _, s := range sentencesOf(t, e.text) {
			dates = append(dates, moments(&s))
		}
		c := clock{desk: desk}
		c.year, c.told = plainYear(dates)
		if w := c.resolve(&dates[len(dates)-1][0]); w.From.String() != e.want {
			t.Errorf("%q: %s, want %s", e.text, w.From, e.want)
		}
	}
}

// Without a date of publication a weekday or a day without a year is no date.
func TestNothingIsGuessedWithoutAnAnchor(t *testing.T) {
	for _, text := range []string{"on Thursday", "yesterday", "on 9 October", "last month"} {
		s := sentencesOf(t, text)
		ms := moments(&s[0])
		if w := (&clock{desk: noYear}).resolve(&ms[0]); w.Known() {
			t.Errorf("%q gives %s to %s", text, w.From, w.To)
		}
	}
}

// What may date an event: what is said in its sentences and around them, and
// for a page of a known day the days before that day, and none after it.
func TestDatingsAreSaidOrThoseOfNews(t *testing.T) {
	x := &Extractor{lex: lexicon.Default(), lang: language.Default(), models: untrained()}
	const text = "On 9 October they met in Doha. Shells have struck Khost since 12 October. Guards shut the gate on Friday."
	doc := &model.Document{Published: model.Published{When: model.OnDay(model.NewDay(2025, time.October, 17)), KnownFrom: model.GroundMetadata}}
	doc.Passages = []model.Passage{{Start: 0, End: len(text)}}
	e := x.readEvents(x.wholePage(doc, text), &heard{})
	for i := range e.tellings {
		if e.tellings[i].sentence != 1 || e.tellings[i].kinds == 0 {
			continue
		}
		var got []string
		for _, d := range e.datings([]int{i}) {
			got = append(got, string(d.by)+" "+d.when.From.String()+" "+d.when.To.String())
		}
		want := []string{
			"said 2025-10-09 2025-10-09", "said 2025-10-12 2025-10-17", "said 2025-10-17 2025-10-17",
			"news 2025-10-11 2025-10-17", "latest  2025-10-17",
		}
		if !slices.Equal(got, want) {
			t.Errorf("datings %q, want %q", got, want)
		}
		return
	}
	t.Error("nothing tells of the shelling")
}

// Words that mayOpen leaves out open no expression that a reader would take.
func TestNothingOpensATimeThatMayNot(t *testing.T) {
	all, err := gold.Load("testdata/written/docs", "testdata/written/gold")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for n := 0; n < len(all); n += 10 {
		for _, s := range sentencesOf(t, all[n].Text) {
			d := scannerOf(&s)
			for i, word := range d.words {
				if _, ok := d.at(i); ok {
					found++
					if !mayOpen(word) {
						t.Errorf("%s: %q opens an expression of time", all[n].Name, word)
					}
				}
			}
		}
	}
	if found == 0 {
		t.Error("no expression of time")
	}
}
