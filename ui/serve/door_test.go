package serve

import (
	"fmt"
	"io"
	"net"
	"net/netip"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"crisisdesk/ui/config"
)

// closed waits until the server has closed a connection.
func closed(t *testing.T, c net.Conn) {
	t.Helper()
	c.SetReadDeadline(time.Now().Add(patience))
	if _, err := io.Copy(io.Discard, c); err != nil && strings.Contains(err.Error(), "timeout") {
		t.Error("a connection stays open")
	}
}

func TestHandshakesEnd(t *testing.T) {
	s := start(t, func(o *Options) { o.Config.Handshake = config.Duration(time.Second) })
	closed(t, s.raw())
	s.until("the reason in the log", func() bool { return strings.Contains(s.logged(), "took too long to ask for a screen") })
}

func TestAKeyWithoutAScreenEnds(t *testing.T) {
	s := start(t, func(o *Options) { o.Config.Handshake = config.Duration(time.Second) })
	client, err := s.dial(amina)
	if err != nil {
		t.Fatal(err)
	}
	one := s.openOn(client)
	one.shows("word 0")
	one.press("q")
	one.ends()
	client.Wait() // for what the server does with a client that stays
}

// Connections that hang make room for those that come; screens never do.
func TestWhoHangsMakesRoom(t *testing.T) {
	s := start(t, func(o *Options) { o.Config.WaitingPerAddr, o.Config.Handshake = 3, config.Duration(time.Hour) })
	one := s.open(amina)
	one.shows("word 0")
	dropped := make(chan bool, 200)
	for range 200 {
		c := s.raw()
		go func() {
			io.Copy(io.Discard, c)
			dropped <- true
		}()
	}
	for n := range 197 {
		select {
		case <-dropped:
		case <-time.After(patience):
			t.Fatalf("%d of 200 that hang were dropped, want 197", n)
		}
	}
	s.open(bashir).shows("word 0")
	s.arrive(1)
	one.shows("word 1")
}

func TestManyWrongKeysAreNotNoticed(t *testing.T) {
	s := start(t, nil)
	one := s.open(amina)
	for n := range 100 {
		if _, err := s.dial(stranger); err == nil {
			t.Fatal("a stranger is let in")
		}
		if n%10 == 0 {
			s.arrive(n)
			one.shows(fmt.Sprint("word ", n))
		}
	}
}

func TestSessionsAreLimited(t *testing.T) {
	s := start(t, func(o *Options) { o.Config.Sessions, o.Config.SessionsPerKey = 3, 2 })
	first, second := s.open(amina), s.open(amina)
	first.shows("word 0")
	second.shows("word 0")
	third := s.open(amina)
	third.shows("your key has 2 screens open already")
	if err := third.ends(); err == nil {
		t.Error("a session that is refused ends as if it had been quit")
	}
	s.open(bashir).shows("word 0")
	s.open(karim).shows("all 3 screens of this desk are taken")
	first.press("q")
	first.ends()
	s.until("the end", func() bool { return strings.Contains(s.logged(), "reason=quit") })
	s.open(karim).shows("word 0")
}

func TestChannelsAreLimited(t *testing.T) {
	s := start(t, nil)
	client, err := s.dial(amina)
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	var sessions []*gossh.Session
	for range s.options.Config.SessionsPerKey {
		session, err := client.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		sessions = append(sessions, session)
	}
	if _, err := client.NewSession(); err == nil || !strings.Contains(err.Error(), "too many screens") {
		t.Errorf("one more channel: %v", err)
	}
	sessions[0].Close()
	s.until("room", func() bool { _, err := client.NewSession(); return err == nil })
}

func TestAddressOf(t *testing.T) {
	for address, want := range map[string]string{
		"192.0.2.7:4022":              "192.0.2.7/32",
		"[::ffff:192.0.2.7]:4022":     "192.0.2.7/32",
		"[2001:db8:1:2:3:4:5:6]:4022": "2001:db8:1:2::/64",
		"[fe80::1%eth0]:4022":         "fe80::/64",
	} {
		a := net.TCPAddrFromAddrPort(netip.MustParseAddrPort(address))
		if got := addressOf(a).String(); got != want {
			t.Errorf("%s counts as %s, want %s", address, got, want)
		}
	}
}
