package serve

import (
	"regexp"

	"github.com/charmbracelet/ssh"
	gossh "golang.org/x/crypto/ssh"

	"crisisdesk/ui"
)

// The bounds of a terminal, whatever its client says it is.
const (
	minColumns, maxColumns = 20, 500
	minRows, maxRows       = 10, 200
)

// requests are what a client asks for on one channel: a terminal, once, then a
// shell on it, once, and other sizes. Of everything else the library learns
// only that it is to be refused: it answers in the order of the questions.
type requests struct {
	gossh.NewChannel
	kind  string // of the terminal, as TERM names it
	sizes chan ui.Size
	shell bool
}

// refused is a request that the library does not know.
const refused = "refused"

func newRequests(c gossh.NewChannel) *requests {
	return &requests{NewChannel: c, sizes: make(chan ui.Size, 1)}
}

// Accept opens the channel.
func (r *requests) Accept() (gossh.Channel, <-chan *gossh.Request, error) {
	channel, asked, err := r.NewChannel.Accept()
	if err != nil {
		return nil, nil, err
	}
	granted := make(chan *gossh.Request)
	go func() {
		defer close(granted)
		defer close(r.sizes)
		for q := range asked {
			if !r.grant(q) {
				q.Type, q.Payload = refused, nil
			}
			granted <- q
		}
	}()
	return channel, granted, nil
}

// grant reports whether a request goes on to the library; it leaves of it only
// what is of use.
func (r *requests) grant(q *gossh.Request) bool {
	switch q.Type {
	case "pty-req": // RFC 4254, section 6.2
		var asked struct {
			Term                         string
			Columns, Rows, Width, Height uint32
			Modes                        string
		}
		if r.kind != "" || gossh.Unmarshal(q.Payload, &asked) != nil {
			return false
		}
		r.kind = terminalKind(asked.Term)
		size := bounded(asked.Columns, asked.Rows)
		r.resize(size)
		asked.Term, asked.Modes = r.kind, ""
		asked.Columns, asked.Rows, asked.Width, asked.Height = uint32(size.Columns), uint32(size.Rows), 0, 0
		q.Payload = gossh.Marshal(&asked)
		return true
	case "shell":
		granted := r.kind != "" && !r.shell
		r.shell = r.shell || granted
		return granted
	case "window-change": // section 6.7; no reply is wanted
		var asked struct{ Columns, Rows, Width, Height uint32 }
		if r.kind != "" && gossh.Unmarshal(q.Payload, &asked) == nil {
			r.resize(bounded(asked.Columns, asked.Rows))
		}
	}
	return false
}

// resize leaves the newest size to be taken.
func (r *requests) resize(to ui.Size) {
	select {
	case <-r.sizes:
	default:
	}
	r.sizes <- to
}

func bounded(columns, rows uint32) ui.Size {
	return ui.Size{
		Columns: int(min(max(columns, minColumns), maxColumns)),
		Rows:    int(min(max(rows, minRows), maxRows)),
	}
}

var plainKind = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._+-]{0,31}$`)

// terminalKind is what a client calls its terminal; names are looked up in
// files, and only plain ones are.
func terminalKind(s string) string {
	if plainKind.MatchString(s) {
		return s
	}
	return "xterm-256color"
}

// channelContext is the context of a connection, with what is asked for on one
// channel of it.
type channelContext struct {
	ssh.Context
	asked *requests
}

type requestsKey struct{}

func (c channelContext) Value(key any) any {
	if key == (requestsKey{}) {
		return c.asked
	}
	return c.Context.Value(key)
}
