package serve

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"sync"
	"sync/atomic"

	"charm.land/wish/v2"
	"github.com/charmbracelet/ssh"
	gossh "golang.org/x/crypto/ssh"

	"crisisdesk/ui"
)

// Options are what a server is made of.
type Options struct {
	Listen  string // the address; the server is meant for a box, and 127.0.0.1:2222 is the usual one
	HostKey string // the file of the server's own key; made where it is not there
	Settings
	// Screen is what the screen of an officer is made of; what belongs to the
	// terminal is filled in.
	Screen func(Officer) ui.Options
	// Log is told who came, why they went, and who was refused.
	Log *slog.Logger
}

// Server serves one desk. Its methods are for any number of goroutines.
type Server struct {
	options     Options
	listener    net.Listener
	fingerprint string
	ssh         *ssh.Server
	door        *door
	presence    ui.Presence
	settings    atomic.Pointer[settings]

	mu       sync.Mutex
	sessions map[*session]bool
	stopping bool
}

// settings are Settings with the keys that were read for them.
type settings struct {
	Settings
	keys keyring
}

// Listen makes a server and lets the kernel take connections for it, which
// [Server.Serve] then serves. The error says what to do where nobody could
// connect, or anybody.
func Listen(o Options) (*Server, error) {
	s := &Server{options: o, sessions: map[*session]bool{}}
	if err := s.set(o.Settings); err != nil {
		return nil, err
	}
	host, err := loadHostKey(o.HostKey)
	if err != nil {
		return nil, err
	}
	s.fingerprint = gossh.FingerprintSHA256(host.PublicKey())
	s.door = newDoor(o.Log, o.Limits)
	s.ssh, err = wish.NewServer(
		func(srv *ssh.Server) error { srv.AddHostKey(host); return nil },
		wish.WithVersion("crisisdesk"),
		wish.WithPublicKeyAuth(s.knows),
		ssh.WrapConn(s.door.admit),
		ssh.EmulatePty(),
		wish.WithMiddleware(func(ssh.Handler) ssh.Handler { return s.serve }),
	)
	if err != nil {
		return nil, err
	}
	s.ssh.ServerConfigCallback = func(ssh.Context) *gossh.ServerConfig { return &gossh.ServerConfig{MaxAuthTries: 6} }
	s.ssh.ConnectionFailedCallback = s.failed
	s.ssh.ChannelHandlers = map[string]ssh.ChannelHandler{"session": s.channel}
	s.ssh.RequestHandlers = map[string]ssh.RequestHandler{}
	if s.listener, err = net.Listen("tcp", o.Listen); err != nil {
		return nil, err
	}
	return s, nil
}

// Addr is where the server listens.
func (s *Server) Addr() net.Addr { return s.listener.Addr() }

// Fingerprint is that of the host key.
func (s *Server) Fingerprint() string { return s.fingerprint }

// Serve serves until ctx ends; then it returns nil, within five seconds.
func (s *Server) Serve(ctx context.Context) error {
	accepting := make(chan error, 1)
	go func() { accepting <- s.ssh.Serve(s.listener) }()
	select {
	case err := <-accepting:
		s.stop()
		return err
	case <-ctx.Done():
	}
	s.listener.Close()
	<-accepting
	s.stop()
	return nil
}

// stop tells every officer and waits for them to go, but not for ever.
func (s *Server) stop() {
	s.mu.Lock()
	s.stopping = true
	for one := range s.sessions {
		one.end(errStopping)
	}
	s.mu.Unlock()
	s.door.close(stopWithin)
	s.mu.Lock()
	left := make([]*session, 0, len(s.sessions))
	for one := range s.sessions {
		left = append(left, one)
	}
	s.mu.Unlock()
	for _, one := range left {
		<-one.ended // its connection is closed: it saves what was read, and ends
	}
}

// Reload takes other settings, and reads the keys anew. Sessions whose key may
// no longer do what it did are ended. After an error all is as it was.
func (s *Server) Reload(to Settings) error {
	if err := s.set(to); err != nil {
		return err
	}
	s.door.setLimits(to.Limits)
	keys := s.settings.Load().keys
	s.mu.Lock()
	defer s.mu.Unlock()
	for one := range s.sessions {
		now, ok := keys[one.officer.Fingerprint]
		switch {
		case !ok:
			one.end(errRemoved)
		case now.Reader != one.officer.Reader:
			one.end(errOtherRole)
		}
	}
	return nil
}

func (s *Server) set(to Settings) error {
	keys, warnings, err := loadKeys(to)
	if err != nil {
		return err
	}
	for _, w := range warnings {
		s.options.Log.Warn(w)
	}
	s.settings.Store(&settings{to, keys})
	return nil
}

// knows reports whether a key may connect. That the client holds it is not
// proved yet.
func (s *Server) knows(ctx ssh.Context, key ssh.PublicKey) bool {
	fingerprint := gossh.FingerprintSHA256(key)
	_, ok := s.settings.Load().keys[fingerprint]
	if ok {
		visitOf(ctx).offeredKey()
	} else {
		s.options.Log.Warn("a key that is not known", "fingerprint", fingerprint,
			"user", ctx.User(), "address", ctx.RemoteAddr().String())
	}
	return ok
}

func (s *Server) failed(conn net.Conn, err error) {
	if !errors.Is(err, net.ErrClosed) { // it was closed here, and that is told
		s.options.Log.Info("a connection without a key", "address", conn.RemoteAddr().String(), "error", err.Error())
	}
}

// channel serves what a client opens to have a screen on.
func (s *Server) channel(srv *ssh.Server, conn *gossh.ServerConn, c gossh.NewChannel, ctx ssh.Context) {
	if !visitOf(ctx).openChannel() {
		c.Reject(gossh.ResourceShortage, "too many screens on one connection")
		return
	}
	defer visitOf(ctx).closeChannel()
	asked := newRequests(c)
	ssh.DefaultSessionHandler(srv, conn, asked, channelContext{ctx, asked})
}

// join takes a session in, unless there are too many.
func (s *Server) join(one *session) error {
	limits := s.settings.Load().Limits
	s.mu.Lock()
	defer s.mu.Unlock()
	same := 0
	for other := range s.sessions {
		if other.officer.Fingerprint == one.officer.Fingerprint {
			same++
		}
	}
	switch {
	case s.stopping:
		return errStopping
	case len(s.sessions) >= limits.Sessions:
		return ending(fmt.Sprintf("all %d screens of this desk are taken", limits.Sessions))
	case same >= limits.SessionsPerKey:
		return ending(fmt.Sprintf("your key has %d screens open already; close one first", same))
	}
	s.sessions[one] = true
	return nil
}

func (s *Server) leave(one *session) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.sessions, one)
	close(one.ended)
}
