package ui

import (
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"

	"crisisdesk/model"
)

// session is a run of the screen on a pseudo-terminal.
type session struct {
	t        *testing.T
	keys     *os.File
	terminal *vt.SafeEmulator
	ended    chan error
}

func run(ctx context.Context, t *testing.T, with func(*Options)) *session {
	t.Helper()
	keys, tty, err := pty.Open()
	if err != nil {
		t.Skip("no pseudo-terminal: ", err)
	}
	if err := pty.Setsize(keys, &pty.Winsize{Cols: 100, Rows: 30}); err != nil {
		t.Fatal(err)
	}
	s := &session{t, keys, vt.NewSafeEmulator(100, 30), make(chan error, 1)}
	o := Options{
		Board: desk(), Input: tty, Output: tty, Environ: []string{"TERM=xterm-256color"},
		Open: func(_ context.Context, d *model.Document) ([]byte, error) { return []byte(texts[d.Path]), nil },
	}
	if with != nil {
		with(&o)
	}
	go io.Copy(keys, s.terminal) // what the terminal answers
	go io.Copy(s.terminal, keys)
	go func() { s.ended <- Run(ctx, o) }()
	t.Cleanup(func() { tty.Close(); keys.Close(); s.terminal.Close() })
	return s
}

func (s *session) shows(words string) {
	s.t.Helper()
	s.until(words, func() bool { return strings.Contains(s.terminal.String(), words) })
}

// until waits, long enough for the slowest machine, for what must come.
func (s *session) until(what string, come func() bool) {
	s.t.Helper()
	for deadline := time.Now().Add(30 * time.Second); !come(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			s.t.Fatalf("never came: %s; the screen:\n%s", what, s.terminal.String())
		}
	}
}

// restored asserts how a run ended, and that the terminal is as it was.
func (s *session) restored() error {
	s.t.Helper()
	err := <-s.ended
	s.until("the screen of before", func() bool { return !s.terminal.IsAltScreen() })
	return err
}

func TestRunWalksToTheWordsAndQuits(t *testing.T) {
	s := run(t.Context(), t, nil)
	s.shows("Open questions 3")
	io.WriteString(s.keys, "j\r")
	s.shows("Reports")
	io.WriteString(s.keys, "\r")
	s.shows("Air strikes hit the centre of Kabul on Thursday night, residents said.")
	io.WriteString(s.keys, "q")
	if err := s.restored(); err != nil {
		t.Errorf("q ended the run with %v", err)
	}
}

func TestRunEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	s := run(ctx, t, nil)
	s.shows("Incidents 2")
	cancel()
	if err := s.restored(); err != nil {
		t.Errorf("a context that ends made the run fail with %v", err)
	}
}

func TestRunRestoresTheTerminalAfterAPanic(t *testing.T) {
	s := run(t.Context(), t, func(o *Options) {
		o.Open = func(context.Context, *model.Document) ([]byte, error) { panic("a fault of the program") }
	})
	s.shows("Incidents 2")
	io.WriteString(s.keys, "\r")
	s.shows("Reports")
	io.WriteString(s.keys, "\r")
	if err := s.restored(); !errors.Is(err, tea.ErrProgramPanic) {
		t.Errorf("the run ended with %v, want a panic", err)
	}
}
