package serve

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"net"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"charm.land/wish/v2"
	"github.com/charmbracelet/ssh"
	gossh "golang.org/x/crypto/ssh"

	"crisisdesk/ui"
	"crisisdesk/ui/config"
)

// Options are what a server is made of.
type Options struct {
	// Config is how the screen is served. The host key is made where its file is
	// not there.
	Config config.Serve
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
	refusals    *refusals
	door        *door
	presence    ui.Presence
	settings    atomic.Pointer[settings]

	mu       sync.Mutex
	sessions map[*session]bool
	stopping bool
}

// settings are what a reload changes.
type settings struct {
	keys     keyring
	limits   limits
	presence bool
}

// Listen makes a server and lets the kernel take connections for it, which
// [Server.Serve] then serves. The error says what to do where nobody could
// connect, or anybody.
func Listen(o Options) (*Server, error) {
	s := &Server{options: o, refusals: newRefusals(o.Log), sessions: map[*session]bool{}}
	if err := s.set(o.Config); err != nil {
		return nil, err
	}
	host, err := loadHostKey(o.Config.HostKey)
	if err != nil {
		return nil, err
	}
	s.fingerprint = gossh.FingerprintSHA256(host.PublicKey())
	s.door = newDoor(s.refusals, limitsOf(o.Config))
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
	if s.listener, err = net.Listen("tcp", o.Config.Listen); err != nil {
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
	s.door.close(leaveWithin)
	defer s.refusals.close()
	s.mu.Lock()
	left := slices.Collect(maps.Keys(s.sessions))
	s.mu.Unlock()
	late := time.After(saveWithin)
	for _, one := range left {
		select {
		case <-one.ended: // its connection is closed: it saves what was read, and ends
		case <-late:
			s.options.Log.Warn("a session did not end in time", "officer", one.officer.Name)
			return
		}
	}
}

// Reload takes another configuration, but for the address, the host key and the
// log, and reads the keys anew. Sessions whose key may no longer do what it did
// are ended; the limits hold for those that begin. After an error all is as it was.
func (s *Server) Reload(to config.Serve) error {
	if err := s.set(to); err != nil {
		return err
	}
	s.door.setLimits(limitsOf(to))
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

func (s *Server) set(to config.Serve) error {
	keys, warnings, err := loadKeys(to)
	if err != nil {
		return err
	}
	for _, w := range warnings {
		s.options.Log.Warn(w)
	}
	s.settings.Store(&settings{keys, limitsOf(to), to.Presence})
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
		s.refusals.tell("a key that is not known", "fingerprint", fingerprint, "user", ctx.User(), "address", ctx.RemoteAddr().String())
	}
	return ok
}

func (s *Server) failed(conn net.Conn, err error) {
	if !errors.Is(err, net.ErrClosed) { // it was closed here, and that is told
		s.refusals.tell("a connection without a key", "address", conn.RemoteAddr().String(), "error", err.Error())
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
	limits := s.settings.Load().limits
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
	case len(s.sessions) >= limits.sessions:
		return ending(fmt.Sprintf("all %d screens of this desk are taken", limits.sessions))
	case same >= limits.sessionsPerKey:
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
