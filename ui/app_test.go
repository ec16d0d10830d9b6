package ui

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"crisisdesk/model"
)

func (s *screen) sees(words string) bool {
	return strings.Contains(ansi.Strip(s.app.frame()), words)
}

func TestUnreadIsCountedUntilTheCursorRests(t *testing.T) {
	s := newScreen(t, desk(), 80, 24, nil)
	if s.app.unread() != 0 {
		t.Fatalf("%d unread after the first reading of the folder", s.app.unread())
	}
	s.board.Apply([]model.Update{hostile().update()}, model.Progress{Complete: true, Watch: "inotify"})
	s.news()
	if s.app.unread() != 3 || !s.sees("3 unread") || !s.sees("NEW") {
		t.Fatalf("%d unread, want an incident, a statement and a question:\n%s", s.app.unread(), ansi.Strip(s.app.frame()))
	}
	for want := 2; want >= 0; want-- {
		s.press("u")
		if got := s.app.unread(); got != want {
			t.Errorf("%d unread, want %d", got, want)
		}
		if !s.sees("NEW") {
			t.Error("the item that one is on has lost its sign")
		}
	}
	s.press("u")
	if !s.sees("nothing unread") {
		t.Error("u does not say that nothing is unread")
	}
	s.press("g", "G", "tab")
	if s.sees("NEW") {
		t.Error("an item that was left is still marked")
	}
}

func TestWithdrawnUnreadItemsAreForgotten(t *testing.T) {
	s := newScreen(t, desk(), 80, 24, nil)
	s.board.Apply([]model.Update{hostile().update()}, model.Progress{Complete: true})
	s.news()
	s.board.Apply([]model.Update{{Path: "hostile.txt", Removed: true}}, model.Progress{Complete: true})
	s.news()
	if got := s.app.unread(); got != 0 {
		t.Errorf("%d unread of a document that has gone", got)
	}
}

func TestOpenDetailOutlivesItsItem(t *testing.T) {
	s := newScreen(t, desk(), 80, 24, nil)
	s.press("enter")
	s.board.Apply([]model.Update{{Path: "2025-10-12-wire.txt", Removed: true}}, model.Progress{Complete: true})
	s.news()
	if !s.sees("WITHDRAWN: armed clash") || !s.sees("Fighting broke out") {
		t.Errorf("the detail of a withdrawn incident shows:\n%s", ansi.Strip(s.app.frame()))
	}
	s.press("enter")
	if !s.sees("the document has gone from the folder") {
		t.Error("nothing says why the document does not open")
	}
	s.board.Apply([]model.Update{wire().update()}, model.Progress{Complete: true})
	s.news()
	if s.sees("WITHDRAWN") {
		t.Error("the incident has come back and is still called withdrawn")
	}
}

func TestLatePagesAreDropped(t *testing.T) {
	s := newScreen(t, desk(), 80, 24, nil)
	s.press("enter")
	late := s.send(keyPress("enter"))
	s.press("esc")
	s.send(late())
	if s.app.at != atPanes {
		t.Error("a document opened after one had gone back")
	}
	s.press("j", "enter")
	s.send(late())
	if s.app.at != atDetail {
		t.Error("the document of another item opened")
	}
	first := s.send(keyPress("enter"))
	second := s.send(keyPress("enter"))
	s.send(first())
	if s.app.at != atDetail {
		t.Error("a document opened that one had stopped waiting for")
	}
	s.send(second())
	if s.app.at != atReader {
		t.Error("the document that one waits for did not open")
	}
}

func TestAnUnreadableDocumentIsANotice(t *testing.T) {
	s := newScreen(t, desk(), 80, 24, func(o *Options) {
		o.Open = func(context.Context, *model.Document) ([]byte, error) {
			return nil, errors.New("permission denied\x1b[2J")
		}
	})
	s.press("enter", "enter")
	if !s.sees(`cannot open the document: permission denied\x1b[2J`) {
		t.Errorf("the screen shows:\n%s", ansi.Strip(s.app.frame()))
	}
}

