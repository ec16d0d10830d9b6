package serve

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"charm.land/wish/v2"
	"github.com/charmbracelet/ssh"
	gossh "golang.org/x/crypto/ssh"

	"crisisdesk/ui"
)

// session is a screen of one officer.
type session struct {
	officer Officer
	end     context.CancelCauseFunc
	ended   chan struct{}
}

// ending is why a session ended, in words for its officer.
type ending string

func (e ending) Error() string { return string(e) }

const (
	errStopping  = ending("the desk is being stopped; connect again later")
	errRemoved   = ending("your key was taken from the keys of this desk")
	errOtherRole = ending("what your key may do here has changed; connect again")
	errStalled   = ending("your terminal took nothing any more")
	errGone      = ending("your terminal went away")
	errFault     = ending("a fault of the program ended this screen, and nobody else's; connect again")
	errDumb      = ending("the dashboard needs a terminal that moves its cursor, and TERM says dumb")
)

// serve shows an officer the screen.
func (s *Server) serve(to ssh.Session) {
	asked, ok := to.Context().Value(requestsKey{}).(*requests)
	officer, known := s.settings.Load().keys[gossh.FingerprintSHA256(to.PublicKey())]
	if !ok || !known { // the key was taken away between its proof and now
		s.refuse(to, officer, errRemoved)
		return
	}
	ctx, end := context.WithCancelCause(to.Context())
	defer end(nil)
	one := &session{officer: officer, end: end, ended: make(chan struct{})}
	if err := s.join(one); err != nil {
		s.refuse(to, officer, err)
		return
	}
	defer s.leave(one)
	visit := visitOf(to.Context())
	visit.opened()
	defer visit.shut()

	began := time.Now()
	log := s.options.Log.With("officer", officer.Name, "fingerprint", officer.Fingerprint, "address", to.RemoteAddr().String())
	log.Info("a session begins", "role", officer.role(), "terminal", asked.kind, "client", to.Context().ClientVersion())
	limits := s.settings.Load().limits
	out := patient{to, limits.stalled, func() { end(errStalled); visit.Close() }}
	err := s.show(ctx, one, asked, to, out)
	if err == nil {
		err = context.Cause(ctx)
	}
	if errors.Is(err, context.Canceled) { // by the end of the connection
		err = errGone
	}
	log.Info("a session ends", "after", time.Since(began).Round(time.Second), "reason", reason(err))
	if err != nil {
		said := errFault
		errors.As(err, &said)
		fmt.Fprintf(out, "crisisdesk: %s.\n", said)
		to.Exit(1)
	}
}

// show runs the screen until it ends; the error is why, nil where the officer quit.
func (s *Server) show(ctx context.Context, one *session, asked *requests, to ssh.Session, out patient) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = s.fault(one, &ui.Fault{Value: r, Stack: debug.Stack()})
		}
	}()
	if asked.kind == "dumb" {
		return errDumb
	}
	settings := s.settings.Load()
	o := s.options.Screen(one.officer)
	if settings.presence {
		defer s.presence.Enter(one.officer.Name)()
		o.Presence = &s.presence
	}
	ctx, over := context.WithCancel(ctx)
	typed := func() {}
	if d := settings.limits.idle; d > 0 {
		idle := time.AfterFunc(d, func() { one.end(ending(fmt.Sprintf("no key was pressed for %v", d))) })
		defer idle.Stop()
		typed = func() {
			if ctx.Err() == nil { // keys may come when the screen has gone
				idle.Reset(d)
			}
		}
	}
	defer over()
	if d := settings.limits.longest; d > 0 {
		defer time.AfterFunc(d, func() { one.end(ending(fmt.Sprintf("a session lasts %v; connect again", d))) }).Stop()
	}
	o.Save = nil // there is no file of the server's that is an officer's
	o.Environ = []string{"TERM=" + asked.kind}
	o.Input = keyboard{to, typed, func() { one.end(errGone) }}
	o.Output = out
	o.Remote = &ui.Remote{Sizes: asked.sizes}
	err = ui.Run(ctx, o)
	if fault := (*ui.Fault)(nil); errors.As(err, &fault) {
		return s.fault(one, fault)
	}
	return err
}

// fault logs a panic, and is what its officer is told.
func (s *Server) fault(one *session, f *ui.Fault) error {
	s.options.Log.Error("a panic ended a session", "officer", one.officer.Name, "panic", fmt.Sprint(f.Value), "stack", string(f.Stack))
	return errFault
}

// refuse tells a client that it gets no screen.
func (s *Server) refuse(to ssh.Session, officer Officer, why error) {
	s.refusals.tell("a session is refused", "officer", officer.Name, "address", to.RemoteAddr().String(), "reason", why.Error())
	wish.Fatalln(to, "crisisdesk: "+why.Error()+".")
}

// reason is the end of a session for the log.
func reason(err error) string {
	if err == nil {
		return "quit"
	}
	return err.Error()
}
