package endtoend

import (
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// terminal runs the program in a pseudo-terminal, or is at the other end of a
// connection to it, and keeps its screen.
type terminal struct {
	t       testing.TB
	process *os.Process // nil at the other end
	master  *os.File    // so
	keys    io.Writer
	ended   chan error // the program's end, once

	down bool // the last key of keyToFrame

	mu     sync.Mutex
	screen *vt.Emulator
	wrote  []byte    // all that the program has sent
	came   time.Time // the last of it
}

// patience is how long a screen may take to show what a test waits for. It
// is generous: what is tested is that it comes, not how fast.
const patience = 60 * time.Second

func start(t testing.TB, cols, rows int, args ...string) *terminal {
	t.Helper()
	return startIn(t, "xterm-256color", cols, rows, args...)
}

// startIn starts the program in a terminal of the kind that TERM names.
func startIn(t testing.TB, kind string, cols, rows int, args ...string) *terminal {
	t.Helper()
	c := exec.Command(program, args...)
	c.Env = append(os.Environ(), "TERM="+kind, "NO_COLOR=", "XDG_STATE_HOME="+t.TempDir())
	master, err := pty.StartWithSize(c, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)})
	if err != nil {
		t.Fatal(err)
	}
	term := &terminal{
		t: t, process: c.Process, master: master, keys: master, ended: make(chan error, 1), screen: vt.NewEmulator(cols, rows),
	}
	var copies sync.WaitGroup
	copies.Go(func() { // answers to the program's queries, to nobody once it has ended
		io.Copy(master, term.screen)
		io.Copy(io.Discard, term.screen)
	})
	copies.Go(func() {
		io.Copy(term, master) // ends with the program: EIO on the master
		term.screen.InputPipe().(io.Closer).Close()
		term.ended <- c.Wait()
	})
	t.Cleanup(func() {
		c.Process.Kill()
		copies.Wait()
		master.Close()
	})
	return term
}

// Write takes what the program sends to its terminal.
func (term *terminal) Write(p []byte) (int, error) {
	came := time.Now()
	term.mu.Lock()
	defer term.mu.Unlock()
	term.wrote, term.came = append(term.wrote, p...), came
	return term.screen.Write(p)
}

// text is what the screen shows.
func (term *terminal) text() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.screen.String()
}

// after waits until the screen shows words, or shows them no more, and says when
// the last of what it shows then came. It looks only where something has come: a
// terminal that is busy with itself would take the cores from the program.
func (term *terminal) after(words string, shown bool) time.Time {
	term.t.Helper()
	deadline, looked := time.Now().Add(patience), time.Time{}
	for {
		term.mu.Lock()
		came := term.came
		there := came != looked && strings.Contains(term.screen.String(), words) == shown
		term.mu.Unlock()
		switch {
		case there:
			return came
		case time.Now().After(deadline):
			term.t.Fatalf("waited in vain, for %q %v; the screen:\n%s", words, shown, term.text())
		}
		looked = came
		time.Sleep(time.Millisecond)
	}
}

// restored reports whether the screen is the one that was there before the program.
func (term *terminal) restored() bool {
	term.mu.Lock()
	defer term.mu.Unlock()
	return !term.screen.IsAltScreen()
}

func (term *terminal) press(keys string) {
	term.t.Helper()
	if _, err := io.WriteString(term.keys, keys); err != nil {
		term.t.Fatal(err)
	}
}

// see waits until the screen satisfies a condition.
func (term *terminal) see(what string, condition func(screen string) bool) {
	term.t.Helper()
	deadline := time.Now().Add(patience)
	for !condition(term.text()) {
		if time.Now().After(deadline) {
			term.t.Fatalf("never saw %s; the screen:\n%s", what, term.text())
		}
		time.Sleep(20 * time.Millisecond)
	}
}

func (term *terminal) shows(words string) {
	term.t.Helper()
	term.see(words, func(s string) bool { return strings.Contains(s, words) })
}

func (term *terminal) loses(words string) {
	term.t.Helper()
	term.see("the end of "+words, func(s string) bool { return !strings.Contains(s, words) })
}

// hasRead waits until the screen shows words, and that the folder has been read:
// what comes after that is new.
func (term *terminal) hasRead(words string) {
	term.t.Helper()
	term.see(words+", and the folder read", func(s string) bool {
		return strings.Contains(s, words) && !strings.Contains(s, "waiting") && !strings.Contains(s, "reading the folder")
	})
}

// end waits for the program's end and returns its error.
func (term *terminal) end() error {
	term.t.Helper()
	select {
	case err := <-term.ended:
		return err
	case <-time.After(patience):
		term.t.Fatalf("the program did not end; the screen:\n%s", term.text())
		return nil
	}
}
