package archive

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"crisisdesk/model"
)

const key = "SHA256:uNiVztksCsDhcc0u9e8BrXwR0p3iGQyAvN/N4zJCHCE"

// note is an entry of an officer, with words for its ID.
func note(o model.Officer, text string) model.Entry {
	return model.Entry{Officer: o, Name: "Amina", Action: model.WriteNote, Of: []model.Item{"report:a"}, Text: text}
}

func appendTo(t testing.TB, a *Archive, e model.Entry) model.Entry {
	t.Helper()
	e, err := a.Append(e)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// notes are the texts of all entries, sorted.
func notes(t testing.TB, a *Archive) []string {
	t.Helper()
	entries, err := a.newFollower().poll()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Text)
	}
	slices.Sort(out)
	return out
}

func wantNotes(t testing.TB, a *Archive, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, notes(t, a)); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
}

func selfJournal(t testing.TB, a *Archive) string {
	t.Helper()
	j, err := a.journal(Self())
	if err != nil {
		t.Fatal(err)
	}
	return j.path
}

func TestAJournalIsReadableByAPerson(t *testing.T) {
	dir := t.TempDir()
	clock := time.Date(2026, 2, 27, 8, 12, 3, 4_567_890, time.FixedZone("PKT", 5*3600))
	a, err := Open(dir, Options{Now: func() time.Time { return clock }})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	e := model.Entry{
		Officer: KeyHolder(key), Name: "Amina <desk 2>", Action: model.JudgeQuestion, Of: []model.Item{model.QuestionItem("regime-change")},
		Value: "unlikely", Scale: model.ICD203, Confidence: "low", About: "Does Pakistan seek regime change in Kabul?",
	}
	appendTo(t, a, e)
	got, err := os.ReadFile(filepath.Join(dir, "journals", "key-uNiVztksCsDhcc0u9e8BrXwR0p3iGQyAvN_N4zJCHCE.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"officer":"key:SHA256:uNiVztksCsDhcc0u9e8BrXwR0p3iGQyAvN/N4zJCHCE","name":"Amina <desk 2>","time":"2026-02-27T03:12:03.004Z","seq":1,` +
		`"action":"judge","of":["question:regime-change"],"value":"unlikely","scale":"icd203","confidence":"low","about":"Does Pakistan seek regime change in Kabul?"}` + "\n"
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	entries, err := a.newFollower().poll()
	if err != nil || len(entries) != 1 || entries[0].Name != e.Name {
		t.Errorf("read back as %+v, %v", entries, err)
	}
}

func TestEntriesAreNumberedAcrossProcessesOfOneOfficer(t *testing.T) {
	dir := t.TempDir()
	one, _ := openDesk(t, dir)
	other, _ := openDesk(t, dir)
	for i := range 6 {
		a := []*Archive{one, other}[i%2]
		if got := appendTo(t, a, note(Self(), fmt.Sprint(i))).Seq; got != uint64(i+1) {
			t.Errorf("entry %d has number %d", i+1, got)
		}
	}
}

func TestAClockSetBackDoesNotReorderAJournal(t *testing.T) {
	clock := time.Date(2026, 2, 27, 8, 0, 0, 0, time.UTC)
	a, err := Open(t.TempDir(), Options{Now: func() time.Time { clock = clock.Add(-time.Hour); return clock }})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	for _, letter := range []string{"C", "D", "B"} {
		appendTo(t, a, model.Entry{Officer: Self(), Action: model.RateOutlet, Of: []model.Item{model.OutletItem("dawn")}, Value: letter})
	}
	entries, err := a.newFollower().poll()
	if err != nil {
		t.Fatal(err)
	}
	if got := model.Fold(entries).Last(model.RateOutlet, model.OutletItem("dawn")).Value; got != "B" {
		t.Errorf("the rating is %s, want the last", got)
	}
}

func TestATornLineIsReadUpToAndHealed(t *testing.T) {
	whole, err := formatLine(model.Entry{Officer: Self(), Seq: 3, Time: time.Now(), Action: model.WriteNote, Of: []model.Item{"report:a"}, Text: "torn"})
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		torn   []byte
		healed []string
		seq    uint64
	}{
		"in the middle":           {whole[:len(whole)/2], []string{"after", "one", "two"}, 3},
		"before its end of line":  {whole[:len(whole)-1], []string{"after", "one", "torn", "two"}, 4},
		"into nothing but spaces": {[]byte("  "), []string{"after", "one", "two"}, 3},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			a, _ := openDesk(t, dir)
			appendTo(t, a, note(Self(), "one"))
			appendTo(t, a, note(Self(), "two"))
			path := selfJournal(t, a)
			a.Close()
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, append(b, c.torn...), 0o600); err != nil {
				t.Fatal(err)
			}

			a, warned := openDesk(t, dir)
			wantNotes(t, a, "one", "two")
			if len(warned.all) > 0 {
				t.Errorf("a line that may still be written is warned of: %q", warned.all)
			}
			if got := appendTo(t, a, note(Self(), "after")).Seq; got != c.seq {
				t.Errorf("the next entry has number %d, want %d", got, c.seq)
			}
			wantNotes(t, a, c.healed...)
		})
	}
}

