package serve

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	gossh "golang.org/x/crypto/ssh"

	"crisisdesk/model"
	"crisisdesk/ui"
	"crisisdesk/ui/config"
)

// key is a private key that is the same for the same seed.
func key(seed byte) gossh.Signer {
	signer, err := gossh.NewSignerFromKey(ed25519.NewKeyFromSeed(bytes.Repeat([]byte{seed}, ed25519.SeedSize)))
	if err != nil {
		panic(err)
	}
	return signer
}

func fingerprint(seed byte) string { return gossh.FingerprintSHA256(key(seed).PublicKey()) }

// line is a key as a file of authorized keys has it.
func line(seed byte, comment string) string {
	return strings.TrimSpace(string(gossh.MarshalAuthorizedKey(key(seed).PublicKey()))) + " " + comment + "\n"
}

// The keys of the tests.
const (
	amina byte = iota + 1
	bashir
	karim // a reader
	stranger
)

func writeKeys(t testing.TB, path string, lines ...string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(strings.Join(lines, "")), 0o600); err != nil {
		t.Fatal(err)
	}
}

var discard = slog.New(slog.DiscardHandler)

// served is a server that runs.
type served struct {
	*Server
	t     testing.TB
	keys  string // the file
	board *model.Board
	stop  context.CancelFunc
	ended chan error

	mu  sync.Mutex
	log bytes.Buffer
}

func (s *served) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.log.Write(b)
}

func (s *served) logged() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.log.String()
}

// start runs a server of a desk with one document.
func start(t testing.TB, with func(*Options)) *served {
	t.Helper()
	dir := t.TempDir()
	s := &served{t: t, keys: filepath.Join(dir, "keys"), board: model.NewBoard(nil), ended: make(chan error, 1)}
	writeKeys(t, s.keys, line(amina, "Amina"), line(bashir, "Bashir"), line(karim, "Karim"))
	s.arrive(0)
	o := Options{
		Config: config.Default().Serve,
		Log:    slog.New(slog.NewTextHandler(s, nil)),
		Screen: func(Officer) ui.Options {
			return ui.Options{Board: s.board, Open: func(_ context.Context, d *model.Document) ([]byte, error) {
				return []byte(strings.Repeat(d.Title+"\n", 100)), nil
			}}
		},
	}
	o.Config.Listen, o.Config.HostKey, o.Config.AuthorizedKeys = "127.0.0.1:0", filepath.Join(dir, "host"), s.keys
	o.Config.Readers = []string{fingerprint(karim)}
	if with != nil {
		with(&o)
	}
	var err error
	if s.Server, err = Listen(o); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	s.stop = cancel
	go func() { s.ended <- s.Serve(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-s.ended; err != nil {
			t.Errorf("the server ended with %v", err)
		}
	})
	return s
}

// arrive puts version n of the document on the board: one statement, of which
// the words tell n.
func (s *served) arrive(n int) {
	day := model.OnDay(model.NewDay(2025, 10, 1))
	id := model.DocumentID(fmt.Sprintf("d%d", n))
	d := &model.Document{
		ID: id, Path: "story.txt", Outlet: "Courier", Title: "Title",
		Published: model.Published{When: day, KnownFrom: model.GroundDateline},
	}
	words := fmt.Sprintf("word %d", n)
	s.board.Apply([]model.Update{{Path: d.Path, Facts: &model.Facts{Document: d, Statements: []model.Statement{{
		ID: model.StatementID(fmt.Sprintf("s%d", n)), Document: id, Speaker: model.Speaker{Name: "a minister"}, Act: model.Claim,
		Mode: model.Direct, When: day, Text: words, Evidence: []model.Span{{Document: id, End: len(words), Text: words}},
	}}}}}, model.Progress{Complete: true, Watch: "inotify"})
}

// dial connects with a key.
func (s *served) dial(seed byte) (*gossh.Client, error) {
	return s.dialWith(gossh.PublicKeys(key(seed)))
}

func (s *served) dialWith(auth ...gossh.AuthMethod) (*gossh.Client, error) {
	return gossh.Dial("tcp", s.Addr().String(), &gossh.ClientConfig{
		User: "anybody", Auth: auth, HostKeyCallback: gossh.InsecureIgnoreHostKey(), Timeout: patience,
	})
}

// patience is how long something may take that must come. It is generous: what
// is tested is that it comes.
const patience = 2 * time.Minute

func (s *served) until(what string, come func() bool) {
	s.t.Helper()
	for deadline := time.Now().Add(patience); !come(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			s.t.Fatalf("never came: %s; the log:\n%s", what, s.logged())
		}
	}
}

// terminal is the client's end of a session.
type terminal struct {
	*served
	client  *gossh.Client
	session *gossh.Session
	keys    io.Writer
	ended   chan error

	mu     sync.Mutex
	screen *vt.Emulator
}

func (term *terminal) Write(b []byte) (int, error) {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.screen.Write(b)
}

func (term *terminal) text() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.screen.String()
}

// open shows the screen of 100×30 to the holder of a key.
func (s *served) open(seed byte) *terminal {
	s.t.Helper()
	client, err := s.dial(seed)
	if err != nil {
		s.t.Fatal(err)
	}
	return s.openOn(client)
}

func (s *served) openOn(client *gossh.Client) *terminal {
	s.t.Helper()
	return s.openSized(client, 100, 30)
}

func (s *served) openSized(client *gossh.Client, columns, rows int) *terminal {
	s.t.Helper()
	session, err := client.NewSession()
	if err != nil {
		s.t.Fatal(err)
	}
	term := &terminal{served: s, client: client, session: session, screen: vt.NewEmulator(min(columns, 600), min(rows, 250)), ended: make(chan error, 1)}
	session.Stdout, session.Stderr = term, term
	if term.keys, err = session.StdinPipe(); err != nil {
		s.t.Fatal(err)
	}
	answers := make(chan struct{})
	go func() { // to what the server asks of the terminal
		io.Copy(term.keys, term.screen)
		io.Copy(io.Discard, term.screen)
		close(answers)
	}()
	if err := session.RequestPty("xterm-256color", rows, columns, nil); err != nil {
		s.t.Fatal(err)
	}
	if err := session.Shell(); err != nil {
		s.t.Fatal(err)
	}
	go func() { term.ended <- session.Wait() }()
	s.t.Cleanup(func() {
		client.Close()
		term.screen.InputPipe().(io.Closer).Close()
		<-answers
	})
	return term
}

func (term *terminal) press(keys string) {
	term.t.Helper()
	if _, err := io.WriteString(term.keys, keys); err != nil {
		term.t.Fatal(err)
	}
}

func (term *terminal) shows(words string) {
	term.t.Helper()
	for deadline := time.Now().Add(patience); !strings.Contains(term.text(), words); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			term.t.Fatalf("never shown: %q; the screen:\n%s\nthe log:\n%s", words, term.text(), term.logged())
		}
	}
}

// ends waits for the end of the session.
func (term *terminal) ends() error {
	term.t.Helper()
	select {
	case err := <-term.ended:
		return err
	case <-time.After(patience):
		term.t.Fatalf("the session did not end; the screen:\n%s\nthe log:\n%s", term.text(), term.logged())
		return nil
	}
}

// raw is a connection that has not said anything yet.
func (s *served) raw() net.Conn {
	s.t.Helper()
	c, err := net.Dial("tcp", s.Addr().String())
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { c.Close() })
	return c
}
