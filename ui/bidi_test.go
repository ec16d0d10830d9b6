package ui

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/bidi"

	"crisisdesk/model"
)

const urduText = `کابل میں دھماکے، 58 ہلاک

وزیر خارجہ نے کہا: ”ہم ہر خلاف ورزی کا جواب دیں گے“، 15 اکتوبر 2025 کو said in Islamabad.
`

// urdu is a document in which all that a screen shows is in Urdu.
func urdu() *reading {
	day := date(2025, time.October, 15)
	r := read("اردو-12.txt", "روزنامہ", urduText, day)
	return r.
		report(model.Report{
			Kind: model.Airstrike, When: day, Places: []model.Place{{ID: "x", Name: "کابل"}, {ID: "y", Name: "ننگرہار 3"}},
			Actors: []model.Actor{{Name: "پاکستان", Role: model.Initiator}, {Name: "طالبان", Role: model.Target}},
			Casualties: []model.Casualty{
				{Who: "شہری", Outcome: model.Killed, Min: 58, Max: 58, ClaimedBy: "طالبان", Evidence: r.span("58 ہلاک")},
			},
		}, "کابل میں دھماکے، 58 ہلاک", "15 اکتوبر 2025").
		statement(model.Statement{Speaker: model.Speaker{Name: "وزیر خارجہ"}, Act: model.Threaten, Mode: model.Direct, When: day},
			"وزیر خارجہ", "ہم ہر خلاف ورزی کا جواب دیں گے").
		evidence(model.Evidence{Topic: "urdu", Text: "کیا جنگ بندی قائم ہے؟ 48", Form: model.Explicit, Stance: model.Raises}, "خلاف ورزی")
}

func urduDesk() *model.Board {
	b := model.NewBoard(standingQuestions())
	b.Apply([]model.Update{urdu().update(), dawn().update()}, model.Progress{Complete: true, Watch: "inotify"})
	return b
}

// On a terminal that orders rows by the bidirectional algorithm, whatever the
// theme or the place, nothing but the words of a text from the right changes
// places: no border, no figure and no word of the columns beside it.
func TestTextFromTheRightKeepsItsPlace(t *testing.T) {
	seen := 0
	for _, walk := range [][]string{{}, {"tab"}, {"shift+tab"}, {"enter"}, {"enter", "enter"}, {"3"}, {"5"}, {"6"}, {"tab", "enter", "enter", "n"}} {
		for _, size := range []struct{ width, height int }{{45, 14}, {80, 24}, {120, 40}, {200, 60}} {
			s := newScreen(t, urduDesk(), size.width, size.height, nil)
			s.press(walk...)
			frame := s.app.frame()
			isFrame(t, frame, size.width, size.height)
			for y, row := range written(frame, size.width, size.height) {
				if fromRight(row) {
					seen++
				}
				if moved := outOfPlace(t, row); moved != "" {
					t.Errorf("%v at %dx%d: %q changes places in row %d: %q", walk, size.width, size.height, moved, y, row)
				}
			}
		}
	}
	if seen < 100 {
		t.Errorf("only %d rows have text from the right", seen)
	}
}

// written are the rows that a terminal is sent for a frame: what the renderer
// makes of it, cell by cell.
func written(frame string, width, height int) []string {
	return strings.Split(ansi.Strip(cellsOf(frame, width, height).Render()), "\n")
}

// outOfPlace is what of a row stands elsewhere once the row is ordered: a
// stretch from the right that holds more than one text, or figures beside it.
func outOfPlace(t *testing.T, row string) string {
	t.Helper()
	var p bidi.Paragraph
	if _, err := p.SetString(row, bidi.DefaultDirection(bidi.LeftToRight)); err != nil {
		t.Fatal(err)
	}
	order, err := p.Order()
	if err != nil {
		t.Fatal(err)
	}
	inside := false
	for i := range order.NumRuns() {
		run := order.Run(i)
		words := run.String()
		switch {
		case run.Direction() == bidi.RightToLeft:
			if strings.ContainsAny(words, "─│|") || strings.Contains(words, "  ") {
				return words
			}
			inside = true
		case inside && strings.HasPrefix(words, leftToRight):
			inside = false
		case inside && !strings.Contains(words, leftToRight) && !strings.Contains(words, "  "): // figures and Latin words of the text itself
		case inside:
			before, _, _ := strings.Cut(words, leftToRight)
			if strings.ContainsAny(before, "─│|") || strings.Contains(before, "  ") {
				return words
			}
			inside = false
		}
	}
	return ""
}

func TestOutOfPlaceSeesWhatMoves(t *testing.T) {
	for row, want := range map[string]bool{
		"a اسلام  58 │ کابل 12 b":                              true,
		"a \u200eاسلام\u200e  58 │ \u200eکابل\u200e 12 b":      false,
		"a \u200eاسلام 58\u200e  58 │ \u200eکابل 3\u200e 12 b": false,
		"a اسلام │ b": false,
	} {
		if got := outOfPlace(t, row) != ""; got != want {
			t.Errorf("%q: %v, want %v", row, got, want)
		}
	}
}

func TestFromRight(t *testing.T) {
	for s, want := range map[string]bool{
		"اسلام آباد": true, "د کابل ښار": true, "کابل": true, "שלום": true, "٤٨": true,
		"": false, "Kabul": false, "Ünïcode – “quoted”": false, "中文": false, "12 → 13": false,
	} {
		if fromRight(s) != want {
			t.Errorf("fromRight(%q) is not %v", s, want)
		}
	}
}

// Who struck whom is read from the left to the right, whatever the names.
func TestArrowsKeepTheirSides(t *testing.T) {
	r := newRow(newTheme(false, "mono"), 24)
	r.put("پاکستان → طالبان", 24, style{})
	if got, want := strings.TrimRight(r.done(), " "), "\u200eپاکستان\u200e → \u200eطالبان\u200e"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
