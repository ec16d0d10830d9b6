package ui

import (
	"fmt"
	"strings"
	"testing"

	"crisisdesk/model"
)

// What an officer types after a colon becomes an entry about the item one is on.
func TestCommandsWriteEntries(t *testing.T) {
	for _, c := range []struct {
		keys []string // to the item
		line string
		want string // action, items, value; or the notice where nothing is written
	}{
		{[]string{}, "rate 3", "rate-claim [report:r-2025-10-12-wire.txt-0] 3"},
		{[]string{"tab"}, "rate 2", "rate-claim [statement:s-2025-10-12-wire.txt-0] 2"},
		{[]string{"6"}, "rate b", "rate-outlet [outlet:dawn] B"},
		{[]string{"4"}, "judge very likely low", "judge [question:regime-change] very likely low"},
		{[]string{"4"}, "propose debunked", "propose [question:regime-change] debunked"},
		{[]string{"4"}, "accept", "nobody has proposed a verdict"},
		{[]string{"enter"}, "date 2025-10-13", "date [document:d-2025-10-12-wire.txt] 2025-10-13"},
		{[]string{"enter", "enter"}, "date yesterday", `not a date of the form 2025-10-09, 2025-10 or 2025: "yesterday"`},
		{[]string{}, "merge", "no incident is held: go to one and :hold it first"},
		{[]string{":", "h", "o", "l", "d", "enter", "j"}, "merge", "merge [report:r-2025-10-12-wire.txt-0 report:r-2025-10-10-dawn.txt-0]"},
		{[]string{"enter"}, "split", "open an incident of several reports and put the cursor on one of them"},
		{[]string{"3"}, "rate B", "this needs a source, an incident or a statement under the cursor"},
		{[]string{}, "ask Who holds the crossing?", "ask [] Who holds the crossing?"},
		{[]string{}, "burn", "there is no command burn"},
	} {
		var written []string
		s := newScreen(t, desk(), 80, 24, func(o *Options) {
			o.Desk = &Desk{Officer: "user:1", Name: "Ann", Append: func(e model.Entry) (model.Entry, error) {
				e.Seq, e.Time = 1, noon
				if err := e.Check(); err != nil {
					return e, err
				}
				written = append(written, strings.Join(strings.Fields(fmt.Sprint(e.Action, " ", e.Of, " ", e.Value, e.Text, " ", e.Confidence)), " "))
				return e, nil
			}}
		})
		s.press(c.keys...)
		s.press(":")
		for _, letter := range c.line {
			s.press(strings.ReplaceAll(string(letter), " ", "space"))
		}
		s.press("enter")
		got := s.app.notice
		if len(written) > 0 {
			got = written[0]
		}
		if got != c.want {
			t.Errorf("%v :%s\n got %s\nwant %s", c.keys, c.line, got, c.want)
		}
	}
}

func TestCompletion(t *testing.T) {
	s := newScreen(t, desk(), 80, 24, nil)
	s.press(":")
	for line, want := range map[string]string{
		"ju":             "judge ",
		"judge v":        "judge very ",
		"judge very l":   "judge very likely",
		"p":              "propose ",
		"propose d":      "propose debunked",
		"rate ":          "rate ",
		"go dur":         "go Durand Line",
		"go ta":          "go Taliban",
		"nothing of it ": "",
	} {
		if got := common(s.app.completions(line, 100)); got != want {
			t.Errorf("%q becomes %q, want %q", line, got, want)
		}
	}
}

func TestCitation(t *testing.T) {
	r := wire()
	want := "“58 Pakistani soldiers had been killed” (Wire, 2025-10-12, ISLAMABAD, Oct 12 — Fighting broke out along the Durand Line overnight. " +
		"The Taliban said 58 Pakistani soldiers had been killed; Pakistan said 23.; 2025-10-12-wire.txt)"
	if got := citation(r.facts.Document, []model.Span{r.span("58 Pakistani soldiers had been killed")}); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
