package ui

import (
	"context"
	"io"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
)

// Remote is a terminal that the process is not on, at the other end of a
// connection: only Input, Output and TERM of Environ are known of it. Input is
// read until it ends, also when Run has returned.
type Remote struct {
	// Sizes are those that the terminal has, one after another: the first is
	// there at once, the last stays. Whoever gives them closes the channel.
	Sizes <-chan Size
}

// Size is that of a terminal, in cells.
type Size struct{ Columns, Rows int }

// longestSequence is how many bytes a terminal may send that make no key: an
// endless paste is not to fill the memory of the machine.
const longestSequence = 64 << 10

// options are what a program needs that has no terminal to ask.
func (r *Remote) options(environ []string) []tea.ProgramOption {
	size := <-r.Sizes
	return []tea.ProgramOption{
		tea.WithInput(nil), // its reader of keys never ends where the program does so between two of them
		tea.WithWindowSize(size.Columns, size.Rows),
		tea.WithColorProfile(colorprofile.Env(environ)),
	}
}

// follow tells the program the keys and the further sizes. Where there will be
// no more keys the program ends.
func (r *Remote) follow(ctx context.Context, p *tea.Program, o Options) {
	go func() {
		for s := range r.Sizes {
			p.Send(tea.WindowSizeMsg{Width: s.Columns, Height: s.Rows})
		}
	}()
	in := &sequences{Reader: o.Input}
	events := make(chan uv.Event)
	go func() {
		defer close(events)
		_ = uv.NewTerminalReader(in, uv.Environ(o.Environ).Getenv("TERM")).StreamEvents(ctx, events) // whoever gave Input knows of its end
	}()
	for e := range events {
		in.length.Store(0)
		p.Send(e)
	}
	p.Quit()
}

// sequences reads what is to become keys, as long as it does.
type sequences struct {
	io.Reader
	length atomic.Int64 // since the last key
}

func (s *sequences) Read(b []byte) (int, error) {
	n, err := s.Reader.Read(b)
	if s.length.Add(int64(n)) > longestSequence {
		return 0, io.ErrUnexpectedEOF
	}
	return n, err
}