func TestEntriesWithoutSenseAreNotWritten(t *testing.T) {
	a, _ := openDesk(t, t.TempDir())
	for want, e := range map[string]model.Entry{
		"it says nothing":    {Officer: Self(), Action: model.AskQuestion},
		"is no officer":      {Officer: "amina", Action: model.AskQuestion, Text: "who?"},
		"key:../../etc/cron": {Officer: "key:../../etc/cron", Action: model.AskQuestion, Text: "who?"},
		"is too long":        {Officer: Self(), Action: model.AskQuestion, Text: strings.Repeat("?", 20_000)},
	} {
		if _, err := a.Append(e); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", want, err)
		}
	}
	if got := notes(t, a); got != nil {
		t.Errorf("written are %q", got)
	}
}

func TestJournalsAreFollowedLive(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	dir := t.TempDir()
	one, _ := openDesk(t, dir)
	other, _ := openDesk(t, dir)
	appendTo(t, one, note(Self(), "before"))
	ctx, cancel := context.WithCancel(t.Context())
	heard := make(chan []model.Entry)
	ended := make(chan error)
	go func() { ended <- other.Follow(ctx, func(e []model.Entry) { heard <- e }) }()
	hears := func(want ...string) {
		t.Helper()
		var got []string
		for len(got) < len(want) {
			for _, e := range <-heard {
				got = append(got, e.Text)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("heard (-want +got):\n%s", diff)
		}
	}
	hears("before")
	appendTo(t, one, note(Self(), "live"))
	hears("live")
	appendTo(t, other, note(KeyHolder(key), "a new journal"))
	hears("a new journal")
	if err := os.Remove(selfJournal(t, one)); err != nil {
		t.Fatal(err)
	}
	appendTo(t, one, note(Self(), "after it was removed"))
	hears("after it was removed")
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestPreferencesAreKept(t *testing.T) {
	a, _ := openDesk(t, t.TempDir())
	got := struct{ Zoom int }{7}
	if err := a.Preferences(Self(), &got); got.Zoom != 7 || err != nil {
		t.Errorf("before any: %v, %v", got, err)
	}
	if err := a.SetPreferences(Self(), struct{ Zoom int }{9}); err != nil {
		t.Fatal(err)
	}
	if err := a.Preferences(Self(), &got); got.Zoom != 9 || err != nil {
		t.Errorf("%v, %v", got, err)
	}
}

func TestReadMarksAreKept(t *testing.T) {
	dir := t.TempDir()
	a, _ := openDesk(t, dir)
	if got, err := a.ReadMarks(Self()); got != nil || err != nil {
		t.Errorf("before any: %v, %v", got, err)
	}
	for _, read := range [][]model.Item{{"report:b"}, {}, {"report:a"}} {
		if err := a.SetReadMarks(Self(), read); err != nil {
			t.Fatal(err)
		}
		if got, err := a.ReadMarks(Self()); got == nil || len(got) != len(read) || err != nil {
			t.Errorf("after %v: %v, %v", read, got, err)
		}
	}
	want := map[model.Item]bool{"report:a": true}
	got, err := a.ReadMarks(Self())
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}
