package ui

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"crisisdesk/model"
	"crisisdesk/ui/config"
)

// Options are what a screen is made of.
type Options struct {
	// Name is what the status line begins with; CRISISDESK where empty.
	Name string
	// Board is what the desk knows.
	Board *model.Board
	// Open reads the text that the Spans of a document point into.
	Open func(ctx context.Context, d *model.Document) ([]byte, error)
	// Save writes a file of a name and says where it stands; nil where officers
	// write none. It never replaces a file.
	Save func(name string, text []byte) (path string, err error)
	// Desk keeps what the officer does; nil where nothing is kept.
	Desk *Desk
	// Now is the time; time.Now where nil.
	Now func() time.Time
	// Keys are the keys of the screen; those of NewKeys(nil) where nil.
	Keys Keys
	// Config is what is configured: of it, the screen takes theme, time, signs of
	// ASCII, mouse, alerts and quiet hours; the zero Config is the usual screen. A
	// NO_COLOR in Environ that is not empty makes the theme mono.
	Config config.Config
	// Clocks are the local times that the status line shows where there is room.
	Clocks []Clock
	// Presence is who has a screen of the desk open; nil where that is not told.
	Presence *Presence
	// Reports is the folder that a report of a fault goes to, where the terminal
	// is not remote.
	Reports string
	// Input, Output and Environ are the terminal; that of the process where nil.
	Input   io.Reader
	Output  io.Writer
	Environ []string
	// settle is how long the cursor rests on an item before the detail beside the
	// lists follows: what one only passes costs a slow line nothing. 150 ms where 0.
	settle time.Duration
	// Remote says that the terminal is not on this machine; nil where it is.
	Remote *Remote
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

// Run shows the screen on the alternate screen of the terminal until the
// officer quits or ctx ends; then it returns nil. The terminal is as it was
// whenever Run returns, after a panic too, which is a [*Fault]
// whose report the error names. A remote
// terminal that takes no more bytes holds Run up: close Output.
func Run(ctx context.Context, o Options) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	o = o.withDefaults()
	a := newApp(ctx, o)
	g := &guarded{Model: a, view: a.View()}
	f := &frames{perSecond: framesPerSecond}
	if o.Remote != nil {
		f.perSecond = framesOfRemote
	}
	filter := func(m tea.Model, msg tea.Msg) tea.Msg {
		g.clear(msg)
		return f.stir(m, msg)
	}
	p := tea.NewProgram(g, append(o.programOptions(), tea.WithFPS(f.perSecond), tea.WithFilter(filter))...)
	f.program = p
	defer f.end()
	if o.Remote != nil {
		go o.Remote.follow(ctx, p, o)
	}
	stopQuitting := context.AfterFunc(ctx, p.Quit) // which waits for the reader of keys, as a killed program does not
	_, err := p.Run()
	stopQuitting()
	a.save()
	switch {
	case g.fault != nil && o.Remote == nil:
		return g.fault.reported(o.Reports, o.Now())
	case g.fault != nil:
		return g.fault
	case err != nil && (ctx.Err() == nil || errors.Is(err, tea.ErrProgramPanic)):
		return fmt.Errorf("the screen ended: %w", err)
	}
	return nil
}

func (o Options) programOptions() []tea.ProgramOption {
	with := []tea.ProgramOption{tea.WithoutSignalHandler(), tea.WithEnvironment(o.Environ)}
	switch {
	case o.Remote != nil:
		with = append(with, o.Remote.options(o.Environ)...)
	case o.Input != nil:
		with = append(with, tea.WithInput(o.Input))
	}
	if o.Output != nil {
		with = append(with, tea.WithOutput(o.Output))
	}
	if noColour(o.Environ) {
		with = append(with, tea.WithColorProfile(colorprofile.ASCII))
	}
	return with
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
	o.settle = cmp.Or(o.settle, 150*time.Millisecond)
	o.Config.Theme = cmp.Or(o.Config.Theme, "auto")
	o.Config.Time = cmp.Or(o.Config.Time, "dtg")
	if noColour(o.Environ) {
		o.Config.Theme = "mono"
	}
	return o
}
