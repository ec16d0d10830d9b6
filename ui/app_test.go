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
