package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	tea "charm.land/bubbletea/v2"

	"crisisdesk/ui/clean"
)

// Fault is a panic that ended a screen, and nothing else.
type Fault struct {
	Value any
	Stack []byte // of the goroutine that panicked
}

func (f *Fault) Error() string { return fmt.Sprintf("a fault of the program: %v", f.Value) }

// reported is the fault as the officer is told of it: with the place of the
// report, else with the report itself on standard error.
func (f *Fault) reported(dir string, now time.Time) error {
	path, err := f.report(dir, now)
	if err != nil {
		fmt.Fprintln(os.Stderr, clean.Text(string(f.Stack)))
		return fmt.Errorf("%w; its report cannot be written: %w", f, err)
	}
	return fmt.Errorf("%w; the report is in %s", f, path)
}

// report writes what is known of a fault to a new file in dir, readable by its
// owner alone, and returns the file's path.
func (f *Fault) report(dir string, now time.Time) (string, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	path := filepath.Join(dir, now.UTC().Format("fault-20060102T150405.000Z.txt"))
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return "", err
	}
	defer file.Close()
	build, _ := debug.ReadBuildInfo()
	if _, err := fmt.Fprintf(file, "%v\n\n%s\n%v", f, f.Stack, build); err != nil {
		return "", err
	}
	return path, file.Sync()
}

// faultMsg brings the panic of a command.
type faultMsg struct{ fault *Fault }

// guarded is a model whose panics, and those of its commands, make it quit.
// Bubble Tea catches them too, but prints them to the terminal of the process.
type guarded struct {
	tea.Model
	view  tea.View
	fault *Fault
}

func (g *guarded) Init() (cmd tea.Cmd) {
	defer g.catch(&cmd)
	return guard(g.Model.Init())
}

// Update draws, too: it can end the program where that panics, as View cannot.
func (g *guarded) Update(msg tea.Msg) (m tea.Model, cmd tea.Cmd) {
	m = g
	defer g.catch(&cmd)
	if f, ok := msg.(faultMsg); ok {
		g.fault = f.fault
	}
	if g.fault != nil {
		return g, tea.Quit
	}
	_, cmd = g.Model.Update(msg)
	g.view = g.Model.View()
	return g, guard(cmd)
}

// catch makes a panic of the caller the end of the program.
func (g *guarded) catch(cmd *tea.Cmd) {
	if r := recover(); r != nil {
		g.fault = &Fault{r, debug.Stack()}
		*cmd = tea.Quit
	}
}

func (g *guarded) View() tea.View { return g.view }

// clear empties the screen before the program ends: a terminal that has no
// alternate screen, or is told to have none, keeps the last frame.
func (g *guarded) clear(msg tea.Msg) {
	if _, ends := msg.(tea.QuitMsg); ends {
		g.view.Content = ""
	}
}

// guard makes a message of what a command panics with.
func guard(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				msg = faultMsg{&Fault{r, debug.Stack()}}
			}
		}()
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i := range batch {
				batch[i] = guard(batch[i])
			}
		}
		return msg
	}
}
