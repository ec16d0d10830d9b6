package endtoend

import (
	"bytes"
	"crypto/ed25519"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"golang.org/x/crypto/ssh"
)

// serving is the program as it serves a desk.
type serving struct {
	t       *testing.T
	watched string
	desk    string
	keys    string // the file of authorized keys
	process *os.Process
	address string
	ended   chan error

	mu  sync.Mutex
	log bytes.Buffer
}

// key is the private key of officer n.
func key(n int) ssh.Signer {
	seed := bytes.Repeat([]byte{byte(n), byte(n >> 8)}, ed25519.SeedSize/2)
	signer, err := ssh.NewSignerFromKey(ed25519.NewKeyFromSeed(seed))
	if err != nil {
		panic(err)
	}
	return signer
}

// authorize writes the file of keys, of officers called by names.
func (s *serving) authorize(names ...string) {
	s.t.Helper()
	var lines strings.Builder
	for n, name := range names {
		lines.WriteString(strings.TrimSpace(string(ssh.MarshalAuthorizedKey(key(n).PublicKey()))) + " " + name + "\n")
	}
	if err := os.WriteFile(s.keys, []byte(lines.String()), 0o600); err != nil {
		s.t.Fatal(err)
	}
}

// serve starts the program for officers; with may add to how.
func serve(t *testing.T, names []string, with func(*exec.Cmd)) *serving {
	t.Helper()
	watched, desk := newDesk(t)
	dir := t.TempDir()
	s := &serving{t: t, watched: watched, desk: desk, keys: filepath.Join(dir, "keys"), ended: make(chan error, 1)}
	s.authorize(names...)
	c := exec.Command(program, "serve", "--listen", "127.0.0.1:0", "--authorized-keys", s.keys,
		"--host-key", filepath.Join(dir, "host"), "--dir", watched, "--desk", desk)
	c.Env = append(os.Environ(), "XDG_STATE_HOME="+dir, "XDG_CONFIG_HOME="+dir)
	c.Stderr = s
	if with != nil {
		with(c)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	s.process = c.Process
	go func() { s.ended <- c.Wait() }()
	t.Cleanup(func() {
		s.process.Kill()
		<-s.ended
	})
	listening := regexp.MustCompile(`msg="the desk is served" address=(\S+) fingerprint=SHA256:\S{43}`)
	s.until("the address in the log", func() bool { return listening.MatchString(s.logged()) })
	s.address = listening.FindStringSubmatch(s.logged())[1]
	return s
}

func (s *serving) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.log.Write(b)
}

func (s *serving) logged() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.log.String()
}

func (s *serving) until(what string, come func() bool) {
	s.t.Helper()
	for deadline := time.Now().Add(patience); !come(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			s.t.Fatalf("never came: %s; the log:\n%s", what, s.logged())
		}
	}
}

// end waits for the end of the server.
func (s *serving) end() error {
	s.t.Helper()
	select {
	case err := <-s.ended:
		s.ended <- err // for the end of the test
		return err
	case <-time.After(patience):
		s.t.Fatalf("the server did not end; the log:\n%s", s.logged())
		return nil
	}
}

func (s *serving) dial(n int) (*ssh.Client, error) { return s.dialBy(net.Dial, n) }

// dialBy connects officer n over connections of another kind.
func (s *serving) dialBy(dial func(network, address string) (net.Conn, error), n int) (*ssh.Client, error) {
	raw, err := dial("tcp", s.address)
	if err != nil {
		return nil, err
	}
	conn, channels, requests, err := ssh.NewClientConn(raw, s.address, &ssh.ClientConfig{
		User: "anybody", Auth: []ssh.AuthMethod{ssh.PublicKeys(key(n))}, HostKeyCallback: ssh.InsecureIgnoreHostKey(),
	})
	if err != nil {
		raw.Close()
		return nil, err
	}
	return ssh.NewClient(conn, channels, requests), nil
}

// connect shows officer n the screen, on a terminal that shows what comes.
func (s *serving) connect(n, cols, rows int) *terminal {
	s.t.Helper()
	return s.connectBy(net.Dial, n, cols, rows)
}

func (s *serving) connectBy(dial func(network, address string) (net.Conn, error), n, cols, rows int) *terminal {
	s.t.Helper()
	client, err := s.dialBy(dial, n)
	if err != nil {
		s.t.Fatal(err)
	}
	session, err := client.NewSession()
	if err != nil {
		s.t.Fatal(err)
	}
	term := &terminal{t: s.t, ended: make(chan error, 1), screen: vt.NewEmulator(cols, rows)}
	session.Stdout, session.Stderr = term, term
	if term.keys, err = session.StdinPipe(); err != nil {
		s.t.Fatal(err)
	}
	answers := make(chan struct{})
	go func() {
		io.Copy(term.keys, term.screen)
		io.Copy(io.Discard, term.screen)
		close(answers)
	}()
	if err := session.RequestPty("xterm-256color", rows, cols, nil); err != nil {
		s.t.Fatal(err)
	}
	if err := session.Shell(); err != nil {
		s.t.Fatal(err)
	}
	go func() {
		term.ended <- session.Wait()
		client.Close() // as ssh does
	}()
	s.t.Cleanup(func() {
		client.Close()
		term.screen.InputPipe().(io.Closer).Close()
		<-answers
	})
	return term
}

// readiness is a socket as systemd has it, and what is told there.
func readiness(t *testing.T) (path string, told func() string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "notify")
	c, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: path, Net: "unixgram"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return path, func() string {
		t.Helper()
		c.SetReadDeadline(time.Now().Add(patience))
		b := make([]byte, 256)
		n, err := c.Read(b)
		if err != nil {
			t.Fatal(err)
		}
		return string(b[:n])
	}
}
