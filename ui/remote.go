package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// Remote is a terminal that the process is not on, at the other end of a
// connection: only Input, Output and TERM of Environ are known of it.
type Remote struct {
	// Sizes are those that the terminal has, one after another: the first is
	// there at once, the last stays. Whoever gives them closes the channel.
	Sizes <-chan Size
}

// Size is that of a terminal, in cells.
type Size struct{ Columns, Rows int }

// framesOfRemote is how often a remote screen may be redrawn each second. A
// key shows 50 ms after it was pressed only where frames are closer than that.
const framesOfRemote = 30

// options are what a program needs that has no terminal to ask.
func (r *Remote) options(environ []string) []tea.ProgramOption {
	size := <-r.Sizes
	return []tea.ProgramOption{
		tea.WithWindowSize(size.Columns, size.Rows), tea.WithFPS(framesOfRemote),
		tea.WithColorProfile(colorprofile.Env(environ)),
	}
}

// follow tells the program the further sizes, until ctx ends.
func (r *Remote) follow(ctx context.Context, p *tea.Program) {
	for {
		select {
		case <-ctx.Done():
			return
		case s, ok := <-r.Sizes:
			if !ok {
				return
			}
			p.Send(tea.WindowSizeMsg{Width: s.Columns, Height: s.Rows})
		}
	}
}
