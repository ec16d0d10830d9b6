package endtoend

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
)

// However the program is asked to end, it ends, and leaves the terminal as it was.
func TestEndingRestoresTheTerminal(t *testing.T) {
	fresh, other, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	before := modes(t, fresh)
	other.Close()
	fresh.Close()
	for _, c := range []struct {
		name string
		ask  func(*terminal) error
	}{
		{"q", func(term *terminal) error { term.press("q"); return nil }},
		{"ctrl+c", func(term *terminal) error { term.press("\x03"); return nil }},
		{"SIGTERM", func(term *terminal) error { return term.process.Signal(syscall.SIGTERM) }},
		{"SIGINT", func(term *terminal) error { return term.process.Signal(syscall.SIGINT) }},
		{"SIGHUP", func(term *terminal) error { return term.process.Signal(syscall.SIGHUP) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			term := start(t, 80, 24, "--dir", t.TempDir())
			term.shows("Incidents")
			if during := modes(t, term.master); during == before {
				t.Error("the program leaves the terminal echoing")
			}
			if err := c.ask(term); err != nil {
				t.Fatal(err)
			}
			if err := term.end(); err != nil {
				t.Errorf("the program ended with %v", err)
			}
			if !term.restored() {
				t.Error("the alternate screen was left on")
			}
			if after := modes(t, term.master); after != before {
				t.Error("the modes of the terminal are not what they were")
			}
		})
	}
}

// A terminal that cannot move its cursor is told so, not written full.
func TestDumbTerminal(t *testing.T) {
	term := startIn(t, "dumb", 80, 24, "--dir", t.TempDir())
	var exit *exec.ExitError
	if err := term.end(); !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Errorf("the program ended with %v, want 1", err)
	}
	term.shows("moves its cursor")
}

// modes are the settings of a terminal's line, as stty(1) shows them.
func modes(t *testing.T, terminal *os.File) term.State {
	t.Helper()
	state, err := term.GetState(terminal.Fd())
	if err != nil {
		t.Fatal(err)
	}
	return *state
}

// A terminal that is closed, as when a connection breaks, ends the program,
// and what was read until then is kept.
func TestAClosedTerminalEndsTheProgram(t *testing.T) {
	watched, desk := newDesk(t)
	write(t, watched, "story.txt", talks)
	term := start(t, 80, 24, "--dir", watched, "--desk", desk)
	term.shows("04MAR26")
	if err := term.master.Close(); err != nil {
		t.Fatal(err)
	}
	if err := term.end(); err != nil {
		t.Errorf("the program ended with %v", err)
	}
	if marks, err := filepath.Glob(filepath.Join(desk, "read", "*.json")); err != nil || len(marks) != 1 {
		t.Errorf("the marks of what was read are %v, %v", marks, err)
	}
}