func TestEscapeGoesBackTheWayOneCame(t *testing.T) {
	s := newScreen(t, desk(), 80, 24, nil)
	s.press("enter", "enter", "!", "?")
	for _, want := range []location{atProblems, atReader, atDetail, atPanes, atPanes} {
		s.press("esc")
		if s.app.at != want {
			t.Errorf("esc leads to %s, want %s", placeTitles[s.app.at], placeTitles[want])
		}
	}
}

func TestTheReaderTellsWhatBecameOfItsDocument(t *testing.T) {
	s := newScreen(t, desk(), 80, 24, nil)
	s.press("enter", "enter")
	apply := func(u model.Update) {
		s.board.Apply([]model.Update{u}, model.Progress{Complete: true})
		s.news()
	}
	changed := wire()
	changed.facts.Document.ID = "d-other-bytes"
	for i := range changed.facts.Reports {
		changed.facts.Reports[i].Document = "d-other-bytes"
	}
	apply(changed.update())
	if !s.sees("[ CHANGED SINCE: ISLAMABAD") {
		t.Errorf("a document that was overwritten shows as:\n%s", ansi.Strip(s.app.frame()))
	}
	apply(model.Update{Path: "2025-10-12-wire.txt", Removed: true})
	if !s.sees("[ WITHDRAWN: ISLAMABAD") {
		t.Errorf("a document that has gone shows as:\n%s", ansi.Strip(s.app.frame()))
	}
	apply(wire().update())
	if !s.sees("[ ISLAMABAD") {
		t.Errorf("a document that came back shows as:\n%s", ansi.Strip(s.app.frame()))
	}
}

// u goes to what is new above the cursor before it leaves the pane.
func TestUnreadAboveTheCursorComesBeforeOtherPanes(t *testing.T) {
	s := newScreen(t, desk(), 80, 24, nil)
	s.press("j")
	s.board.Apply([]model.Update{hostile().update()}, model.Progress{Complete: true})
	s.news()
	s.press("u")
	if s.app.focus != 0 || !s.sees(">14OCT25") {
		t.Errorf("u went to\n%s", ansi.Strip(s.app.frame()))
	}
}

// An incident that is now denied is marked, though no document is more.
func TestAChangeOfStatusIsMarked(t *testing.T) {
	s := newScreen(t, desk(), 80, 24, nil)
	changed := wire()
	changed.facts.Reports[0].Status = model.Disputed
	s.board.Apply([]model.Update{changed.update()}, model.Progress{Complete: true})
	s.news()
	if !s.sees("UPD 1 incident") || !s.sees("v armed clash") {
		t.Errorf("the screen shows\n%s", ansi.Strip(s.app.frame()))
	}
}

// Words of a document cannot stand where a sign or another column does.
func TestWordsCannotForgeColumns(t *testing.T) {
	r := wire()
	r.facts.Statements[0].Text = "yes" + strings.Repeat(" ", 29) + "NEW\u3000\u3000 +9"
	r.facts.Statements[0].Speaker.Name = "Sharif \t   denies"
	b := model.NewBoard(nil)
	b.Apply([]model.Update{r.update()}, model.Progress{Complete: true})
	s := newScreen(t, b, 80, 24, nil)
	if !s.sees("Sharif denies          “yes NEW +9”") {
		t.Errorf("the screen shows\n%s", ansi.Strip(s.app.frame()))
	}
}

// Batches that follow each other are told together.
func TestTheNoticeCountsAllThatIsUnread(t *testing.T) {
	s := newScreen(t, desk(), 80, 24, nil)
	for _, r := range []*reading{hostile(), numbered(7), opinion()} {
		s.board.Apply([]model.Update{r.update()}, model.Progress{Complete: true})
		s.news()
	}
	if !s.sees("unread (u goes there): NEW 1 incident, 2 statements, 1 question; UPD 1 incid") {
		t.Errorf("the screen shows\n%s", ansi.Strip(s.app.frame()))
	}
}

