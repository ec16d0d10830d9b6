package ui

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"

	"crisisdesk/model"
)

// session is a run of the screen on a pseudo-terminal.
type session struct {
	t     *testing.T
	keys  *os.File
	ended chan error

	mu       sync.Mutex
	terminal *vt.Emulator
	wrote    []byte // by the program
}

// Write shows what the program writes.
func (s *session) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.wrote = append(s.wrote, p...)
	return s.terminal.Write(p)
}

func (s *session) screen() (text string, alternate bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.terminal.String(), s.terminal.IsAltScreen()
}

func run(ctx context.Context, t *testing.T, with func(*Options)) *session {
	t.Helper()
	return runAt(ctx, t, 100, 30, with)
}

func runAt(ctx context.Context, t *testing.T, columns, rows int, with func(*Options)) *session {
	t.Helper()
	keys, tty, err := pty.Open()
	if err != nil {
		t.Skip("no pseudo-terminal: ", err)
	}
	if err := pty.Setsize(keys, &pty.Winsize{Cols: uint16(columns), Rows: uint16(rows)}); err != nil {
		t.Fatal(err)
	}
	s := &session{t: t, keys: keys, terminal: vt.NewEmulator(columns, rows), ended: make(chan error, 1)}
	o := Options{
		Board: desk(), Input: tty, Output: tty, Environ: []string{"TERM=xterm-256color"},
		Open: func(_ context.Context, d *model.Document) ([]byte, error) { return []byte(texts[d.Path]), nil },
	}
	if with != nil {
		with(&o)
	}
	answers := make(chan struct{})
	go func() { // to what the program asks of the terminal
		io.Copy(keys, s.terminal)
		close(answers)
	}()
	go io.Copy(s, keys)
	ctx, stop := context.WithCancel(ctx)
	go func() {
		s.ended <- Run(ctx, o)
		close(s.ended)
	}()
	t.Cleanup(func() {
		stop()
		for range s.ended { // nothing reads the terminal once it is closed
		}
		if pipe, ok := s.terminal.InputPipe().(io.Closer); ok {
			pipe.Close()
			<-answers
		}
		tty.Close()
		keys.Close()
	})
	return s
}

func (s *session) shows(words string) {
	s.t.Helper()
	s.until(words, func() bool {
		text, _ := s.screen()
		return strings.Contains(text, words)
	})
}

// until waits, long enough for the slowest machine, for what must come.
func (s *session) until(what string, come func() bool) {
	s.t.Helper()
	for deadline := time.Now().Add(30 * time.Second); !come(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			text, _ := s.screen()
			s.t.Fatalf("never came: %s; the screen:\n%s", what, text)
		}
	}
}

// restored asserts how a run ended, and that the terminal is as it was.
func (s *session) restored() error {
	s.t.Helper()
	err := <-s.ended
	s.until("the screen of before", func() bool {
		_, alternate := s.screen()
		return !alternate
	})
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

// A terminal without an alternate screen, such as GNU screen unless it is told
// otherwise, is left empty.
func TestRunLeavesNoFrameBehind(t *testing.T) {
	s := run(t.Context(), t, nil)
	s.shows("Open questions 3")
	io.WriteString(s.keys, "q")
	if err := s.restored(); err != nil {
		t.Error(err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	simple := vt.NewEmulator(100, 30)
	go io.Copy(io.Discard, simple) // answers to queries
	defer simple.InputPipe().(io.Closer).Close()
	simple.Write(regexp.MustCompile(`\x1b\[\?1049[hl]`).ReplaceAll(s.wrote, nil))
	if left := strings.TrimSpace(simple.String()); left != "" {
		t.Errorf("the screen keeps:\n%s", left)
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
	reports := filepath.Join(t.TempDir(), "reports")
	s := run(t.Context(), t, func(o *Options) {
		tty := o.Input.(*os.File)
		if _, err := term.MakeRaw(tty.Fd()); err != nil {
			t.Fatal(err)
		}
		o.Input = struct{ io.Reader }{tty} // a program that panics closes its own reader of a terminal under it: a race of the library
		o.Open = func(context.Context, *model.Document) ([]byte, error) { panic("a fault of the program") }
		o.Reports = reports
	})
	s.shows("armed clash")
	io.WriteString(s.keys, "\r")
	s.shows("Reports")
	io.WriteString(s.keys, "\r")
	var fault *Fault
	err := s.restored()
	if !errors.As(err, &fault) || fault.Value != "a fault of the program" {
		t.Errorf("the run ended with %v, want the panic", err)
	}
	_, path, _ := strings.Cut(err.Error(), "the report is in ")
	report, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(report), "TestRunRestoresTheTerminalAfterAPanic") {
		t.Errorf("the report says %q, %v", report, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 || filepath.Dir(path) != reports {
		t.Errorf("the report is at %s with the mode %v, %v", path, info.Mode(), err)
	}
}
