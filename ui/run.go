package ui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"crisisdesk/model"
)

// Options are what a screen is made of.
type Options struct {
	// Name is what the status line begins with; CRISISDESK where empty.
	Name string
	// Board is what the desk knows.
	Board *model.Board
	// Open reads the text that the Spans of a document point into.
	Open func(ctx context.Context, d *model.Document) ([]byte, error)
	// Desk keeps what the officer does; nil where nothing is kept.
	Desk *Desk
	// Now is the time; time.Now where nil.
	Now func() time.Time
	// Keys are the keys of the screen; those of NewKeys(nil) where nil.
	Keys Keys
	// Clocks are the local times that the status line shows where there is room.
	Clocks []Clock
	// ASCII draws without box lines and other signs beyond ASCII.
	ASCII bool
	// Mono draws without colours. A NO_COLOR in Environ that is not empty does the same.
	Mono bool
	// Input, Output and Environ are the terminal; that of the process where nil.
	Input   io.Reader
	Output  io.Writer
	Environ []string
}

// Usable says why the process has no terminal for a screen, nil where it has.
func Usable() error {
	if !term.IsTerminal(os.Stdin.Fd()) || !term.IsTerminal(os.Stdout.Fd()) {
		return errors.New("the dashboard needs a terminal; without one, use 'crisisdesk export'")
	}
	if os.Getenv("TERM") == "dumb" {
		return errors.New("the dashboard needs a terminal that moves its cursor, and TERM says dumb; 'crisisdesk export' needs none")
	}
	return nil
}

const framesPerSecond = 10

// Run shows the screen on the alternate screen of the terminal until the
// officer quits or ctx ends, as it does on SIGHUP and SIGTERM; then it returns
// nil. The terminal is as it was whenever Run returns, after a panic too.
func Run(ctx context.Context, o Options) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGHUP, syscall.SIGTERM)
	defer stop()
	o = o.withDefaults()
	with := []tea.ProgramOption{
		tea.WithoutSignalHandler(), tea.WithFPS(framesPerSecond), tea.WithEnvironment(o.Environ),
	}
	if o.Input != nil {
		with = append(with, tea.WithInput(o.Input))
	}
	if o.Output != nil {
		with = append(with, tea.WithOutput(o.Output))
	}
	if o.Mono {
		with = append(with, tea.WithColorProfile(colorprofile.ASCII))
	}
	a := newApp(ctx, o)
	p := tea.NewProgram(a, with...)
	stopQuitting := context.AfterFunc(ctx, p.Quit) // which waits for the reader of keys, as a killed program does not
	_, err := p.Run()
	stopQuitting()
	a.saveRead()
	if err != nil && ctx.Err() != nil && !errors.Is(err, tea.ErrProgramPanic) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("the screen ended: %w", err)
	}
	return nil
}

func (o Options) withDefaults() Options {
	if o.Name == "" {
		o.Name = "CRISISDESK"
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Keys == nil {
		o.Keys, _ = NewKeys(nil) // whose keys do not clash
	}
	if o.Environ == nil {
		o.Environ = os.Environ()
	}
	for _, v := range o.Environ {
		if len(v) > len("NO_COLOR=") && v[:len("NO_COLOR=")] == "NO_COLOR=" {
			o.Mono = true
		}
	}
	return o
}