// Two esc that arrive together, as over a slow line, go back twice.
func TestEscapeTwiceAtOnce(t *testing.T) {
	s := newScreen(t, desk(), 80, 24, nil)
	s.press("enter", "enter", "alt+esc")
	if s.app.at != atPanes {
		t.Errorf("esc esc leads to %s", placeTitles[s.app.at])
	}
	s.press("/", "x", "alt+esc")
	if s.app.prompt.active || !s.app.query.Empty() {
		t.Error("esc esc leaves the filter")
	}
}

func TestNoticesNameOnlyKeysThatWork(t *testing.T) {
	s := newScreen(t, desk(), 80, 24, nil)
	s.press("enter", "enter")
	s.board.Apply([]model.Update{hostile().update()}, model.Progress{Complete: true})
	s.news()
	if !s.sees("NEW 1 incident") || s.sees("u goes there") {
		t.Errorf("the reader says:\n%s", ansi.Strip(s.app.frame()))
	}
	b := model.NewBoard(nil)
	b.Apply([]model.Update{numbered(1).update()}, model.Progress{Complete: true})
	s = newScreen(t, b, 80, 24, func(o *Options) {
		o.Open = func(context.Context, *model.Document) ([]byte, error) { return []byte(numbered(1).text), nil }
	})
	s.press("tab", "enter", "enter", "n")
	if !s.sees("1 fact here") {
		t.Error("n does nothing and does not say why")
	}
}

// The status line keeps problems and unread however narrow it is, and the
// hints the way to the help.
func TestNarrowScreensKeepWhatMatters(t *testing.T) {
	for width := minWidth; width < 130; width += 7 {
		s := newScreen(t, desk(), width, 24, nil)
		s.board.Apply([]model.Update{hostile().update()}, model.Progress{Complete: true})
		s.news()
		if !s.sees("! 2") || !s.sees("3 unread") {
			t.Errorf("%d columns: the status line is %q", width, ansi.Strip(s.app.statusRow()))
		}
		s.press("tab", "tab", "tab")
		for _, words := range []string{"? help", "NEW", "*"} {
			if !s.sees(words) {
				t.Errorf("%d columns: no %s in\n%s", width, words, ansi.Strip(s.app.frame()))
			}
		}
	}
}

// A mark that goes away does not move the words beside it.
func TestMarksDoNotMoveWords(t *testing.T) {
	for _, size := range []struct{ width, height int }{{45, 20}, {80, 24}, {120, 40}, {200, 60}} {
		for pane, words := range []string{"air strike", "\\u202eton", "Is it"} {
			s := newScreen(t, hostileDesk(), size.width, size.height, nil)
			for range pane {
				s.press("tab")
			}
			before := columnOf(s, words)
			s.app.panes[pane].mark(s.app.panes[pane].current, isNew)
			if after := columnOf(s, words); after != before || before < 0 || !s.sees("NEW") {
				t.Errorf("%d columns: %q went from column %d to %d", size.width, words, before, after)
			}
		}
	}
}

// columnOf is the byte of its row at which words are, -1 where they are not.
func columnOf(s *screen, words string) int {
	for row := range strings.SplitSeq(ansi.Strip(s.app.frame()), "\n") {
		if i := strings.Index(row, words); i >= 0 {
			return i
		}
	}
	return -1
}

// Where the folder cannot be watched as it should be, every screen says so,
// and a wide one says why.
func TestTheStatusLineTellsHowTheFolderIsWatched(t *testing.T) {
	for watch, short := range map[string]string{
		"polling every 5s: NFS signals no changes": "polling every 5s",
		"rescanned: inotify lost events":           "rescanned",
		"folder gone: looking for it again":        "folder gone",
	} {
		for width, want := range map[int]string{80: short, 120: watch} {
			s := newScreen(t, desk(), width, 24, nil)
			s.board.Apply([]model.Update{hostile().update()}, model.Progress{Waiting: 12, Complete: true, Watch: watch})
			s.news()
			if line := ansi.Strip(s.app.statusRow()); !strings.Contains(line, want) || strings.Contains(line, watch) != (want == watch) {
				t.Errorf("%d columns: %q does not say %q", width, line, want)
			}
		}
	}
}
